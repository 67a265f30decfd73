import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { noResume } from "./resumes.ts";
import { ensureStages, firstStage, type Stage, stagesById } from "./stages.ts";

/** Where a résumé stands, and whose it is. */
export interface ResumeStage {
  readonly stage: Stage;
  /** How often it was moved. */
  readonly stageVersion: number;
  /** The person that its candidate stands for; null until it is read. */
  readonly personId: string | null;
}

/** @throws {NotFound} If there is no such résumé in the workspace. */
export async function getResumeStage(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<ResumeStage> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const [row, stages, all] = await Promise.all([
    db.selectFrom("resumes").leftJoin("candidates", "candidates.id", "resumes.candidateId")
      .select(["resumes.stageId", "resumes.stageVersion", "candidates.personId"])
      .where("resumes.id", "=", resumeId).where("resumes.workspaceId", "=", workspaceId)
      .executeTakeFirst(),
    ensureStages(db, workspaceId),
    stagesById(db, workspaceId),
  ]);
  if (!row) throw noResume(resumeId);
  const { stageId, stageVersion, personId } = row;
  return { stage: all.get(stageId ?? "") ?? firstStage(stages), stageVersion, personId };
}
