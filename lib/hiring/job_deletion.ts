import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { jobKey } from "./job_files.ts";
import { lockJob, noJob } from "./job_lock.ts";
import { removeOrphans } from "./people.ts";
import { requireNotHeld } from "./privacy/legal_holds.ts";
import { tellProgress } from "./progress.ts";
import { resumeKey } from "./resumes.ts";

/** What goes with a job when it is deleted. */
export const JobDeletion = z.object({
  requirements: z.int(),
  /** Each with its file and its evaluation. */
  resumes: z.int(),
  /** People of whom nothing else is kept. */
  candidates: z.int(),
  overrides: z.int(),
});
export type JobDeletion = z.infer<typeof JobDeletion>;

/**
 * Says what would go with a job, before anything does.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function describeDeletion(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<JobDeletion> {
  requirePermission(actor, "jobs:write");
  const { rows: [row] } = await sql<JobDeletion>`
    select
      (select count(*) from requirements q where q.job_id = j.id and q.deleted_at is null)
        as requirements,
      (select count(*) from resumes r where r.job_id = j.id) as resumes,
      (select count(distinct c.person_id) from resumes r join candidates c on c.id = r.candidate_id
        where r.job_id = j.id and not exists (
          select from resumes other join candidates m on m.id = other.candidate_id
          where m.person_id = c.person_id and other.job_id <> j.id
        )) as candidates,
      (select count(*) from overrides o join resumes r on r.id = o.resume_id
        where r.job_id = j.id and o.undone_at is null) as overrides
    from jobs j where j.id = ${jobId} and j.workspace_id = ${actor.workspaceId}`.execute(db);
  if (!row) throw noJob(jobId);
  return row;
}

/**
 * Deletes a job with its requirements, résumés, files, evaluations, and the candidates that are
 * in no other job. Tasks that are still to come find nothing to do.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If a legal hold keeps the job or somebody in it.
 */
export async function deleteJob(
  actor: Principal,
  services: Pick<Services, "db" | "redis" | "storage">,
  jobId: string,
): Promise<void> {
  requirePermission(actor, "jobs:write");
  const { workspaceId } = actor;
  await services.db.transaction().execute(async (trx) => {
    await lockJob(trx, workspaceId, jobId); // from here on nobody adds a résumé
    const people = await trx.selectFrom("resumes").select("candidateId").distinct()
      .where("jobId", "=", jobId).where("candidateId", "is not", null).$narrowType<
      { candidateId: string }
    >().execute();
    const candidateIds = people.map(({ candidateId }) => candidateId);
    await requireNotHeld(trx, workspaceId, { candidateIds, jobIds: [jobId] });
    const resumes = await trx.deleteFrom("resumes").where("jobId", "=", jobId)
      .returning(["id", "candidateId"]).execute();
    const keys = [jobKey(jobId), ...resumes.map(({ id }) => resumeKey(id))];
    await services.storage.delete(trx, keys, workspaceId);
    await removeOrphans(trx, workspaceId, resumes.flatMap(({ candidateId }) => candidateId ?? []));
    await trx.deleteFrom("jobs").where("id", "=", jobId).execute();
    await audit(trx, actor, "job.deleted", jobId, { resumes: resumes.length }, { jobId });
  });
  await tellProgress(services, workspaceId, jobId);
}
