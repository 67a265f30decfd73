import { z } from "zod";
import { type Db, isForeignKeyViolation } from "../platform/database.ts";
import { InvalidInput, NotFound } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import { defaultLimit } from "./call_allowance.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { actsAsSuperuser } from "./superuser_rule.ts";
import { limitsOf, RateLimit, toRateLimit } from "./rate_limits.ts";
import { Tier, TIER_COLUMNS, toTier } from "./tiers.ts";

/** Which tier somebody is to have; null: none of their own. */
export const TierChoice = z.strictObject({ tierId: Id.nullable() });
export type TierChoice = z.infer<typeof TierChoice>;

/** The tier that a user has of their own; without one, that of the workspace holds. */
export const UserTier = z.object({
  username: z.string(),
  tierId: Id.nullable(),
  tier: Tier.nullable(),
});
export type UserTier = z.infer<typeof UserTier>;

/** The tier that a workspace has. */
export const WorkspaceTier = z.object({
  workspaceId: Id,
  tierId: Id.nullable(),
  tier: Tier.nullable(),
});
export type WorkspaceTier = z.infer<typeof WorkspaceTier>;

/** The limits that hold for a user, and where they come from. */
export const UserLimits = z.object({
  username: z.string(),
  /** The tier that holds: the user's own, else that of the workspace. */
  tier: Tier.nullable(),
  data: z.array(RateLimit),
  /** What holds for all operations that are not named. */
  default: z.object({ limit: z.int(), period: z.int() }),
});
export type UserLimits = z.infer<typeof UserLimits>;

/**
 * The tier of a user's own.
 *
 * @throws {NotFound} If there is no such user, or it is somebody else and the actor no superuser.
 */
export async function getUserTier(
  actor: Principal,
  db: Db,
  username: string,
): Promise<UserTier> {
  const user = await findSubject(actor, db, username);
  return { username, tierId: user.ownTierId, tier: await findTierById(db, user.ownTierId) };
}

/**
 * Gives a user a tier, or takes it away. It acts within a second.
 *
 * @throws {NotFound} If there is no such user.
 * @throws {InvalidInput} If there is no such tier.
 */
export async function setUserTier(
  actor: Principal,
  db: Db,
  username: string,
  { tierId }: TierChoice,
): Promise<UserTier> {
  requireAccess(actor, "superuser");
  await withTier(() =>
    db.transaction().execute(async (trx) => {
      const row = await trx.updateTable("users").set({ tierId, updatedAt: new Date() })
        .where("username", "=", username).returning("id").executeTakeFirst();
      if (!row) throw noUser(username);
      await audit(trx, actor, "user.tier_changed", row.id, { tierId });
    })
  );
  return await getUserTier(actor, db, username);
}

/**
 * The tier of a workspace. For superusers.
 *
 * @throws {NotFound} If there is no such workspace.
 */
export async function getWorkspaceTier(
  actor: Principal,
  db: Db,
  workspaceId: string,
): Promise<WorkspaceTier> {
  requireAccess(actor, "superuser");
  const row = await db.selectFrom("workspaces").select("tierId")
    .where("id", "=", workspaceId).executeTakeFirst();
  if (!row) throw new NotFound("There is no such workspace");
  return { workspaceId, tierId: row.tierId, tier: await findTierById(db, row.tierId) };
}

/**
 * Gives a workspace a tier, or takes it away; its quotas hold from now on.
 *
 * @throws {NotFound} If there is no such workspace.
 * @throws {InvalidInput} If there is no such tier.
 */
export async function setWorkspaceTier(
  actor: Principal,
  db: Db,
  workspaceId: string,
  { tierId }: TierChoice,
): Promise<WorkspaceTier> {
  requireAccess(actor, "superuser");
  await withTier(() =>
    db.transaction().execute(async (trx) => {
      const row = await trx.updateTable("workspaces").set({ tierId, updatedAt: new Date() })
        .where("id", "=", workspaceId).returning("id").executeTakeFirst();
      if (!row) throw new NotFound("There is no such workspace");
      await audit(trx, actor, "workspace.tier_changed", workspaceId, { tierId });
    })
  );
  return await getWorkspaceTier(actor, db, workspaceId);
}

/**
 * The limits that hold for a user.
 *
 * @throws {NotFound} If there is no such user, or it is somebody else and the actor no superuser.
 */
export async function getUserLimits(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  username: string,
): Promise<UserLimits> {
  const user = await findSubject(actor, db, username);
  const tierId = user.ownTierId ?? await workspaceTierOf(actor, db, user.id);
  const [tier, rows] = await Promise.all([
    findTierById(db, tierId),
    tierId === null ? [] : limitsOf(db, tierId).execute(),
  ]);
  const { limit, periodSeconds } = defaultLimit(config);
  return { username, tier, data: rows.map(toRateLimit), default: { limit, period: periodSeconds } };
}

/** A user who may be looked at: oneself, or anybody for a superuser. */
async function findSubject(actor: Principal, db: Db, username: string) {
  requireAccess(actor, "person");
  const user = await db.selectFrom("users").select(["id", "tierId as ownTierId"])
    .where("username", "=", username).executeTakeFirst();
  if (!user || (user.id !== actor.userId && !actsAsSuperuser(actor))) throw noUser(username);
  return user;
}

/** Of the actor's workspace for themselves; of others, of the first that they came to. */
async function workspaceTierOf(actor: Principal, db: Db, userId: string): Promise<string | null> {
  const row = await db.selectFrom("memberships")
    .innerJoin("workspaces", "workspaces.id", "memberships.workspaceId")
    .select("workspaces.tierId").where("memberships.userId", "=", userId)
    .$if(userId === actor.userId, (query) => query.where("workspaceId", "=", actor.workspaceId))
    .orderBy("memberships.createdAt").limit(1).executeTakeFirst();
  return row?.tierId ?? null;
}

async function findTierById(db: Db, id: string | null): Promise<Tier | null> {
  if (id === null) return null;
  const row = await db.selectFrom("tiers").select(TIER_COLUMNS).where("id", "=", id)
    .executeTakeFirst();
  return row ? toTier(row) : null;
}

async function withTier(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new InvalidInput("The tier cannot be given", [
      { pointer: "/tier_id", detail: "is not the id of a tier" },
    ], { cause: error });
  }
}

function noUser(username: string): NotFound {
  return new NotFound(`There is no user "${username}"`);
}
