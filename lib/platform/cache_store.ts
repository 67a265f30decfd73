import { logger } from "./log.ts";
import { Patience } from "./patience.ts";
import type { RedisClient, RedisClients } from "./redis.ts";
import { cacheRequests } from "./telemetry/measures.ts";

/** How a kept value came about: it was there, it was made, or the cache was not asked. */
export type CacheState = "hit" | "miss" | "bypass";

/** What is to be kept. */
export interface CacheEntry {
  /** Of `cacheKey()`. */
  readonly key: string;
  /** Whoever forgets one of them forgets the value. */
  readonly tags: readonly string[];
  /** Default 3600; a tenth more or less, so that values made together do not end together. */
  readonly expirySeconds?: number | undefined;
  /**
   * For so long after that the old value is still given while a new one is made. Never after its
   * tags were forgotten. Default 0.
   */
  readonly staleSeconds?: number | undefined;
}

export interface Cached {
  readonly text: string;
  readonly state: CacheState;
}

/** What one look found. */
export interface Look {
  /** One a tag; null for a tag that nobody has asked for lately. */
  readonly generations: readonly (string | null)[];
  /** What is kept, where it is of these generations. */
  readonly text?: string | undefined;
  /** Whether it should be made anew. */
  readonly isOld?: boolean | undefined;
  readonly isTooLarge?: boolean | undefined;
}

const DEFAULT_EXPIRY_SECONDS = 3600;
/** Longer texts are not kept. */
const MAX_LENGTH = 512 * 1024;
/** For so long it is known of a value that it is too large. */
const TOO_LARGE_SECONDS = 60;
/** Longer than a value is kept. A generation that ended early costs a miss, nothing more. */
const GENERATION_SECONDS = 90_000;
/** Whoever makes a value for longer is not waited for. */
const LOCK_MS = 10_000;

/** How long is waited for what. */
export interface CacheTimes {
  /** For an answer of Redis. A cache that answers later is slower than doing without. */
  readonly timeoutMs: number;
  /** For what somebody else is making. */
  readonly waitMs?: number;
}

/**
 * Keeps the text if its generations are still those that it was made of, and takes the lock off.
 * KEYS: value, lock, generations. ARGV: token, milliseconds, text, generations.
 */
const KEEP = `
local now = true
for i = 3, #KEYS do if redis.call('get', KEYS[i]) ~= ARGV[i + 1] then now = false end end
if now and ARGV[2] ~= '0' then redis.call('set', KEYS[1], ARGV[3], 'px', ARGV[2]) end
if redis.call('get', KEYS[2]) == ARGV[1] then redis.call('del', KEYS[2]) end
return now and 1 or 0`;

/**
 * Texts in Redis that are made once and given until they are old or one of their tags is
 * forgotten.
 *
 * Each tag has a generation, a random word. A value is kept with those that its tags had before it
 * was made, and holds only while they are the same. So a value that was made of what a writer has
 * replaced meanwhile is never given, whenever it arrives: see docs/adr/0017.
 */
export class CacheStore {
  readonly #client: RedisClient;
  readonly #prefix: string;
  readonly #patience: Patience;
  readonly #waitMs: number;
  /** What this process is making, by key and generations. */
  readonly #making = new Map<string, Promise<string>>();
  /** Tags that could not be forgotten yet. There are no more of them than jobs and workspaces. */
  readonly #owed = new Set<string>();
  #isAway = false;

