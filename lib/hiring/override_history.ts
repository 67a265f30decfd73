import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { noResume } from "./resumes.ts";
import { Verdict } from "./states.ts";

/** One change of a verdict by a person, whether it still holds or not. */
export const OverrideEntry = z.object({
  id: Id,
  requirementId: Id,
  /** As the requirement was called then. */
  requirementName: z.string(),
  /** What held before: the engine's verdict, or the one that this replaced. */
  from: Verdict,
  to: Verdict,
  reason: z.string(),
  /** Null when that user is gone. */
  userName: z.string().nullable(),
  isOwn: z.boolean(),
  createdAt: Instant,
  /** Null while it holds. `isReplaced`: by another change; else somebody took it back. */
  ended: z.object({
    at: Instant,
    isReplaced: z.boolean(),
    userName: z.string().nullable(),
    isOwn: z.boolean(),
  }).nullable(),
});
export type OverrideEntry = z.infer<typeof OverrideEntry>;

/**
 * Every change of a résumé's verdicts by a person, the last first; those taken back too.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function listOverrides(
  actor: Principal,
  db: Db | Trx,
  resumeId: string,
): Promise<OverrideEntry[]> {
  requirePermission(actor, "evaluations:read");
  const [resume, rows] = await Promise.all([
    db.selectFrom("resumes").select("id")
      .where("id", "=", resumeId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst(),
    db.selectFrom("overrides")
      .leftJoin("users as maker", "maker.id", "overrides.userId")
      .leftJoin("users as ender", "ender.id", "overrides.undoneBy")
      .selectAll("overrides")
      .select(["maker.name as makerName", "ender.name as enderName"])
      .where("resumeId", "=", resumeId).where("workspaceId", "=", actor.workspaceId)
      .orderBy("overrides.createdAt", "desc").orderBy("overrides.id", "desc").execute(),
  ]);
  if (!resume) throw noResume(resumeId);
  const isActor = (userId: string | null) => userId !== null && userId === actor.userId;
  const isSame = (a: Date | null, b: Date) => a?.getTime() === b.getTime();
  return rows.map((row) => {
    const ofRequirement = rows.filter((one) => one.requirementId === row.requirementId);
    const replaced = ofRequirement.find(({ undoneAt }) => isSame(undoneAt, row.createdAt));
    return {
      id: row.id,
      requirementId: row.requirementId,
      requirementName: row.requirementName,
      from: Verdict.parse(replaced?.verdict ?? row.verdictBefore),
      to: Verdict.parse(row.verdict),
      reason: row.reason,
      userName: row.makerName,
      isOwn: isActor(row.userId),
      createdAt: row.createdAt.toISOString(),
      ended: row.undoneAt === null ? null : {
        at: row.undoneAt.toISOString(),
        isReplaced: ofRequirement.some(({ createdAt }) => isSame(row.undoneAt, createdAt)),
        userName: row.enderName,
        isOwn: isActor(row.undoneBy),
      },
    };
  });
}
