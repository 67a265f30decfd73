import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import type { AuditAction } from "../accounts/audit_actions.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { noCandidate } from "./candidate_rows.ts";
import { type ConsentValue, PERSON_FIELDS, type PersonField } from "./merge_fold.ts";
import { doesAnyObject, lockForObjection, reviewObjections } from "./objections.ts";
import { lockPeople, type Member, writePeople } from "./people.ts";
import { toE164 } from "./phones.ts";

const Choice = z.enum(["kept", "merged"]);

/** Two people who are one, and which field comes from whom; those not named from who is kept. */
export const MergeInput = z.strictObject({
  keepId: Id,
  mergeId: Id,
  choices: z.strictObject({ name: Choice, email: Choice, phone: Choice, place: Choice }).partial()
    .default({}),
});
export type MergeInput = z.input<typeof MergeInput>;

/** A merge, whether it holds or was undone. */
export const Merge = z.object({
  id: Id,
  /** The person that both are now; after an undo, who was kept. */
  keptId: Id,
  mergedId: Id,
  createdAt: Instant,
  undoneAt: Instant.nullable(),
}).meta({ id: "Merge" });
export type Merge = z.infer<typeof Merge>;

/**
 * Makes two people one. No row moves: everything stays with the candidate it came to, and all of
 * them show the values that were chosen. Candidates of a person stand for that person.
 *
 * @throws {NotFound} If one of them is not in the workspace.
 * @throws {Conflict} If they are one person already.
 */
export function mergeCandidates(actor: Principal, db: Db, input: MergeInput): Promise<Merge> {
  requirePermission(actor, "candidates:write");
  const { keepId, mergeId, choices = {} } = input;
  return db.transaction().execute(async (trx) => {
    await lockObjections(trx, actor.workspaceId, [keepId, mergeId]);
    const people = await lockPeople(trx, actor.workspaceId, [keepId, mergeId]);
    const keptId = rootOf(people, keepId);
    const mergedId = rootOf(people, mergeId);
    if (keptId === mergedId) throw new Conflict("These two are one person already");
    const row = await trx.insertInto("merges")
      .values({ workspaceId: actor.workspaceId, keptId, mergedId, choices, userId: actor.userId })
      .returning(COLUMNS).executeTakeFirstOrThrow();
    await writePeople(trx, people);
    await reviewObjections(trx, actor.workspaceId, people.map(({ id }) => id));
    await auditBoth(trx, actor, "candidate.merged", row);
    return toMerge(row);
  });
}

/**
 * Takes a merge back, whenever it was and whatever came after it: both people are as they would be
 * without it.
 *
 * @throws {NotFound} If there is no such merge in the workspace.
 * @throws {Conflict} If it was undone already.
 */
