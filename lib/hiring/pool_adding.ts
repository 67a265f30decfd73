import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { countInQuota } from "../accounts/quotas.ts";
import { keepFile } from "../accounts/stored_bytes.ts";
import type { Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { lockJob } from "./job_lock.ts";
import { isAvailable } from "./pool_people.ts";
import { tellProgress } from "./progress.ts";
import { noResume, resumeKey } from "./resumes.ts";
import { enqueueReadResume } from "./tasks.ts";

/** Who is to be put forward for a job, by their résumés in others. */
export const PoolChoice = z.strictObject({ resumeIds: z.array(Id).min(1).max(100) });
export type PoolChoice = z.infer<typeof PoolChoice>;

export const AddedFromPool = z.object({
  /** The new résumés, in the order of those chosen; they are read and judged now. */
  resumeIds: z.array(Id),
  /** How many were left: in the job by now, or not to be asked any more. */
  left: z.int(),
});
export type AddedFromPool = z.infer<typeof AddedFromPool>;

/**
 * Puts people forward for a job with a copy of a résumé that they sent for another one. It is
 * judged like any other; the day on which it was received stays.
 *
 * @throws {NotFound} If there is no such job or résumé in the workspace.
 * @throws {Conflict} If the job is archived.
 * @throws {QuotaExceeded | StorageFull} If the month or the workspace has no room for all of them;
 *   then nobody is put forward.
 */
export async function addFromPool(
  actor: Principal,
  services: Services,
  jobId: string,
  { resumeIds }: PoolChoice,
): Promise<AddedFromPool> {
  requirePermission(actor, "resumes:write");
  const added = await services.db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId);
    if (job.archivedAt) throw new Conflict(`"${job.title}" is archived: reopen it to add résumés`);
    const ids: string[] = [];
    for (const resumeId of new Set(resumeIds)) {
      const id = await copyResume(actor, services, trx, jobId, resumeId);
      if (id) ids.push(id);
    }
    await trx.updateTable("jobs").set({ updatedAt: new Date() }).where("id", "=", jobId).execute();
    return ids;
  });
  await tellProgress(services, actor.workspaceId, jobId);
  return { resumeIds: added, left: new Set(resumeIds).size - added.length };
}

/** @returns Undefined when the person is in the job already, or may not be asked. */
async function copyResume(
  actor: Principal,
  services: Services,
  trx: Trx,
  jobId: string,
  resumeId: string,
): Promise<string | undefined> {
  const { workspaceId } = actor;
  const { rows: [source] } = await sql<{ candidateId: string; isFree: boolean }>`
    select r.candidate_id, ${isAvailable(jobId)} as is_free
    from resumes r join candidates c on c.id = r.candidate_id
    where r.id = ${resumeId} and r.workspace_id = ${workspaceId} and r.status = 'done'
    for share of r`.execute(trx);
  if (!source) throw noResume(resumeId);
  const bytes = await services.storage.get(trx, resumeKey(resumeId), workspaceId);
  if (!bytes) throw new NotFound(`The file of résumé ${resumeId} was not kept`);
  if (!source.isFree) return undefined;
  const { rows: [made] } = await sql<{ id: string }>`
    insert into resumes (workspace_id, job_id, candidate_id, file_name, content_hash, size_bytes,
      received_on, uploaded_by)
    select workspace_id, ${jobId}, candidate_id, file_name, content_hash, size_bytes, received_on,
      ${actor.userId}
    from resumes where id = ${resumeId}
    on conflict (job_id, content_hash) do nothing returning id`.execute(trx);
  if (!made) return undefined;
  await countInQuota(trx, workspaceId, "resumes");
  await keepFile(trx, services, { key: resumeKey(made.id), workspaceId, bytes });
  await enqueueReadResume(trx, { workspaceId, resumeId: made.id });
  await audit(trx, actor, "resume.added", made.id, { fromResumeId: resumeId }, {
    jobId,
    resumeId: made.id,
    candidateId: source.candidateId,
  });
  return made.id;
}
