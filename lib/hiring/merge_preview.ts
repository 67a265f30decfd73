import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { getPerson, type Person } from "./candidates.ts";
import { type Choice, PERSON_FIELDS, type PersonField } from "./merge_fold.ts";
import { toE164 } from "./phones.ts";

/** One field of two people, and whose value is proposed. */
export interface FieldOfTwo {
  readonly field: PersonField;
  readonly kept: string | null;
  readonly merged: string | null;
  /** Whether it is the same, however it is written. */
  readonly isSame: boolean;
  readonly proposed: Choice;
}

/** Somebody with what comes along when they are merged. */
export interface MergedPerson {
  readonly person: Person;
  readonly notes: number;
}

export interface MergePreview {
  readonly kept: MergedPerson;
  readonly merged: MergedPerson;
  readonly fields: readonly FieldOfTwo[];
  /** Whose latest résumé is the newer one. */
  readonly newer: Choice;
}

/**
 * Two people beside each other, before they are merged. Who looks is written down.
 *
 * @returns The one person that they are already, if so.
 * @throws {NotFound} If one of them is not in the workspace.
 */
export async function previewMerge(
  actor: Principal,
  db: Db,
  keepId: string,
  mergeId: string,
): Promise<MergePreview | Person> {
  const kept = await getPerson(actor, db, keepId);
  const merged = await getPerson(actor, db, mergeId);
  if (kept.id === merged.id) return kept;
  const notes = await countNotes(db, [kept.id, merged.id]);
  const newer = latestOf(merged) > latestOf(kept) ? "merged" : "kept";
  return {
    kept: { person: kept, notes: notes.get(kept.id) ?? 0 },
    merged: { person: merged, notes: notes.get(merged.id) ?? 0 },
    fields: PERSON_FIELDS.map((field) => compareField(field, kept, merged, newer)),
    newer,
  };
}

/** Two values, and whose is proposed: that of the newer résumé, unless it is missing. */
export function compareField(
  field: PersonField,
  { [field]: kept }: Pick<Person, PersonField>,
  { [field]: merged }: Pick<Person, PersonField>,
  newer: Choice,
): FieldOfTwo {
  const isSame = normal(field, kept) === normal(field, merged);
  const proposed = isSame || merged === null ? "kept" : kept === null ? "merged" : newer;
  return { field, kept, merged, isSame, proposed };
}

function normal(field: PersonField, value: string | null): string | null {
  if (field === "email") return value?.toLowerCase() ?? null;
  return field === "phone" ? toE164(value) ?? value : value;
}

/** The day and id of the latest résumé; the empty text before all. */
function latestOf({ resumes: [latest] }: Person): string {
  return latest ? `${latest.receivedOn} ${latest.id}` : "";
}

async function countNotes(db: Db, personIds: string[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom("notes")
    .innerJoin("candidates", "candidates.id", "notes.candidateId")
    .select((eb) => ["candidates.personId", eb.fn.countAll<number>().as("count")])
    .where("candidates.personId", "in", personIds).groupBy("candidates.personId").execute();
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}
