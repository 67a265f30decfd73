import type { Db } from "../platform/database.ts";
import type { Language } from "../talent/types.ts";
import type { Principal, Role } from "./principal.ts";

/** Who the user is in that workspace; undefined when they are not, or no longer, a member. */
export async function findPrincipal(
  db: Db,
  userId: string,
  workspaceId: string,
): Promise<Principal | undefined> {
  const row = await db.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .select(["users.name", "users.isSuperuser", "users.language", "memberships.role"])
    .where("memberships.userId", "=", userId)
    .where("memberships.workspaceId", "=", workspaceId)
    .executeTakeFirst();
  return row && {
    userId,
    workspaceId,
    name: row.name,
    role: row.role as Role,
    isSuperuser: row.isSuperuser,
    language: row.language as Language | null,
  };
}
