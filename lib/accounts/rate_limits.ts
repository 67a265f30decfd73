import { z } from "zod";
import { crud } from "../platform/crud.ts";
import { type Db, isUniqueViolation } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { audit } from "./audit.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { RoutePath } from "./route_path.ts";
import { findTier, toTier } from "./tiers.ts";

const NAME_RULE = "must be 1 to 80 letters, digits and `_.:-`";
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const Name = z.string(NAME_RULE).trim().regex(/^[A-Za-z0-9_.:-]{1,80}$/, NAME_RULE);
const Method = z.enum(METHODS, `must be one of ${METHODS.join(", ")}`).nullable();

function whole(max: number) {
  return z.int("must be a whole number").min(1, "must be at least 1").max(
    max,
    `must be at most ${max}`,
  );
}
const Calls = whole(1_000_000);
const Seconds = whole(2_678_400);

/** A limit as it is made: `limit` calls within any `period` seconds. */
export const RateLimitInput = z.strictObject({
  /** Stands in the headers; without one, it is made of method, path, limit and period. */
  name: Name.optional(),
  path: RoutePath,
  /** Null: every method. */
  method: Method.default(null),
  limit: Calls,
  period: Seconds,
});
export type RateLimitInput = z.infer<typeof RateLimitInput>;

/** A change of a limit; what is left out stays. */
export const RateLimitPatch = z.strictObject({
  name: Name,
  path: RoutePath,
  method: Method,
  limit: Calls,
  period: Seconds,
}).partial();
export type RateLimitPatch = z.infer<typeof RateLimitPatch>;

/** How often operations may be called. */
export const RateLimit = z.object({
  id: Id,
  tierId: Id,
  name: z.string(),
  method: z.enum(METHODS).nullable(),
  path: z.string(),
  limit: z.int(),
  period: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type RateLimit = z.infer<typeof RateLimit>;

const rateLimits = crud("rateLimits");

/** Two are called otherwise outside, as the guide names them. */
const SHARED = ["id", "tierId", "name", "method", "path", "createdAt", "updatedAt"] as const;
const COLUMNS = [...SHARED, "maxCalls", "periodSeconds"] as const;

/**
 * Gives a tier a limit more. Processes act on it within two seconds.
 *
 * @throws {NotFound} If there is no such tier.
 * @throws {Conflict} If the tier has a limit of that name.
 */
export async function createRateLimit(
  actor: Principal,
  db: Db,
  tierName: string,
  { name, path, method, limit, period }: RateLimitInput,
): Promise<RateLimit> {
  requireAccess(actor, "superuser");
  const given = name ?? nameOf(method, path, limit, period);
  return await named(given, tierName, () =>
    db.transaction().execute(async (trx) => {
      const tier = await findTier(trx, tierName);
      const row = await rateLimits.create(trx, {
        tierId: tier.id,
        name: given,
        method,
        path,
        maxCalls: limit,
        periodSeconds: period,
      }, { select: COLUMNS });
      await audit(trx, actor, "rate_limit.created", row.id, { tier: tier.name, name: given });
      return renamed(row);
    }));
}

/** @throws {NotFound} If there is no such tier. */
export async function listRateLimits(
  actor: Principal,
  db: Db,
  tierName: string,
  query: PageQuery,
): Promise<PageOf<RateLimit>> {
  requireAccess(actor, "person");
  const tier = await findTier(db, tierName);
  const { data, totalCount } = await rateLimits.getMulti(db, {
    where: { tierId: tier.id },
    select: COLUMNS,
    sort: ["path", "method"],
    offset: offsetOf(query),
    limit: query.itemsPerPage,
  });
  return toPage(data.map(renamed), totalCount, query);
}

/** All limits of a tier, by path. */
export function limitsOf(db: Db, tierId: string) {
  return db.selectFrom("rateLimits").select(SHARED)
    .select(["maxCalls as limit", "periodSeconds as period"]).where("tierId", "=", tierId)
    .orderBy("path").orderBy("method").orderBy("id");
}

/** @throws {NotFound} If the tier has no such limit. */
export async function getRateLimit(
  actor: Principal,
  db: Db,
  tierName: string,
  id: string,
): Promise<RateLimit> {
  requireAccess(actor, "person");
  const tier = await findTier(db, tierName);
  const row = await rateLimits.get(db, { id, tierId: tier.id }, { select: COLUMNS });
  if (!row) throw noLimit(tierName);
  return renamed(row);
}

/**
 * Changes a limit; what was counted stays counted.
 *
 * @throws {NotFound} If the tier has no such limit.
 * @throws {Conflict} If the tier has another limit of the new name.
 */
export async function updateRateLimit(
  actor: Principal,
  db: Db,
  tierName: string,
  { id, limit, period, ...patch }: RateLimitPatch & { id: string },
): Promise<RateLimit> {
  requireAccess(actor, "superuser");
  return await named(patch.name ?? "", tierName, () =>
    db.transaction().execute(async (trx) => {
      const tier = await findTier(trx, tierName);
      const change = {
        ...patch,
        ...(limit === undefined ? {} : { maxCalls: limit }),
        ...(period === undefined ? {} : { periodSeconds: period }),
      };
      const row = await rateLimits.update(trx, { id, tierId: tier.id }, change, {
        select: COLUMNS,
      });
      await audit(trx, actor, "rate_limit.updated", id, { tier: tier.name, name: row.name });
      return renamed(row);
    }));
}

/** @throws {NotFound} If the tier has no such limit. */
export async function deleteRateLimit(
  actor: Principal,
  db: Db,
  tierName: string,
  id: string,
): Promise<void> {
  requireAccess(actor, "superuser");
  await db.transaction().execute(async (trx) => {
    const tier = await findTier(trx, tierName);
    const row = await rateLimits.get(trx, { id, tierId: tier.id }, { select: ["name"] });
    if (!row) throw noLimit(tierName);
    await rateLimits.delete(trx, { id });
    await audit(trx, actor, "rate_limit.deleted", id, { tier: tier.name, name: row.name });
  });
}

/** `POST`, `/api/v1/jobs/{id}/resumes`, 100 and 60 as `post.jobs.id.resumes:100:60`. */
function nameOf(method: string | null, path: string, limit: number, period: number): string {
  const words = path.replace("/api/v1/", "").replace("*", "all").replaceAll(/[{}]/g, "");
  const name = `${method ? `${method.toLowerCase()}.` : ""}${words.replaceAll("/", ".")}`;
  return `${name.slice(0, 60)}:${limit}:${period}`;
}

async function named<T>(name: string, tierName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error, "rate_limits_name_key")) throw error;
    throw new Conflict(`The tier "${tierName}" has a limit "${name}" already`, { cause: error });
  }
}

function noLimit(tierName: string): NotFound {
  return new NotFound(`The tier "${tierName}" has no such limit`);
}

type RateLimitRow = Omit<RateLimit, "method" | "createdAt" | "updatedAt"> & {
  method: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** A row of the table as it is shown. */
function renamed(
  { maxCalls: limit, periodSeconds: period, ...row }: Omit<RateLimitRow, "limit" | "period"> & {
    readonly maxCalls: number;
    readonly periodSeconds: number;
  },
): RateLimit {
  return toRateLimit({ ...row, limit, period });
}

/** A row as it is shown. */
export function toRateLimit(row: RateLimitRow): RateLimit {
  return { ...toTier(row), method: row.method as RateLimit["method"] };
}
