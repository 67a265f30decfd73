import { logger } from "./log.ts";
import { Patience } from "./patience.ts";
import type { RedisClient, RedisClients } from "./redis.ts";
import { SCRIPT, SCRIPT_HASH } from "./sliding_window_script.ts";
import { SlidingWindows } from "./sliding_windows.ts";
import { rateLimited } from "./telemetry/measures.ts";

/** How much may be done: `limit` units within any `periodSeconds`. */
export interface Limit {
  /** What is counted together; stays when name, limit or period change. */
  readonly id: string;
  /** Stands in the headers: letters, digits and `_.:-`. */
  readonly name: string;
  readonly limit: number;
  readonly periodSeconds: number;
}

/** How a limit stands after a use. */
export interface Standing {
  readonly limit: Limit;
  /** Units that may be used now. */
  readonly remaining: number;
  /** Until the oldest unit counts no more; 0 when none does. */
  readonly resetSeconds: number;
  /** Until there is room for what was refused; 0 where there was. */
  readonly retryAfterSeconds: number;
}

/** Whether a use was counted, and how each of its limits stands. */
export interface Outcome {
  readonly isAllowed: boolean;
  readonly standings: readonly Standing[];
}

/** What is counted. */
export interface Use {
  /** Whose use it is: "user:…", "key:…", "address:…". */
  readonly subject: string;
  /** At least one; all of them have to have room. */
  readonly limits: readonly Limit[];
  /** Units used at once; 0 only asks. More than a limit count as the whole of it. Default 1. */
  readonly cost?: number;
}

/** Larger limits are counted in ticks of a ten-thousandth of their period, which bounds memory. */
export const EXACT_UP_TO = 10_000;

const MICROS = 1_000_000;

/** A server that does not answer by then is away. */
const patience = new Patience(2000);

/** A server that was away is asked again by one use in so long. */
const RETRY_MS = 1000;

/**
 * Counts a use if all its limits have room for it, and none of them otherwise: one call of a
 * script, one round trip. No window of one period, wherever it begins, has more than the limit;
 * and whatever leaves room for a use, the use is let through. Limits above `EXACT_UP_TO` let one
 * through a ten-thousandth of the period late at most.
 *
 * Without Redis this process counts alone, by the same rule: each process then allows the limit.
 */
export async function countUse(
  redis: Pick<RedisClients, "rateLimit" | "prefix">,
  { subject, limits, cost = 1 }: Use,
): Promise<Outcome> {
  const counters = limits.map((limit) => toCounter(redis.prefix, subject, limit, cost));
  const outcome = toOutcome(limits, await count(redis.rateLimit, counters));
  if (!outcome.isAllowed) countRefused(outcome.standings);
  return outcome;
}

function countRefused(standings: readonly Standing[]): void {
  for (const { limit, retryAfterSeconds } of standings) {
    if (retryAfterSeconds > 0) rateLimited.add({ limit: limit.name });
  }
}

/** One limit of one subject, as the counting takes it. */
export interface Counter {
  readonly key: string;
  readonly limit: number;
  readonly periodMicros: number;
  readonly tickMicros: number;
  readonly units: number;
}

/** 1 or 0, and for each counter: used, microseconds until the oldest goes, until there is room. */
export type Counted = readonly number[];

function toCounter(
  prefix: string,
  subject: string,
  { id, limit, periodSeconds }: Limit,
  cost: number,
): Counter {
  const periodMicros = periodSeconds * MICROS;
  return {
    // The braces keep all limits of a subject in one slot of a cluster.
    key: `${prefix}limit:{${subject}}:${id}`,
    limit,
    periodMicros,
    tickMicros: limit > EXACT_UP_TO ? Math.max(1, Math.ceil(periodMicros / EXACT_UP_TO)) : 1,
    units: Math.min(cost, limit),
  };
}

function toOutcome(limits: readonly Limit[], [isTaken, ...figures]: Counted): Outcome {
  const standings = limits.map((limit, place) => {
    const [used = 0, resetMicros = 0, waitMicros = 0] = figures.slice(3 * place, 3 * place + 3);
    return {
      limit,
      remaining: Math.max(0, limit.limit - used),
      resetSeconds: Math.ceil(resetMicros / MICROS),
      retryAfterSeconds: Math.ceil(waitMicros / MICROS),
    };
  });
  return { isAllowed: isTaken === 1, standings };
}

const log = logger("limits");
const alone = new SlidingWindows();

/** The servers that do not count at present, and when they are asked again. */
const away = new WeakMap<RedisClient, number>();

async function count(client: RedisClient, counters: readonly Counter[]): Promise<Counted> {
  const askAgainAt = away.get(client);
  if (askAgainAt !== undefined) {
    if (performance.now() < askAgainAt) return alone.use(counters);
    away.set(client, performance.now() + RETRY_MS);
  }
  try {
    const counted = await patience.within(run(client, counters));
    if (away.delete(client)) log.info("Redis counts requests again");
    return counted;
  } catch (error) {
    if (!away.has(client)) {
      log.warn("Redis is away: this process counts requests alone", { error });
    }
    away.set(client, performance.now() + RETRY_MS);
    return alone.use(counters);
  }
}

async function run(client: RedisClient, counters: readonly Counter[]): Promise<Counted> {
  const options = {
    keys: counters.map(({ key }) => key),
    arguments: counters.flatMap(({ limit, periodMicros, tickMicros, units }) =>
      [limit, periodMicros, tickMicros, units].map(String)
    ),
  };
  try {
    return await client.evalSha(SCRIPT_HASH, options) as unknown as Counted;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return await client.eval(SCRIPT, options) as unknown as Counted;
  }
}
