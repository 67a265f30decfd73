import { z } from "zod";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { pendingAddress } from "./email_verification.ts";
import { type Principal, requirePerson } from "./principal.ts";
import { actsAsSuperuser } from "./superuser_rule.ts";
import { selectUsers, toUser, User } from "./user_rows.ts";
import { listWorkspacesOf, OwnWorkspace } from "./workspaces.ts";

/** A user with what only they and superusers see. */
export const Account = User.extend({
  /** The address that they asked for and have not confirmed yet. */
  pendingEmail: z.string().nullable(),
  workspaces: z.array(OwnWorkspace),
});
export type Account = z.infer<typeof Account>;

/** The actor's own account. */
export async function getOwnAccount(actor: Principal, db: Db): Promise<Account> {
  requirePerson(actor);
  return await readAccount(db, actor.userId);
}

/**
 * A user by name: the actor's own account, for superusers anybody's, deleted ones too.
 *
 * @throws {NotFound} If there is no such user, or they are somebody else.
 */
export async function getAccount(actor: Principal, db: Db, username: string): Promise<Account> {
  return await readAccount(db, await findReachable(actor, db, username));
}

/**
 * The id of a user that the actor may change: themselves, for superusers anybody.
 *
 * @throws {NotFound} If there is no such user, or they are somebody else.
 */
export async function findReachable(
  actor: Principal,
  db: Db,
  username: string,
): Promise<string> {
  requirePerson(actor);
  const row = await db.selectFrom("users").select("id")
    .where("username", "=", username).executeTakeFirst();
  if (row && (row.id === actor.userId || actsAsSuperuser(actor))) return row.id;
  throw new NotFound(`There is no user "${username}"`);
}

/** @throws {NotFound} If there is no such user. */
export async function readAccount(db: Db, userId: string): Promise<Account> {
  const [row, workspaces, pendingEmail] = await Promise.all([
    selectUsers(db).where("users.id", "=", userId).executeTakeFirst(),
    listWorkspacesOf(db, userId),
    pendingAddress(db, userId),
  ]);
  if (!row) throw new NotFound("There is no such user");
  return { ...toUser(row), pendingEmail, workspaces };
}
