import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { limitsOf, type RateLimit, toRateLimit } from "./rate_limits.ts";
import { findTier, type Tier, toTier } from "./tiers.ts";

/** The most tiers, workspaces and users that a page shows. */
const MOST_SHOWN = 500;

type Shown = "id" | "name" | "monthlyResumes" | "monthlyJobs" | "storageBytes";

/** A tier, and how many have it. */
export interface TierInUse extends Pick<Tier, Shown> {
  readonly limits: number;
  readonly users: number;
  readonly workspaces: number;
}

/** All tiers by name, with how many limits they have and who has them. For superusers. */
export async function listTiersInUse(actor: Principal, db: Db): Promise<TierInUse[]> {
  requireAccess(actor, "superuser");
  const { rows } = await sql<TierInUse>`
    select id, name, monthly_resumes, monthly_jobs, storage_bytes,
      (select count(*) from rate_limits where tier_id = tiers.id)::integer as limits,
      (select count(*) from users where tier_id = tiers.id)::integer as users,
      (select count(*) from workspaces where tier_id = tiers.id)::integer as workspaces
    from tiers order by name limit ${MOST_SHOWN}`.execute(db);
  return rows;
}

/** A workspace, and the tier that it has. */
export interface WorkspaceTier {
  readonly id: string;
  readonly name: string;
  readonly tierId: string | null;
}

/** The workspaces by name with their tiers. For superusers. */
export async function listWorkspaceTiers(actor: Principal, db: Db): Promise<WorkspaceTier[]> {
  requireAccess(actor, "superuser");
  return await db.selectFrom("workspaces").select(["id", "name", "tierId"])
    .where("sandboxOf", "is", null).orderBy("name").orderBy("id").limit(MOST_SHOWN).execute();
}

/** A tier with all that hangs on it. */
export interface WholeTier {
  readonly tier: Tier;
  readonly limits: readonly RateLimit[];
  /** Those who have it of their own. */
  readonly users: readonly { readonly username: string; readonly name: string }[];
}

/**
 * A tier with its limits and users. For superusers.
 *
 * @throws {NotFound} If there is no tier of that name.
 */
export async function getWholeTier(actor: Principal, db: Db, name: string): Promise<WholeTier> {
  requireAccess(actor, "superuser");
  const tier = toTier(await findTier(db, name));
  const [limits, users] = await Promise.all([
    limitsOf(db, tier.id).execute(),
    db.selectFrom("users").select(["username", "name"]).where("tierId", "=", tier.id)
      .orderBy("username").limit(MOST_SHOWN).execute(),
  ]);
  return { tier, limits: limits.map(toRateLimit), users };
}
