import { z } from "zod";
import { cacheKey } from "./cache_key.ts";
import { type CacheEntry, CacheStore, type CacheTimes } from "./cache_store.ts";
import type { Db } from "./database.ts";
import type { RedisClients } from "./redis.ts";
import { afterCommit, outermost } from "./transaction.ts";

/** What a function answers, and when that is no longer so. */
export interface CachedValue<T> extends Omit<CacheEntry, "key"> {
  /** What it is, such as "evaluation": the readable part of the key, with `id`. */
  readonly name: string;
  readonly id?: string;
  /** All that the value depends on, whose workspace it is of first. */
  readonly inputs: { readonly workspaceId: string | null; readonly [input: string]: unknown };
  /** What is kept is JSON; a value that does not fit any more is made anew. */
  readonly schema: z.ZodType<T>;
}

const stores = new WeakMap<Db, CacheStore>();

/** Puts a cache in front of `db`; without one, `cached()` asks each time. */
export function openCache(
  db: Db,
  redis: Pick<RedisClients, "cache" | "prefix" | "closing">,
  times: CacheTimes,
): CacheStore {
  const store = new CacheStore(redis, times);
  stores.set(db, store);
  return store;
}

/** The cache in front of `db`. Within a transaction there is none: it sees its own writes. */
export function cacheOf(db: Db): CacheStore | undefined {
  return stores.get(db);
}

/**
 * What `load` answers, kept until it expires or one of its tags is forgotten. The caller has
 * checked who asks.
 */
export async function cached<T>(
  db: Db,
  { name, id, inputs, schema, ...entry }: CachedValue<T>,
  load: () => Promise<T>,
): Promise<T> {
  const store = cacheOf(db);
  if (!store) return await load();
  const key = cacheKey(name, id, inputs);
  let made: { value: T } | undefined;
  const { text } = await store.get({ ...entry, key }, async () => {
    made = { value: await load() };
    return JSON.stringify(made.value);
  });
  if (made) return made.value;
  const kept = schema.safeParse(JSON.parse(text));
  if (kept.success) return kept.data;
  await store.drop(key);
  return await load();
}

/**
 * Forgets what is kept under the tags, once what `db` writes is there for everybody. To be called
 * by whoever writes, in the transaction that does it; it is done before those who await that go on.
 */
export async function forgetCached(db: Db, tags: readonly string[]): Promise<void> {
  const store = stores.get(outermost(db));
  // Where a commit may or may not have happened, what is kept may be old.
  if (store) await afterCommit(db, () => store.forget(tags), { orUnknown: true });
}

/** Takes out what is kept under those names and ids, for good, whether or not it still holds. */
export async function purgeCached(
  db: Db,
  kept: readonly { readonly name: string; readonly id: string }[],
): Promise<void> {
  if (kept.length > 0) await cacheOf(db)?.purge(kept.map(({ name, id }) => `${name}:${id}:`));
}
