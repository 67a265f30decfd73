import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { enqueueRemovalsOf } from "../platform/storage/removal.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { findReachable } from "./accounts.ts";
import { audit } from "./audit.ts";
import { forgetPerson } from "./cache_tags.ts";
import { languageOf } from "./email_verification.ts";
import { endAccess } from "./end_access.ts";
import { queueMail } from "./mails.ts";
import { requireOwnPassword } from "./own_password.ts";
import { PresentPassword } from "./password_rules.ts";
import { requireAccess } from "./permissions.ts";
import { type Principal, requirePerson } from "./principal.ts";
import { lockWorkspaces } from "./workspaces.ts";

/** What is asked before one's own account goes. */
export const AccountRemoval = z.strictObject({ password: PresentPassword.optional() });
export type AccountRemoval = z.infer<typeof AccountRemoval>;

/**
 * Deletes an account: one's own, by its password, for superusers anybody's. Its user is signed out
 * everywhere and tells nobody's name any more from where they were a member; username and address
 * stay taken until `eraseAccount()`.
 *
 * @param address The address of the client, as the server sees it.
 * @throws {NotFound} If there is no such user, or they are somebody else.
 * @throws {InvalidInput} If the password is missing or wrong.
 * @throws {Conflict} If others work in a workspace of which they are the last owner, or if they
 *   are the last superuser.
 */
export function deleteAccount(
  actor: Principal,
  { db }: Pick<Services, "db">,
  username: string,
  { password, address }: AccountRemoval & { readonly address: string },
): Promise<void> {
  return acrossWorkspaces("a user may be in several workspaces", async () => {
    requirePerson(actor);
    const userId = await findReachable(actor, db, username);
    if (userId === actor.userId) {
      const check = { address, message: "The account was not deleted", pointer: "/password" };
      if (password === undefined) {
        throw new InvalidInput(check.message, [{ pointer: "/password", detail: "must be given" }]);
      }
      await requireOwnPassword(actor, db, password, check);
    }
    await db.transaction().execute(async (trx) => {
      const { alone } = await requireNotNeeded(trx, userId);
      // Or somebody would come into a workspace without an owner.
      if (alone.length > 0) await revokeInvitations(trx, alone);
      const user = await trx.updateTable("users")
        .set({ isDeleted: true, deletedAt: new Date(), updatedAt: new Date() })
        .where("id", "=", userId).where("isDeleted", "=", false)
        .returning(["name", "email", "language"]).executeTakeFirst();
      if (!user) throw new Conflict("The account is deleted already");
      await endAccess(trx, userId);
      await trx.updateTable("mailLinks").set({ usedAt: new Date() })
        .where("userId", "=", userId).where("usedAt", "is", null).execute();
      await queueMail(trx, {
        kind: "account_deleted",
        to: user.email,
        language: languageOf(user),
        params: { name: user.name },
        userId,
        workspaceId: null,
      });
      await audit(trx, actor, "user.deleted", userId);
    });
  });
}

/**
 * Erases an account for good, whether it was deleted before or not; its username and address can
 * be taken again. Workspaces that nobody else is in go with everything in them.
 *
 * @throws {Forbidden} If the actor is no superuser.
 * @throws {NotFound} If there is no such user.
 * @throws {Conflict} As of `deleteAccount()`, or if it is the actor's own.
 */
export async function eraseAccount(actor: Principal, db: Db, username: string): Promise<void> {
  requireAccess(actor, "superuser");
  const user = await db.selectFrom("users").select("id")
    .where("username", "=", username).executeTakeFirst();
  if (!user) throw new NotFound(`There is no user "${username}"`);
  if (user.id === actor.userId) {
    throw new Conflict("Your own account cannot be erased by yourself: ask another superuser");
  }
  await db.transaction().execute(async (trx) => {
    const { alone } = await requireNotNeeded(trx, user.id);
    await audit(trx, actor, "user.erased", user.id, {
      workspaces: alone.length,
      workspaceIds: alone,
    });
    await forgetPerson(trx, user.id);
    await eraseWorkspaces(trx, alone);
    await trx.deleteFrom("users").where("id", "=", user.id).execute();
  });
}

