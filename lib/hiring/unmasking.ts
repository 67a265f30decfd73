import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Services } from "../platform/services.ts";
import { lockJob } from "./job_lock.ts";
import { takeMasksOff } from "./mask_removal.ts";
import { tellProgress } from "./progress.ts";
import type { ResumeRow } from "./resume_rows.ts";
import { selectResume } from "./resumes.ts";

/**
 * Shows whose a masked résumé is, before anything is decided. Who does so is written down. The job's
 * other résumés stay masked, and one that is not masked stays as it is.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function unmaskResume(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  resumeId: string,
): Promise<ResumeRow> {
  requirePermission(actor, "decisions:write");
  const row = await services.db.transaction().execute(async (trx) => {
    const { jobId } = await selectResume(trx, actor.workspaceId, resumeId);
    await lockJob(trx, actor.workspaceId, jobId, "share");
    await takeMasksOff(trx, actor, [resumeId], "person");
    return await selectResume(trx, actor.workspaceId, resumeId);
  });
  await tellProgress(services, actor.workspaceId, row.jobId);
  return row;
}