  constructor(
    { cache, prefix, closing }: Pick<RedisClients, "cache" | "prefix" | "closing">,
    { timeoutMs, waitMs = 2000 }: CacheTimes,
  ) {
    this.#patience = new Patience(timeoutMs);
    this.#waitMs = waitMs;
    this.#client = cache;
    this.#prefix = `${prefix}cache:`;
    closing.addEventListener("abort", () => this.#patience.stop(), { once: true });
  }

  /**
   * Sends the question, one for value and generations, before it returns; so it shares the round
   * trip of whatever else is asked in the same tick.
   */
  look(entry: CacheEntry): Promise<Look> {
    const found = this.#look(entry);
    found.catch(() => {}); // who awaits it later sees it then
    return found;
  }

  /**
   * The text of `entry`, kept or made by `make`, which runs once at a time over all processes.
   *
   * Without Redis it is made, and nothing else fails.
   */
  async get(
    entry: CacheEntry,
    make: () => Promise<string>,
    looking: Promise<Look> = this.look(entry),
  ): Promise<Cached> {
    const cached = await this.#get(entry, make, looking);
    cacheRequests.add({ result: cached.state });
    return cached;
  }

  async #get(
    entry: CacheEntry,
    make: () => Promise<string>,
    looking: Promise<Look>,
  ): Promise<Cached> {
    let look: Look;
    try {
      if (this.#owed.size === 0) look = await looking;
      else {
        // What was found before that may be what was to be forgotten.
        await this.#settle();
        look = await this.#look(entry);
      }
      this.#isAway = false;
    } catch (error) {
      this.#sayAway(error);
      return { text: await make(), state: "bypass" };
    }
    if (look.text !== undefined) {
      if (look.isOld) this.#renew(entry, look, make);
      return { text: look.text, state: "hit" };
    }
    if (look.isTooLarge) return { text: await make(), state: "bypass" };
    return await this.#makeOnce(entry, look, make);
  }

  /**
   * Forgets all values with one of the tags. When Redis is away, this process asks it no more
   * until it has told it.
   */
  async forget(tags: readonly string[]): Promise<void> {
    for (const tag of tags) this.#owed.add(tag);
    await this.#settle().catch((error) => this.#sayAway(error));
  }

  /** Takes one value out, for a reader who finds that it is of no use. */
  async drop(key: string): Promise<void> {
    await this.#patience.within(this.#client.del(this.#valueKey(key)))
      .catch((error) => this.#sayAway(error));
  }

  /**
   * Takes out all values whose keys begin so, whether or not they still hold: for what may not be
   * there any more. Reads all keys; when Redis is away they stay until they expire.
   */
  async purge(starts: readonly string[]): Promise<void> {
    const begins = starts.map((start) => this.#valueKey(start));
    try {
      let cursor = "0";
      do {
        const part = await this.#patience.within(
          this.#client.scan(cursor, { MATCH: `${this.#prefix}*`, COUNT: 1000 }),
        );
        const gone = part.keys.filter((key) => begins.some((begin) => key.startsWith(begin)));
        if (gone.length > 0) await this.#patience.within(this.#client.unlink(gone));
        cursor = part.cursor;
      } while (cursor !== "0");
    } catch (error) {
      this.#sayAway(error);
    }
  }

  async #settle(): Promise<void> {
    const tags = [...this.#owed];
    await this.#patience.within(
      Promise.all(tags.map((tag) =>
        this.#client.set(this.#tagKey(tag), newGeneration(), {
          expiration: { type: "EX", value: GENERATION_SECONDS },
        })
      )),
    );
    for (const tag of tags) this.#owed.delete(tag);
  }

  async #look({ key, tags }: CacheEntry): Promise<Look> {
    const [kept, ...generations] = await this.#patience.within(
      this.#client.mGet([this.#valueKey(key), ...tags.map((tag) => this.#tagKey(tag))]),
    );
    const head = `${generations.join(",")} `;
    if (!kept?.startsWith(head) || generations.includes(null)) return { generations };
    const end = kept.indexOf(" ", head.length);
    const renewAt = kept.slice(head.length, end);
    if (renewAt === "large") return { generations, isTooLarge: true };
    return {
      generations,
      text: kept.slice(end + 1),
      isOld: renewAt !== "" && Number(renewAt) < Date.now(),
    };
  }

  async #makeOnce(entry: CacheEntry, look: Look, make: () => Promise<string>): Promise<Cached> {
    let generations: readonly string[];
    let claim: Claim;
    let now: Look;
    try {
      generations = await this.#begin(entry.tags, look);
      // In this order: who took the lock off since the first look has kept the text by then.
      [claim, now] = await Promise.all([this.#claim(entry, generations), this.#look(entry)]);
    } catch (error) {
      this.#sayAway(error);
      return { text: await make(), state: "bypass" };
    }
    if (claim.isOurs && now.text !== undefined) {
      await this.#keep(entry, claim, undefined);
      return { text: now.text, state: "hit" };
    }
    if (claim.isOurs) return { text: await this.#make(entry, claim, make), state: "miss" };
    const here = this.#making.get(claim.lock);
    if (here) return { text: await here, state: "hit" };
    const made = await this.#waitFor(entry, claim.lock).catch(() => undefined);
    return made === undefined
      ? { text: await make(), state: "miss" }
      : { text: made, state: "hit" };
  }

  #renew(entry: CacheEntry, { generations }: Look, make: () => Promise<string>): void {
    const renewing = this.#claim(entry, generations as readonly string[])
      .then((claim) => claim.isOurs ? this.#make(entry, claim, make) : undefined);
    renewing.catch((error) => logger("cache").debug("Nothing was made anew: {error}", { error }));
  }

  /** The generations of the tags; those that have none begin one. */
  async #begin(tags: readonly string[], { generations }: Look): Promise<readonly string[]> {
    if (!generations.includes(null)) return generations as readonly string[];
    const keys = tags.map((tag) => this.#tagKey(tag));
    // Commands of one connection run in the order in which they are sent.
    const begun = keys.map((key) =>
      this.#client.set(key, newGeneration(), {
        condition: "NX",
        expiration: { type: "EX", value: GENERATION_SECONDS },
      })
    );
    const reading = this.#client.mGet(keys);
    const [known] = await this.#patience.within(Promise.all([reading, ...begun]));
    if (known.includes(null)) throw new Error("Redis has no room for what is kept");
    return known as string[];
  }

  async #claim({ key }: CacheEntry, generations: readonly string[]): Promise<Claim> {
    // With the generations in it: who makes an old value keeps nobody from making the new one.
    const lock = `${this.#prefix}lock:${key}:${generations.join(",")}`;
    const token = crypto.randomUUID();
    const reply = await this.#patience.within(
      this.#client.set(lock, token, {
        condition: "NX",
        expiration: { type: "PX", value: LOCK_MS },
      }),
    );
    return { lock, token, generations, isOurs: reply === "OK" };
  }

  async #make(entry: CacheEntry, claim: Claim, make: () => Promise<string>): Promise<string> {
    const making = make();
    this.#making.set(claim.lock, making);
    try {
      const text = await making;
      await this.#keep(entry, claim, text);
      return text;
    } catch (error) {
      await this.#keep(entry, claim, undefined);
      throw error;
    } finally {
      this.#making.delete(claim.lock);
    }
  }

  /** Keeps the text, or nothing where there is none, and lets others make it. */
  async #keep(entry: CacheEntry, claim: Claim, text: string | undefined): Promise<void> {
    const { expirySeconds = DEFAULT_EXPIRY_SECONDS, staleSeconds = 0 } = entry;
    const isLarge = text !== undefined && text.length > MAX_LENGTH;
    const freshMs = 1000 *
      (isLarge ? TOO_LARGE_SECONDS : expirySeconds * (0.9 + Math.random() / 5));
    const renewAt = isLarge
      ? "large"
      : staleSeconds > 0
      ? String(Math.round(Date.now() + freshMs))
      : "";
    const keptMs = text === undefined ? 0 : Math.max(1, Math.round(freshMs + 1000 * staleSeconds));
    const { generations, lock, token } = claim;
    try {
      await this.#patience.within(this.#client.eval(KEEP, {
        keys: [this.#valueKey(entry.key), lock, ...entry.tags.map((tag) => this.#tagKey(tag))],
        arguments: [
          token,
          String(keptMs),
          `${generations.join(",")} ${renewAt} ${isLarge ? "" : text ?? ""}`,
          ...generations,
        ],
      }));
    } catch (error) {
      this.#sayAway(error);
    }
  }

  /** What somebody else is making, once it is there; undefined when they gave up or take long. */
  async #waitFor(entry: CacheEntry, lock: string): Promise<string | undefined> {
    const until = performance.now() + this.#waitMs;
    for (let ms = 2; performance.now() < until; ms = Math.min(2 * ms, 50)) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      // In this order: who takes the lock off has kept the text by then.
      const [held, look] = await Promise.all([
        this.#patience.within(this.#client.exists(lock)),
        this.#look(entry),
      ]);
      if (look.text !== undefined) return look.text;
      if (held === 0) return undefined;
    }
    return undefined;
  }

  #sayAway(error: unknown): void {
    if (!this.#isAway) {
      logger("cache").warn("Nothing is kept while Redis is away: {reason}", {
        reason: error instanceof Error ? error.message : String(error),
      });
    }
    this.#isAway = true;
  }

  #valueKey(key: string): string {
    return `${this.#prefix}${key}`;
  }

  #tagKey(tag: string): string {
    return `${this.#prefix}tag:${tag}`;
  }
}

interface Claim {
  readonly lock: string;
  readonly token: string;
  readonly generations: readonly string[];
  readonly isOurs: boolean;
}

/** A word that no tag ever had; 96 bits. */
function newGeneration(): string {
  return crypto.getRandomValues(new Uint8Array(12)).toBase64({ alphabet: "base64url" });
}
