import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";

/**
 * Writes a refused sign-in down where its user works: in the workspace that they joined first
 * (OWASP ASVS 4.0.3, 7.1.3). The pauses after wrong guesses bound how many there are.
 *
 * @param userId Whose name was typed; undefined: nobody has it. The same is asked of the database
 *   then, so that the time that it takes does not tell who has an account.
 */
export function noteRefusal(
  db: Db,
  userId: string | undefined,
  reason: "password" | "code",
): Promise<void> {
  return acrossWorkspaces("a user may be in several workspaces", async () => {
    await sql`
    insert into audit_log (workspace_id, user_id, action, target_id, details)
    select workspace_id, user_id, 'user.sign_in_refused', user_id,
      jsonb_build_object('reason', ${reason}::text)
    from memberships where user_id = ${userId ?? null}::uuid
    order by created_at, workspace_id limit 1`.execute(db);
  });
}
