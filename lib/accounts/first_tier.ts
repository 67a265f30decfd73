import type { Db } from "../platform/database.ts";
import { findTier, type Tier, type TierPatch, toTier } from "./tiers.ts";

/** The quotas of the first tier. */
export const FIRST_QUOTAS = { monthlyResumes: 500, monthlyJobs: 20, storageBytes: 5 * 1024 ** 3 };

/** What was found or made. */
export interface EnsuredTier {
  readonly tier: Tier;
  readonly isNew: boolean;
}

/**
 * Sees to it that there is a tier of that name. One that is there stays as it is, so that it may
 * be run again, also by two at once. Nobody is given it.
 *
 * @param input Quotas that are not given are those of the first tier; null is none.
 */
export async function ensureTier(
  db: Db,
  input: TierPatch & { name: string },
): Promise<EnsuredTier> {
  const made = await db.insertInto("tiers").values({ ...FIRST_QUOTAS, ...input })
    .onConflict((conflict) => conflict.doNothing()).returning("id").executeTakeFirst();
  return { tier: toTier(await findTier(db, input.name)), isNew: made !== undefined };
}
