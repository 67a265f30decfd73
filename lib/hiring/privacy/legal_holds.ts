import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import { type Db, isUniqueViolation, type Trx } from "../../platform/database.ts";
import { Conflict } from "../../platform/errors.ts";
import { Id, Instant, text } from "../../platform/input.ts";
import { noCandidate, personOf } from "../candidate_rows.ts";
import { lockJob } from "../job_lock.ts";

/** Why data must not be deleted, as for a dispute or a claim. */
export const LegalHoldInput = z.strictObject({ reason: text(1, 500) })
  .meta({ id: "LegalHoldInput" });
export type LegalHoldInput = z.infer<typeof LegalHoldInput>;

/** What keeps the data of a person from being deleted: a hold of their own or of a job of theirs. */
export const LegalHold = z.object({
  id: Id,
  /** The job that is held; null for a hold of the person. */
  job: z.object({ id: Id, title: z.string() }).nullable(),
  reason: z.string(),
  /** Who placed it; null when the account is gone. */
  placedBy: z.string().nullable(),
  createdAt: Instant,
}).meta({ id: "LegalHold" });
export type LegalHold = z.infer<typeof LegalHold>;

/** What a hold is placed on. */
export type HeldThing = { readonly candidateId: string } | { readonly jobId: string };

/**
 * Keeps a person or a job from being deleted until the hold is released, by whomever or whatever.
 *
 * @throws {NotFound} If there is no such candidate or job in the workspace.
 * @throws {Conflict} If it is held already.
 */
export async function placeLegalHold(
  actor: Principal,
  db: Db,
  thing: HeldThing,
  { reason }: LegalHoldInput,
): Promise<void> {
  requirePermission(actor, "candidates:write");
  const { workspaceId, userId } = actor;
  await db.transaction().execute(async (trx) => {
    const of = await findHeld(trx, workspaceId, thing);
    try {
      const { id } = await trx.insertInto("legalHolds").values({
        workspaceId,
        ...of,
        reason,
        userId,
      }).returning("id").executeTakeFirstOrThrow();
      await audit(trx, actor, "legal_hold.placed", id, {}, of);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Conflict("There is a legal hold already: release it to place another");
    }
  });
}

/**
 * Lets a person or a job be deleted again; nothing changes where there is no hold.
 *
 * @throws {NotFound} If there is no such candidate or job in the workspace.
 */
export async function releaseLegalHold(
  actor: Principal,
  db: Db,
  thing: HeldThing,
): Promise<void> {
  requirePermission(actor, "candidates:write");
  const { workspaceId, userId } = actor;
  await db.transaction().execute(async (trx) => {
    const of = await findHeld(trx, workspaceId, thing);
    const members = of.candidateId === undefined
      ? undefined
      : trx.selectFrom("candidates").select("id").where("personId", "=", of.candidateId);
    const released = await trx.updateTable("legalHolds")
      .set({ releasedAt: sql<Date>`now()`, releasedBy: userId })
      .where("workspaceId", "=", workspaceId).where("releasedAt", "is", null)
      .where((eb) => members ? eb("candidateId", "in", members) : eb("jobId", "=", of.jobId ?? ""))
      .returning(["id", "candidateId", "jobId"]).execute();
    for (const { id, candidateId, jobId } of released) {
      await audit(trx, actor, "legal_hold.released", id, {}, { candidateId, jobId });
    }
  });
}

interface HeldThings {
  readonly candidateId?: string;
  readonly jobId?: string;
}

/** Locked against deletion; of a person, the one that all merged into them stand for. */
async function findHeld(trx: Trx, workspaceId: string, thing: HeldThing): Promise<HeldThings> {
  // Who erases somebody holds their jobs by a share of the lock, and waits for this one.
  if ("jobId" in thing) return { jobId: (await lockJob(trx, workspaceId, thing.jobId)).id };
  const { personId } = await personOf(trx, workspaceId, thing.candidateId);
  const kept = await trx.selectFrom("candidates").select("id").where("id", "=", personId)
    .forKeyShare().executeTakeFirst();
  if (!kept) throw noCandidate(thing.candidateId);
  return { candidateId: personId };
}

/** The holds that keep a person's data, for who was let in already. */
export async function holdsOfPerson(
  db: Db | Trx,
  workspaceId: string,
  personId: string,
): Promise<LegalHold[]> {
  const { rows } = await sql<HoldRow>`
    ${HOLDS} and members.person_id = ${personId} and h.workspace_id = ${workspaceId}`.execute(db);
  return rows.map(({ jobId, jobTitle, createdAt, ...hold }) => ({
    ...hold,
    job: jobId === null || jobTitle === null ? null : { id: jobId, title: jobTitle },
    createdAt: createdAt.toISOString(),
  }));
}

interface HoldRow {
  id: string;
  jobId: string | null;
  jobTitle: string | null;
  reason: string;
  placedBy: string | null;
  createdAt: Date;
}

const HOLDS = sql`
  select distinct h.id, h.job_id, j.title as job_title, h.reason, u.name as placed_by, h.created_at
  from legal_holds h
  join candidates members on members.workspace_id = h.workspace_id
    and (members.id = h.candidate_id or exists (
      select from resumes r where r.candidate_id = members.id and r.job_id = h.job_id))
  left join jobs j on j.id = h.job_id
  left join users u on u.id = h.user_id
  where h.released_at is null`;

/** The hold of a job; null when there is none. */
export async function holdOfJob(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<Pick<LegalHold, "id" | "reason"> | null> {
  requirePermission(actor, "jobs:read");
  const row = await db.selectFrom("legalHolds").select(["id", "reason"])
    .where("workspaceId", "=", actor.workspaceId).where("jobId", "=", jobId)
    .where("releasedAt", "is", null).executeTakeFirst();
  return row ?? null;
}

/** A legal hold keeps what was to be deleted. */
export class Held extends Conflict {}

/**
 * Holds the rows that are to be deleted to the legal holds.
 *
 * @throws {Held} If one of the people, or one of the jobs, is held.
 */
export async function requireNotHeld(
  trx: Trx,
  workspaceId: string,
  { candidateIds = [], jobIds = [] }: {
    readonly candidateIds?: readonly string[];
    readonly jobIds?: readonly string[];
  },
): Promise<void> {
  const { rows: [held] } = await sql<{ isOfJob: boolean }>`
    select h.job_id is not null as is_of_job from legal_holds h
    where h.workspace_id = ${workspaceId} and h.released_at is null
      and (h.job_id = any(${[...jobIds]}::uuid[]) or h.candidate_id in (
        select m.id from candidates m join candidates c on c.person_id = m.person_id
        where c.id = any(${[...candidateIds]}::uuid[])
      )) limit 1`.execute(trx);
  if (!held) return;
  throw new Held(
    `A legal hold on the ${
      held.isOfJob ? "job" : "person"
    } keeps this from being deleted: release it first`,
  );
}