/**
 * Erases an account from a restored database that had been erased before, whoever else was in its
 * workspaces at that time.
 *
 * @returns Whether anything of it was there.
 */
export function eraseAccountAgain(
  db: Db,
  { workspaceId, userId, erasedWorkspaceIds }: {
    /** Of who erased it. */
    readonly workspaceId: string;
    readonly userId: string;
    readonly erasedWorkspaceIds: readonly string[];
  },
): Promise<boolean> {
  return acrossWorkspaces(
    "a user may be in several workspaces",
    () =>
      db.transaction().execute(async (trx) => {
        const { length } = await eraseWorkspaces(trx, erasedWorkspaceIds);
        const user = await trx.deleteFrom("users").where("id", "=", userId).returning("id")
          .executeTakeFirst();
        if (!user && length === 0) return false;
        const home = await trx.selectFrom("workspaces").select("id").where("id", "=", workspaceId)
          .executeTakeFirst();
        if (home) {
          await audit(trx, { workspaceId, userId: null, apiKeyId: null }, "user.erased", userId, {
            cause: "restore",
            workspaces: length,
            workspaceIds: erasedWorkspaceIds,
          });
        }
        return true;
      }),
  );
}

/** @returns Those that there were. */
async function eraseWorkspaces(trx: Trx, ids: readonly string[]): Promise<{ id: string }[]> {
  if (ids.length === 0) return [];
  await enqueueRemovalsOf(trx, ids);
  return await trx.deleteFrom("workspaces").where("id", "in", [...ids]).returning("id").execute();
}

async function revokeInvitations(trx: Trx, workspaceIds: readonly string[]): Promise<void> {
  await trx.updateTable("invitations").set({ revokedAt: new Date() })
    .where("workspaceId", "in", [...workspaceIds])
    .where("acceptedAt", "is", null).where("revokedAt", "is", null).execute();
}

/** Locks what the account is needed for; answers the workspaces that nobody else is in. */
async function requireNotNeeded(trx: Trx, userId: string): Promise<{ alone: string[] }> {
  await requireOtherSuperuser(trx, userId);
  const own = await trx.selectFrom("memberships").select(["workspaceId", "role"])
    .where("userId", "=", userId).execute();
  if (own.length === 0) return { alone: [] };
  const ids = own.map(({ workspaceId }) => workspaceId);
  await lockWorkspaces(trx, ids);
  const others = await trx.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .select(["memberships.workspaceId", "memberships.role", "users.isDeleted", "users.isDisabled"])
    .where("memberships.workspaceId", "in", ids).where("users.id", "!=", userId).execute();
  for (const { workspaceId, role } of own) {
    const left = others.filter((one) => one.workspaceId === workspaceId && !one.isDeleted);
    const hasOwner = left.some((one) => one.role === "owner" && !one.isDisabled);
    if (role === "owner" && left.length > 0 && !hasOwner) {
      throw new Conflict(
        "Others work in a workspace that would be without an owner: make one of them an owner first",
      );
    }
  }
  const shared = new Set(others.map(({ workspaceId }) => workspaceId));
  return { alone: ids.filter((id) => !shared.has(id)) };
}

/** With all of them locked, so that the last two cannot go at once. */
async function requireOtherSuperuser(trx: Trx, userId: string): Promise<void> {
  const superusers = await trx.selectFrom("users").select(["id", "isDisabled"])
    .where("isSuperuser", "=", true).where("isDeleted", "=", false)
    .orderBy("id").forNoKeyUpdate().execute();
  const isOne = superusers.some(({ id }) => id === userId);
  if (isOne && !superusers.some(({ id, isDisabled }) => id !== userId && !isDisabled)) {
    throw new Conflict("The last superuser stays: make somebody else a superuser first");
  }
}
