import { z } from "zod";
import { crud } from "../platform/crud.ts";
import { type Db, isForeignKeyViolation, isUniqueViolation } from "../platform/database.ts";
import type { Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { audit } from "./audit.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

const NAME_RULE = "must be 1 to 40 letters, digits, `-` and `_`, the first a letter or digit";

/** The name of a tier, which stands in paths. */
export const TierName = z.string(NAME_RULE).trim().regex(
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/,
  NAME_RULE,
);

const Quota = z.int("must be a whole number or null").min(0, "must not be negative")
  .max(100_000_000, "must be at most 100000000").nullable();

const Bytes = z.int("must be a whole number or null").min(0, "must not be negative").nullable();

/**
 * A tier as it is made: its name, what a workspace may add in a month (null: any number), and what
 * its files may have together (null: what STORAGE_QUOTA_BYTES says).
 */
export const TierInput = z.strictObject({
  name: TierName,
  monthlyResumes: Quota.default(null),
  monthlyJobs: Quota.default(null),
  storageBytes: Bytes.default(null),
});
export type TierInput = z.input<typeof TierInput>;

/** A change of a tier; what is left out stays. */
export const TierPatch = z.strictObject({
  name: TierName,
  monthlyResumes: Quota,
  monthlyJobs: Quota,
  storageBytes: Bytes,
}).partial();
export type TierPatch = z.infer<typeof TierPatch>;

/** What a customer has been given. */
export const Tier = z.object({
  id: Id,
  name: z.string(),
  monthlyResumes: z.int().nullable(),
  monthlyJobs: z.int().nullable(),
  storageBytes: z.int().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Tier = z.infer<typeof Tier>;

const tiers = crud("tiers");

export const TIER_COLUMNS = [
  "id",
  "name",
  "monthlyResumes",
  "monthlyJobs",
  "storageBytes",
  "createdAt",
  "updatedAt",
] as const;

/**
 * Makes a tier, without limits.
 *
 * @throws {Forbidden} If the actor is no superuser.
 * @throws {Conflict} If there is a tier of that name; upper and lower case do not differ.
 */
export async function createTier(actor: Principal, db: Db, input: TierInput): Promise<Tier> {
  requireAccess(actor, "superuser");
  return await named(input.name, () =>
    db.transaction().execute(async (trx) => {
      const row = await tiers.create(trx, input, { select: TIER_COLUMNS });
      await audit(trx, actor, "tier.created", row.id, { name: row.name });
      return toTier(row);
    }));
}

/** All tiers, by name. */
export async function listTiers(
  actor: Principal,
  db: Db,
  query: PageQuery,
): Promise<PageOf<Tier>> {
  requireAccess(actor, "person");
  const { data, totalCount } = await tiers.getMulti(db, {
    select: TIER_COLUMNS,
    sort: ["name"],
    offset: offsetOf(query),
    limit: query.itemsPerPage,
  });
  return toPage(data.map(toTier), totalCount, query);
}

/** @throws {NotFound} If there is no tier of that name. */
export async function getTier(actor: Principal, db: Db, name: string): Promise<Tier> {
  requireAccess(actor, "person");
  return toTier(await findTier(db, name));
}

/**
 * Changes a tier. Processes act on it within two seconds.
 *
 * @throws {NotFound} If there is no tier of that name.
 * @throws {Conflict} If there is another one of the new name.
 */
export async function updateTier(
  actor: Principal,
  db: Db,
  name: string,
  patch: TierPatch,
): Promise<Tier> {
  requireAccess(actor, "superuser");
  return await named(patch.name ?? name, () =>
    db.transaction().execute(async (trx) => {
      const { id } = await findTier(trx, name);
      const row = await tiers.update(trx, { id }, patch, { select: TIER_COLUMNS });
      await audit(trx, actor, "tier.updated", id, { fields: Object.keys(patch) });
      return toTier(row);
    }));
}

/**
 * Removes a tier with its limits.
 *
 * @throws {NotFound} If there is no tier of that name.
 * @throws {Conflict} If users or workspaces have it; the message says how many.
 */
export async function deleteTier(actor: Principal, db: Db, name: string): Promise<void> {
  requireAccess(actor, "superuser");
  try {
    await db.transaction().execute(async (trx) => {
      const { id } = await findTier(trx, name);
      await tiers.delete(trx, { id });
      await audit(trx, actor, "tier.deleted", id, { name });
    });
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new Conflict(await whoHas(db, name), { cause: error });
  }
}

/** @throws {NotFound} If there is no tier of that name; upper and lower case do not differ. */
export async function findTier(db: Db | Trx, name: string) {
  const row = await db.selectFrom("tiers").select(TIER_COLUMNS)
    .where((eb) => eb(eb.fn<string>("lower", ["name"]), "=", name.toLowerCase()))
    .executeTakeFirst();
  if (!row) throw noTier(name);
  return row;
}

async function whoHas(db: Db, name: string): Promise<string> {
  const { id } = await findTier(db, name);
  const [users, workspaces] = await Promise.all([
    db.selectFrom("users").select("username as name").where("tierId", "=", id)
      .orderBy("username").execute(),
    db.selectFrom("workspaces").select("name").where("tierId", "=", id).orderBy("name").execute(),
  ]);
  const those = [
    users.length > 0 && `${some(users)} (${users.length} users)`,
    workspaces.length > 0 && `${some(workspaces)} (${workspaces.length} workspaces)`,
  ].filter(Boolean).join(" and ");
  return `"${name}" is the tier of ${those || "somebody"}: give them another one or none first`;
}

function some(rows: readonly { name: string }[]): string {
  return [...rows.slice(0, 3).map(({ name }) => name), ...(rows.length > 3 ? ["…"] : [])].join(
    ", ",
  );
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error, "tiers_name_key")) throw error;
    throw new Conflict(`There is a tier "${name}" already`, { cause: error });
  }
}

function noTier(name: string): NotFound {
  return new NotFound(`There is no tier "${name}"`);
}

/** A row as it is shown. */
export function toTier<T extends { createdAt: Date; updatedAt: Date }>(row: T) {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
