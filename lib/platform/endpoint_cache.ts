import { cacheKey } from "./cache_key.ts";
import type { CacheEntry, CacheState, CacheStore, Look } from "./cache_store.ts";
import { etagOf } from "./http_cache.ts";

/** Who asks for what. */
export interface AskedFor<Actor, Path, Query> {
  readonly actor: Actor;
  readonly path: Path;
  readonly query: Query;
}

/**
 * How an operation's answers are kept. Only for GET, and only where giving one writes nothing: a
 * read that is written down keeps what it reads by `cached()` of its function in lib.
 */
export interface OperationCache<Actor, Path, Query>
  extends Pick<CacheEntry, "expirySeconds" | "staleSeconds"> {
  /** What it is, such as "job": with `id` the part by which a person finds it in Redis. */
  readonly prefix: string;
  id?(asked: AskedFor<Actor, Path, Query>): string;
  /** Who forgets one of these forgets the answer. */
  tags(asked: AskedFor<Actor, Path, Query>): readonly string[];
}

/** What the app says of the cache of its answers. */
export interface AnswerCache<State, Actor> {
  storeOf(state: State): CacheStore | undefined;
  /** All that changes an answer besides path and query: whose it is, their rights, language. */
  scopeOf(actor: Actor, state: State): unknown;
  /** Whether `X-Cache` says how an answer came about. */
  isShown(state: State): boolean;
}

/** An answer that was asked for; the cache is looking already. */
export interface Lookup {
  readonly store: CacheStore;
  readonly entry: CacheEntry;
  readonly look: Promise<Look>;
}

/** Begins to look for the answer. The caller may have it: that was checked. */
export function lookUp<State, Actor, Path, Query>(
  cache: AnswerCache<State, Actor>,
  operation: OperationCache<Actor, Path, Query>,
  asked: AskedFor<Actor, Path, Query>,
  state: State,
): Lookup | undefined {
  const store = cache.storeOf(state);
  if (!store) return undefined;
  const inputs = [cache.scopeOf(asked.actor, state), asked.path, asked.query];
  const entry = {
    key: cacheKey(operation.prefix, operation.id?.(asked), inputs),
    tags: operation.tags(asked),
    expirySeconds: operation.expirySeconds,
    staleSeconds: operation.staleSeconds,
  };
  return { store, entry, look: store.look(entry) };
}

/** The body of an answer, its entity tag, and where it came from. */
export interface KeptAnswer {
  readonly body: string;
  readonly etag: string;
  readonly state: CacheState;
}

/** The answer that was looked for, or the one that `make` writes. */
export async function answerKept(
  { store, entry, look }: Lookup,
  make: () => Promise<string>,
): Promise<KeptAnswer> {
  const { text, state } = await store.get(entry, async () => {
    const body = await make();
    return `${etagOf(body)} ${body}`;
  }, look);
  const end = text.indexOf(" ");
  return { etag: text.slice(0, end), body: text.slice(end + 1), state };
}
