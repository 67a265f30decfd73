import type { Trx } from "../platform/database.ts";
import { audit } from "./audit.ts";
import type { AuditAction } from "./audit_actions.ts";
import { selectPerson, toPerson } from "./principals.ts";

/**
 * Writes down what a user did to their own account without being signed in, by a link that was
 * mailed to them: in the workspace that they joined first. Who is in none has no history.
 */
export async function auditAsUser(
  trx: Trx,
  userId: string,
  action: AuditAction,
  details: Record<string, unknown> = {},
): Promise<void> {
  const home = await trx.selectFrom("memberships").select("workspaceId")
    .where("userId", "=", userId).orderBy("createdAt").orderBy("workspaceId")
    .limit(1).executeTakeFirst();
  const row = home && await selectPerson(trx, userId, home.workspaceId).executeTakeFirst();
  if (row) await audit(trx, toPerson(row), action, userId, details);
}
