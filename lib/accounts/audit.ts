import type { Db, Trx } from "../platform/database.ts";
import type { Principal } from "./principal.ts";

/**
 * Writes down who did what to which row, in the transaction that does it. For a read of personal
 * data there is none; then `db` will do.
 *
 * @param action What was done, in the past tense: "requirement.added", "resume.read".
 * @param details Ids, counts and verdicts; never what a résumé says.
 */
export async function audit(
  db: Db | Trx,
  actor: Principal,
  action: string,
  targetId: string | null,
  details: Record<string, unknown> = {},
): Promise<void> {
  await db.insertInto("auditLog").values({
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    action,
    targetId,
    details,
  }).execute();
}
