import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import type { AgingKind, HalfLives as EngineHalfLives } from "../talent/types.ts";
import { HALF_LIFE_COLUMNS, type HalfLives, type HalfLivesPatch } from "./half_life_columns.ts";
import { lockJob } from "./job_lock.ts";
import { requirementsChanged } from "./requirements.ts";

/** What has a half-life, in the order in which people see it. */
export const AGING_KINDS = ["occupation", "tool", "knowledge"] as const satisfies AgingKind[];

/** The half-lives of the actor's workspace. */
export async function getHalfLives(actor: Principal, db: Db): Promise<HalfLives> {
  requirePermission(actor, "jobs:read");
  return await selectHalfLives(db, actor.workspaceId);
}

/** The same for who was let in already. */
export function selectHalfLives(db: Db | Trx, workspaceId: string): Promise<EngineHalfLives> {
  return db.selectFrom("workspaces").select(HALF_LIFE_COLUMNS).where("id", "=", workspaceId)
    .executeTakeFirstOrThrow();
}

/** Sets half-lives of the workspace. Where one is another, the résumés of all its jobs are judged anew. */
export function setHalfLives(
  actor: Principal,
  db: Db,
  patch: HalfLivesPatch,
): Promise<HalfLives> {
  requirePermission(actor, "jobs:write");
  const { workspaceId } = actor;
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom("workspaces").select(HALF_LIFE_COLUMNS)
      .where("id", "=", workspaceId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const after = { ...before, ...patch };
    if (isSame(before, after)) return before;
    await trx.updateTable("workspaces").set({
      occupationHalfLife: after.occupation,
      toolHalfLife: after.tool,
      knowledgeHalfLife: after.knowledge,
      updatedAt: new Date(),
    }).where("id", "=", workspaceId).execute();
    const jobs = await trx.selectFrom("jobs").select("id").where("workspaceId", "=", workspaceId)
      .orderBy("id").execute();
    for (const { id } of jobs) await requirementsChanged(trx, await lockJob(trx, workspaceId, id));
    await audit(trx, actor, "workspace.half_lives", workspaceId, { ...after });
    return after;
  });
}

function isSame(one: HalfLives, other: HalfLives): boolean {
  return one.occupation === other.occupation && one.tool === other.tool &&
    one.knowledge === other.knowledge;
}
