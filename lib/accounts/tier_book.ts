import type { Db } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import type { Limit } from "../platform/rate_limit.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { isPathOf } from "./route_path.ts";

/** A limit of a tier as calls are held to it. */
interface BookedLimit extends Limit {
  readonly method: string | null;
  readonly path: string;
}

interface BookedTier {
  readonly name: string;
  readonly limits: readonly BookedLimit[];
  /** By method and pattern, since the same few operations are called again and again. */
  readonly found: Map<string, readonly Limit[]>;
}

type Book = ReadonlyMap<string, BookedTier>;

/** A book is read anew when it is this old, so a change acts within as long in every process. */
const GOOD_FOR_MS = 1000;

interface Shelf {
  readAt: number;
  book: Book;
  reading: Promise<void> | undefined;
}

const shelves = new WeakMap<Db, Shelf>();
const log = logger("limits");

/** Tiers that were warned about; once each and process is enough. */
const warned = new Set<string>();

/**
 * The limits that a tier has for an operation: all whose path and method are its own. None: there
 * is no such tier, or it has none for that; then the default holds, which is logged once a tier.
 *
 * All tiers are kept in this process and read again every second at most: no query a call. When
 * that fails, what was read last holds.
 */
export async function tierLimits(
  db: Db,
  tierId: string,
  method: string,
  pattern: string,
): Promise<readonly Limit[]> {
  const tier = (await readBook(db)).get(tierId);
  if (!tier) return [];
  const key = `${method} ${pattern}`;
  const known = tier.found.get(key);
  if (known) return known;
  const limits = tier.limits.filter((limit) =>
    (limit.method === null || limit.method === method) && isPathOf(limit.path, pattern)
  );
  tier.found.set(key, limits);
  if (limits.length === 0 && !warned.has(tierId)) {
    warned.add(tierId);
    log.warn("The tier {tier} has no limit for {operation}: the default holds there", {
      tier: tier.name,
      operation: key,
    });
  }
  return limits;
}

async function readBook(db: Db): Promise<Book> {
  const shelf = shelves.get(db) ?? { readAt: -Infinity, book: new Map(), reading: undefined };
  shelves.set(db, shelf);
  if (performance.now() - shelf.readAt < GOOD_FOR_MS) return shelf.book;
  await (shelf.reading ??= readAgain(db, shelf));
  return shelf.book;
}

async function readAgain(db: Db, shelf: Shelf): Promise<void> {
  try {
    shelf.book = await acrossWorkspaces("tiers are of the installation", () => selectBook(db));
  } catch (error) {
    log.warn("The tiers cannot be read: what was read last holds", { error });
  } finally {
    shelf.readAt = performance.now();
    shelf.reading = undefined;
  }
}

async function selectBook(db: Db): Promise<Book> {
  const rows = await db.selectFrom("tiers")
    .leftJoin("rateLimits", "rateLimits.tierId", "tiers.id")
    .select(["tiers.id as tierId", "tiers.name as tierName"])
    .select([
      "rateLimits.id",
      "rateLimits.name",
      "rateLimits.method",
      "rateLimits.path",
      "rateLimits.maxCalls",
      "rateLimits.periodSeconds",
    ]).orderBy("rateLimits.id").execute();
  const byTier = Map.groupBy(rows, (row) => row.tierId);
  return new Map([...byTier].map(([id, own]) => [id, {
    name: own[0]?.tierName ?? "",
    limits: own.flatMap(({ id, name, method, path, maxCalls, periodSeconds }) =>
      id === null || name === null || path === null || !maxCalls || !periodSeconds
        ? [] // a tier without limits
        : [{ id, name, method, path, limit: maxCalls, periodSeconds }]
    ),
    found: new Map(),
  }]));
}
