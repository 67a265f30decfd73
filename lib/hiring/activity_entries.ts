import { z } from "zod";
import { Id, Instant } from "../platform/input.ts";
import { ActivityKind, kindOf } from "./activity_kinds.ts";
import { Stage } from "./stages.ts";
import { ReasonCode, Verdict } from "./states.ts";

/** Somebody whom an entry is about and who is still there. */
export const ActivitySubject = z.object({
  resumeId: Id.nullable(),
  personId: Id.nullable(),
  name: z.string(),
}).meta({ id: "ActivitySubject" });
export type ActivitySubject = z.infer<typeof ActivitySubject>;

/** Something that somebody did; alike things done in a row are one entry. */
export const ActivityEntry = z.object({
  id: z.int(),
  kind: ActivityKind,
  /** What was done: "resume.moved". */
  action: z.string(),
  /** Null when that user is gone. */
  userName: z.string().nullable(),
  /** When it was done last. */
  createdAt: Instant,
  /** To how many: candidates for moves and reads, files for uploads. */
  count: z.int(),
  /** The candidate, if it is about one who is still there. */
  subject: ActivitySubject.nullable(),
  /** Of an entry about several: the first fifty who are still there. */
  people: z.array(ActivitySubject),
  /** For a merge or a duplicate: the other one. */
  other: ActivitySubject.nullable(),
  /** For a move: from and to where; of one that was taken back, from where. */
  from: Stage.nullable(),
  to: Stage.nullable(),
  /** Why somebody was moved, and in whose words it is a move or another verdict. */
  reasonCode: ReasonCode.nullable(),
  reason: z.string().nullable(),
  /** For a verdict or a requirement: its name. */
  requirement: z.string().nullable(),
  /** For a verdict. */
  verdictBefore: Verdict.nullable(),
  verdict: Verdict.nullable(),
  /** What was changed of a person, a job or a requirement: "email". */
  fields: z.array(z.string()),
  /** For a tag: what it says. */
  tag: z.string().nullable(),
  /** For an exported report: which table of it. */
  table: z.string().nullable(),
}).meta({ id: "ActivityEntry" });
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** The most people whom one entry names. */
export const MOST_NAMED = 50;

/** An entry as it is read: the last of those that are told in one line. */
export interface EntryRow {
  readonly id: number;
  /** Where it stands in its list. */
  readonly placeKey: string;
  readonly action: string;
  readonly userName: string | null;
  readonly createdAt: Date;
  readonly details: Readonly<Record<string, unknown>>;
  readonly count: number;
  /** The first of whom it is about: résumés, or candidates. */
  readonly members: readonly string[] | null;
  readonly resumeId: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly otherId: string | null;
  readonly otherName: string | null;
  readonly requirement: string | null;
  readonly reason: string | null;
  readonly totalCount: number;
}

/** The kinds of which an entry can be about several. */
const FOLDED: readonly ActivityKind[] = ["moves", "reads", "files"];

/** Whether an entry says whom it is about by a list. */
export function namesMany({ action, count }: EntryRow): boolean {
  const kind = kindOf(action);
  return count > 1 && kind !== undefined && FOLDED.includes(kind);
}

/** What is read of an entry, as a domain value; `named`: who is behind the ids of `members`. */
export function toEntry(
  row: EntryRow,
  stages: ReadonlyMap<string, Stage>,
  named: ReadonlyMap<string, ActivitySubject>,
): ActivityEntry {
  const { id, action, userName, createdAt, details, reason } = row;
  const kind = kindOf(action);
  if (!kind) throw new TypeError(`${action} is in no history`);
  const stageOf = (value: unknown) => kind === "moves" ? stages.get(String(value)) ?? null : null;
  const verdictOf = (value: unknown) => Verdict.safeParse(value).data ?? null;
  const textOf = (value: unknown) => typeof value === "string" ? value : null;
  return {
    id,
    kind,
    action,
    userName,
    createdAt: createdAt.toISOString(),
    ...whom(row, kind, named),
    other: row.otherId === null
      ? null
      : { resumeId: null, personId: row.otherId, name: row.otherName ?? "" },
    from: stageOf(details.from),
    to: stageOf(details.to),
    reasonCode: kind === "moves" ? ReasonCode.safeParse(details.reasonCode).data ?? null : null,
    reason,
    requirement: row.requirement,
    verdictBefore: kind === "overrides" ? verdictOf(details.from) : null,
    verdict: kind === "overrides" ? verdictOf(details.to) : null,
    fields: fieldsOf(row),
    tag: kind === "notes" ? textOf(details.tag) : null,
    table: action === "report.exported" ? textOf(details.table) : null,
  };
}

type Whom = Pick<ActivityEntry, "count" | "subject" | "people">;

function whom(
  row: EntryRow,
  kind: ActivityKind,
  named: ReadonlyMap<string, ActivitySubject>,
): Whom {
  const { details, count, resumeId, personId, name } = row;
  const subject = name === null ? null : { resumeId, personId, name };
  if (kind === "downloads" && typeof details.rows === "number") {
    return { count: details.rows, subject, people: [] };
  }
  if (!namesMany(row)) return { count, subject, people: [] };
  const people = (row.members ?? []).flatMap((id) => named.get(id) ?? []);
  if (kind !== "reads") return { count, subject, people };
  // Somebody's profile and their résumés are one person.
  const once = [...new Map(people.map((one) => [one.personId ?? one.resumeId, one])).values()];
  const left = count - (people.length - once.length);
  return { count: left, subject, people: left > 1 ? once : [] };
}

function fieldsOf({ action, details }: EntryRow): string[] {
  const { fields } = details;
  if (action === "requirement.updated") return Object.keys(details);
  return Array.isArray(fields) ? fields.map(String) : [];
}
