import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, InvalidInput } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { takeMasksOff } from "./mask_removal.ts";
import { tellProgress } from "./progress.ts";
import { lockStanding, storeMoves } from "./stage_standing.ts";
import { ensureStages, lockStages, noStage, type Stage, storeOrder } from "./stages.ts";

/** Where those go who stand in the stage; needed when there are any. */
export const StageRemoval = z.strictObject({ moveTo: Id.nullish() });
export type StageRemoval = z.infer<typeof StageRemoval>;

/** How many are moved by one statement. */
const BATCH = 1000;

/**
 * Removes a stage. Those who stand in it are moved first, as by a person: it is in their history.
 *
 * @throws {NotFound} If there is no such stage in the workspace.
 * @throws {Conflict} If it is the first one, the last that means what it means, or somebody stands
 * in it and nobody said where they go.
 * @throws {InvalidInput} If they cannot be moved there.
 */
export async function removeStage(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  stageId: string,
  { moveTo }: StageRemoval = {},
): Promise<{ moved: number }> {
  requirePermission(actor, "stages:write");
  const jobIds = new Set<string>();
  const moved = await services.db.transaction().execute(async (trx) => {
    const stages = await lockStages(trx, actor.workspaceId);
    const stage = stages.find(({ id }) => id === stageId);
    if (!stage) throw noStage(stageId);
    refuseNeeded(stages, stage);
    const standing = await selectStanding(trx, actor, stageId);
    const to = stages.find(({ id }) => id === moveTo);
    if (standing.length > 0) {
      if (!moveTo) throw new Conflict(`${standing.length} stand in it: say where they go`);
      if (!to || to.id === stageId || !canTake(to, stage)) throw wrongTarget();
      const batchId = crypto.randomUUID();
      for (let at = 0; at < standing.length; at += BATCH) {
        const moving = await lockStanding(trx, actor, standing.slice(at, at + BATCH));
        if (to.decision !== "undecided") {
          await takeMasksOff(trx, actor, moving.map(({ resumeId }) => resumeId), "decision");
        }
        await storeMoves(trx, actor, moving, { batchId, to });
        for (const { jobId } of moving) jobIds.add(jobId);
      }
    }
    await trx.updateTable("stages").set({ removedAt: new Date() }).where("id", "=", stageId)
      .execute();
    const rest = stages.filter(({ id }) => id !== stageId).map(({ id }) => id);
    await storeOrder(trx, actor.workspaceId, rest);
    await audit(trx, actor, "stage.removed", stageId, { moved: standing.length });
    return standing.length;
  });
  for (const jobId of jobIds) await tellProgress(services, actor.workspaceId, jobId);
  return { moved };
}

/** Whether those who stand in `from` may be moved there when it is removed: nobody is rejected so. */
export function canTake(to: Stage, from: Stage): boolean {
  return to.decision !== "rejected" || from.decision === "rejected";
}

/** Whether the workspace can do without the stage. */
export function isRemovable(stages: readonly Stage[], stage: Stage): boolean {
  return stage.key !== "new" &&
    stages.filter(({ decision }) => decision === stage.decision).length > 1;
}

/** How many résumés of the workspace stand in which stage, by the stage's id. */
export async function countStanding(
  actor: Principal,
  db: Db,
): Promise<ReadonlyMap<string, number>> {
  requirePermission(actor, "candidates:read");
  const [stages, { rows }] = await Promise.all([
    ensureStages(db, actor.workspaceId),
    sql<{ stageId: string | null; count: number }>`
      select stage_id, count(*) from resumes where workspace_id = ${actor.workspaceId}
      group by stage_id`.execute(db),
  ]);
  const counts = new Map<string, number>();
  const first = stages.find(({ key }) => key === "new")?.id ?? "";
  for (const { stageId, count } of rows) {
    const id = stageId ?? first;
    counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}

function refuseNeeded(stages: readonly Stage[], stage: Stage): void {
  if (stage.key === "new") throw new Conflict("Everybody begins in this stage: it stays");
  if (!isRemovable(stages, stage)) {
    throw new Conflict(`It is the only stage that means ${stage.decision}: add another one first`);
  }
}

async function selectStanding(trx: Trx, actor: Principal, stageId: string): Promise<string[]> {
  const rows = await trx.selectFrom("resumes").select("id").where("stageId", "=", stageId)
    .where("workspaceId", "=", actor.workspaceId).orderBy("jobId").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

function wrongTarget(): InvalidInput {
  return new InvalidInput("They cannot be moved there", [{
    pointer: "/move_to",
    detail: "must be another stage, and none that rejects: a refusal has a reason",
  }]);
}
