import { sql } from "kysely";
import { type Acting, audit } from "../../accounts/audit.ts";
import { redactAudit } from "../../accounts/audit_redaction.ts";
import { purgeCached } from "../../platform/cache.ts";
import type { Config } from "../../platform/config.ts";
import type { Trx } from "../../platform/database.ts";
import { removeWrittenMail } from "../../platform/mail.ts";
import type { Services } from "../../platform/services.ts";
import { afterCommit } from "../../platform/transaction.ts";
import { noCandidate, personOf } from "../candidate_rows.ts";
import { keepTallies } from "../equal_treatment/applications.ts";
import { lockJob } from "../job_lock.ts";
import { lockPeople } from "../people.ts";
import { tellProgress } from "../progress.ts";
import { resumeKey } from "../resumes.ts";
import { requireNotHeld } from "./legal_holds.ts";

/**
 * Why somebody's data is deleted: somebody of the workspace does, they ask, its time is over, or a
 * backup has brought back who was erased.
 */
export type ErasureCause = "person" | "request" | "retention" | "restore";

/** What an erasure reaches beside the database. */
export interface ErasureReach extends Pick<Services, "storage"> {
  readonly config: Pick<Config, "mail">;
}

/**
 * Erases a person with everybody merged into them: résumés, files, evaluations, letters, mails,
 * requests, notes, tags, and what the audit log says of them in words. What is left is the proof: an entry with the
 * ids of what went and the SHA-256 of each file.
 *
 * @param check Asked once nobody else can change the person; throws to keep them.
 * @returns What they were in, for `afterErasure()`.
 * @throws {NotFound} If there is no such candidate in the workspace.
 * @throws {Conflict} If a legal hold keeps them, or somebody changes them at this moment.
 */
export async function erasePerson(
  trx: Trx,
  services: ErasureReach,
  by: Acting,
  candidateId: string,
  cause: ErasureCause,
  check: () => Promise<void> = () => Promise.resolve(),
): Promise<Erased> {
  const { workspaceId } = by;
  const jobIds = await lockJobsOf(trx, workspaceId, candidateId);
  const members = await lockPeople(trx, workspaceId, [candidateId]);
  const [one] = members;
  if (!one) throw noCandidate(candidateId);
  const ids = members.map(({ id }) => id);
  await requireNotHeld(trx, workspaceId, { candidateIds: ids, jobIds });
  await check();
  const erased = { personId: one.personId, candidateIds: ids, resumeIds: [], jobIds };
  return await eraseMembers(trx, services, by, erased, cause);
}

/** Whom to erase: a person by all their candidates, whose rows are locked. */
export interface ToErase {
  readonly personId: string;
  readonly candidateIds: readonly string[];
  /** Résumés of theirs beside those that their candidates have. */
  readonly resumeIds: readonly string[];
  readonly jobIds: readonly string[];
}

/** Erases a person as `erasePerson()` does, whether or not a legal hold keeps them. */
export async function eraseMembers(
  trx: Trx,
  { storage, config }: ErasureReach,
  by: Acting,
  { personId, candidateIds, resumeIds, jobIds }: ToErase,
  cause: ErasureCause,
): Promise<Erased> {
  const { workspaceId } = by;
  const ids = [...candidateIds];
  await keepTallies(trx, workspaceId, ids);
  const notes = await countNotes(trx, ids);
  const evaluationIds = await evaluationsOf(trx, ids);
  const letters = await trx.deleteFrom("letters").where("candidateId", "in", ids)
    .returning("id").execute();
  const mails = await trx.deleteFrom("mails").where("candidateId", "in", ids)
    .returning("id").execute();
  const resumes = await trx.deleteFrom("resumes")
    .where((eb) =>
      eb.or([
        eb("candidateId", "in", ids),
        eb("id", "=", sql<string>`any(${[...resumeIds]}::uuid[])`),
      ])
    )
    .where("workspaceId", "=", workspaceId).returning(["id", "contentHash"]).execute();
  await storage.delete(trx, resumes.map(({ id }) => resumeKey(id)), workspaceId);
  await trx.deleteFrom("candidates").where("id", "in", ids)
    .where("workspaceId", "=", workspaceId).execute();
  await redactAudit(trx, sql`candidate_id = any(${ids}::uuid[])`, ["tag"]);
  await audit(trx, by, "candidate.deleted", personId, {
    cause,
    resumes: resumes.length,
    evaluations: evaluationIds.length,
    notes,
    candidates: ids,
    letters: letters.map(({ id }) => id),
    files: resumes.map(({ id, contentHash }) => ({ id, sha256: contentHash.toHex() })),
  }, { candidateId: personId });
  await afterCommit(trx, async () => {
    for (const { id } of [...letters, ...mails]) await removeWrittenMail(config, id);
  });
  return { jobIds, resumeIds: resumes.map(({ id }) => id), evaluationIds };
}

/** Where somebody was who is erased. */
export interface Erased {
  readonly jobIds: readonly string[];
  readonly resumeIds: readonly string[];
  readonly evaluationIds: readonly string[];
}

/** Once it is committed: takes out what caches keep of them, and tells who watches their jobs. */
export async function afterErasure(
  services: Pick<Services, "db" | "redis">,
  workspaceId: string,
  erased: readonly Erased[],
): Promise<void> {
  const jobIds = [...new Set(erased.flatMap((one) => one.jobIds))];
  await purgeCached(services.db, [
    ...jobIds.map((id) => ({ name: "ranking", id })),
    ...erased.flatMap((one) => [
      ...one.evaluationIds.map((id) => ({ name: "evaluation", id })),
      ...one.resumeIds.map((id) => ({ name: "profile", id })),
    ]),
  ]);
  for (const jobId of jobIds) await tellProgress(services, workspaceId, jobId);
}

async function countNotes(trx: Trx, candidateIds: readonly string[]): Promise<number> {
  const { count } = await trx.selectFrom("notes")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("candidateId", "in", [...candidateIds]).executeTakeFirstOrThrow();
  return count;
}

async function evaluationsOf(trx: Trx, candidateIds: readonly string[]): Promise<string[]> {
  const rows = await trx.selectFrom("evaluations")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId").select("evaluations.id")
    .where("resumes.candidateId", "in", [...candidateIds]).execute();
  return rows.map(({ id }) => id);
}

/** Locks the jobs of a person before the person, as whoever removes a résumé does. */
async function lockJobsOf(trx: Trx, workspaceId: string, candidateId: string): Promise<string[]> {
  const { personId } = await personOf(trx, workspaceId, candidateId);
  const rows = await trx.selectFrom("resumes")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .select("resumes.jobId").distinct().where("candidates.personId", "=", personId)
    .orderBy("resumes.jobId").execute();
  for (const { jobId } of rows) await lockJob(trx, workspaceId, jobId, "share");
  return rows.map(({ jobId }) => jobId);
}