export function undoMerge(actor: Principal, db: Db, mergeId: string): Promise<Merge> {
  requirePermission(actor, "candidates:write");
  return db.transaction().execute(async (trx) => {
    const found = await trx.selectFrom("merges").select(COLUMNS)
      .where("id", "=", mergeId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
    if (!found) throw new NotFound(`There is no merge ${mergeId}`);
    await lockObjections(trx, actor.workspaceId, [found.keptId]);
    const people = await lockPeople(trx, actor.workspaceId, [found.keptId]);
    const row = await trx.updateTable("merges")
      .set({ undoneAt: new Date(), undoneBy: actor.userId })
      .where("id", "=", mergeId).where("undoneAt", "is", null)
      .returning(COLUMNS).executeTakeFirst();
    if (!row) throw new Conflict("This merge was undone already");
    await writePeople(trx, people);
    await reviewObjections(trx, actor.workspaceId, people.map(({ id }) => id));
    await auditBoth(trx, actor, "candidate.merge_undone", row);
    return toMerge(row);
  });
}

/** An objection holds for whoever is the same person, so that nobody judges them meanwhile. */
async function lockObjections(trx: Trx, workspaceId: string, candidateIds: readonly string[]) {
  if (!await doesAnyObject(trx, workspaceId, candidateIds)) return;
  for (const id of candidateIds) await lockForObjection(trx, workspaceId, id);
}

/** What a person changes of somebody; a field that is left out stays. */
export type PersonEdit = Readonly<Partial<Record<PersonField, string | null>>> & {
  readonly consent?: Readonly<Partial<ConsentValue>> | undefined;
};

/**
 * Changes what is shown of a person, in the transaction that writes it down. The new value is the
 * own one of who stands for the person, and wins over what the merges made of it. So after an undo
 * it stays with who was kept, and who was merged has again what they brought. Of consent the state
 * and both days are one value: whoever changes one of them has seen the other two.
 *
 * @param check Is shown the person before the change, and may refuse it.
 * @returns The id of the person.
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function editPerson(
  trx: Trx,
  workspaceId: string,
  candidateId: string,
  edit: PersonEdit,
  check: (shown: Member["shown"]) => void = () => {},
): Promise<string> {
  const people = await lockPeople(trx, workspaceId, [candidateId]);
  const personId = rootOf(people, candidateId);
  const root = people.find(({ id }) => id === personId);
  if (!root) throw noCandidate(candidateId);
  check(root.shown);
  const fields = [...PERSON_FIELDS, "consent" as const].filter((one) => edit[one] !== undefined);
  if (fields.length === 0) return personId;
  const kept = Object.fromEntries(fields.map((field) => [field, "kept"]));
  await trx.updateTable("merges")
    .set({ choices: sql`choices || ${JSON.stringify(kept)}::text::jsonb` })
    .where("keptId", "=", personId).where("undoneAt", "is", null).execute();
  await writePeople(
    trx,
    people.map((one) => one === root ? { ...one, ...edited(one, edit) } : one),
  );
  return personId;
}

function edited(
  { own, shown, phoneE164 }: Member,
  { consent, ...edit }: PersonEdit,
): Pick<Member, "own" | "phoneE164"> {
  const values = { ...own };
  for (const field of PERSON_FIELDS) {
    const value = edit[field];
    if (value !== undefined) values[field] = value;
  }
  if (consent) values.consent = { ...shown.consent, ...consent };
  return { own: values, phoneE164: edit.phone === undefined ? phoneE164 : toE164(edit.phone) };
}

/** A merge that holds, among those that made a person. */
export const PartOfPerson = z.object({
  mergeId: Id,
  /** What the merged one has of its own. */
  candidateId: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  userName: z.string().nullable(),
  createdAt: Instant,
});
export type PartOfPerson = z.infer<typeof PartOfPerson>;

/** The merges that made a person, the latest first; each can be undone. */
export async function listMerges(
  actor: Principal,
  db: Db,
  personId: string,
): Promise<PartOfPerson[]> {
  requirePermission(actor, "candidates:read");
  const rows = await db.selectFrom("merges")
    .innerJoin("candidates", "candidates.id", "merges.mergedId")
    .leftJoin("users", "users.id", "merges.userId")
    .select(["merges.id", "merges.mergedId", "merges.createdAt"])
    .select(["candidates.own", "users.name as userName"])
    .where("candidates.personId", "=", personId).where("merges.undoneAt", "is", null)
    .where("merges.workspaceId", "=", actor.workspaceId)
    .orderBy("merges.id", "desc").execute();
  return rows.map(({ id, mergedId, createdAt, own, userName }) => {
    const { name = null, email = null } = (own ?? {}) as { name?: string; email?: string };
    return { mergeId: id, candidateId: mergedId, name, email, userName, createdAt: iso(createdAt) };
  });
}

const COLUMNS = ["id", "keptId", "mergedId", "createdAt", "undoneAt"] as const;

function toMerge(
  { createdAt, undoneAt, ...row }: {
    id: string;
    keptId: string;
    mergedId: string;
    createdAt: Date;
    undoneAt: Date | null;
  },
): Merge {
  return { ...row, createdAt: iso(createdAt), undoneAt: undoneAt && iso(undoneAt) };
}

function iso(when: Date): string {
  return when.toISOString();
}

function rootOf(people: readonly Member[], candidateId: string): string {
  const member = people.find(({ id }) => id === candidateId);
  if (!member) throw noCandidate(candidateId);
  return member.personId;
}

async function auditBoth(
  trx: Trx,
  actor: Principal,
  action: AuditAction,
  { id, keptId, mergedId }: { id: string; keptId: string; mergedId: string },
): Promise<void> {
  for (const candidateId of [keptId, mergedId]) {
    await audit(trx, actor, action, id, { keptId, mergedId }, { candidateId });
  }
}
