import type { Config } from "../platform/config.ts";
import { TooManyRequests } from "../platform/errors.ts";
import { networkOf } from "../platform/network.ts";
import { countUse, type Limit, type Outcome, type Standing } from "../platform/rate_limit.ts";
import type { Services } from "../platform/services.ts";
import type { Principal } from "./principal.ts";
import { limitsOf } from "./rate_limits.ts";
import { tierLimits } from "./tier_book.ts";

/** A call that is to be counted. */
export interface CountedCall {
  /** Undefined for who shows no good token; then the address is counted. */
  readonly actor: Principal | undefined;
  readonly address: string;
  readonly method: string;
  /** `/api/v1/jobs/{id}/resumes`. */
  readonly pattern: string;
}

/** What a caller may still do of one operation, and what one call has used of it. */
export class CallAllowance {
  readonly #redis: Services["redis"];
  readonly #subject: string;
  readonly #limits: readonly Limit[];
  #standings: readonly Standing[] = [];

  constructor(redis: Services["redis"], subject: string, limits: readonly Limit[]) {
    this.#redis = redis;
    this.#subject = subject;
    this.#limits = limits;
  }

  /**
   * Counts the call, or some units more of it. Refused units are not counted.
   *
   * @param cost 0 only asks how the limits stand.
   * @throws {TooManyRequests} If a limit has no room for all of them.
   */
  async take(cost: number): Promise<void> {
    const outcome = await countUse(this.#redis, {
      subject: this.#subject,
      limits: this.#limits,
      cost,
    });
    this.#standings = outcome.standings;
    if (!outcome.isAllowed) throw refusal(outcome);
  }

  /**
   * The headers that tell how the limits stand: `RateLimit-Policy` and `RateLimit` of all of them
   * (draft-ietf-httpapi-ratelimit-headers), and the older `X-RateLimit-` of the one that is
   * nearest to its end, with the seconds until its oldest call counts no more.
   */
  headers(): Record<string, string> {
    const [first] = this.#standings;
    if (!first) return {};
    const nearest = this.#standings.reduce((a, b) => b.remaining < a.remaining ? b : a, first);
    return {
      "ratelimit-policy": this.#standings.map(toPolicy).join(", "),
      ratelimit: this.#standings.map(toStanding).join(", "),
      "x-ratelimit-limit": String(nearest.limit.limit),
      "x-ratelimit-remaining": String(nearest.remaining),
      "x-ratelimit-reset": String(nearest.resetSeconds),
    };
  }

  /** Writes `headers()` into an answer that is there already. */
  writeHeaders(headers: Headers): void {
    for (const [name, value] of Object.entries(this.headers())) headers.set(name, value);
  }
}

/**
 * What holds for a call: all limits of the caller's tier on the operation, each with a count of
 * its own; where there are none, the default, whose one count is of all such operations. Nobody is
 * exempt.
 */
export async function allowanceOf(
  { config, db, redis }: Pick<Services, "config" | "db" | "redis">,
  { actor, address, method, pattern }: CountedCall,
): Promise<CallAllowance> {
  const tierId = actor?.tierId ?? null;
  const own = tierId === null ? [] : await tierLimits(db, tierId, method, pattern);
  const limits = own.length > 0 ? own : [defaultLimit(config)];
  return new CallAllowance(redis, subjectOf(actor, address), limits);
}

/** A limit that holds for somebody, and what they may still do of it now. */
export interface OwnLimit {
  readonly name: string;
  /** Null: every method. */
  readonly method: string | null;
  /** Null: all operations that no other limit names. */
  readonly path: string | null;
  readonly limit: number;
  readonly periodSeconds: number;
  readonly remaining: number;
}

/** All limits that hold for the actor, the default last. */
export async function listOwnLimits(
  actor: Principal,
  { config, db, redis }: Pick<Services, "config" | "db" | "redis">,
): Promise<OwnLimit[]> {
  const rows = actor.tierId === null ? [] : await limitsOf(db, actor.tierId).execute();
  const own = rows.map(({ period, ...row }) => ({ ...row, periodSeconds: period }));
  const all = [...own, { ...defaultLimit(config), method: null, path: null }];
  const subject = subjectOf(actor, "");
  const { standings } = await countUse(redis, { subject, limits: all, cost: 0 });
  return all.map(({ name, method, path, limit, periodSeconds }, at) => ({
    name,
    method,
    path,
    limit,
    periodSeconds,
    remaining: standings[at]?.remaining ?? limit,
  }));
}

/** The limit where a tier has none. */
export function defaultLimit({ rateLimit }: Pick<Config, "rateLimit">): Limit {
  return { id: "default", name: "default", ...rateLimit };
}

/** Who is counted. */
function subjectOf(actor: Principal | undefined, address: string): string {
  if (!actor) return `address:${networkOf(address)}`;
  return actor.apiKeyId === null ? `user:${actor.userId}` : `key:${actor.apiKeyId}`;
}

function refusal({ standings }: Outcome): TooManyRequests {
  const full = standings.reduce((a, b) => b.retryAfterSeconds > a.retryAfterSeconds ? b : a);
  const { limit: { name, limit, periodSeconds }, retryAfterSeconds } = full;
  const seconds = Math.max(1, retryAfterSeconds);
  return new TooManyRequests(
    `Too many calls: the limit "${name}" is ${limit} within ${periodSeconds} seconds. ` +
      `Wait ${seconds} seconds, then try again`,
    seconds,
  );
}

function toPolicy({ limit: { name, limit, periodSeconds } }: Standing): string {
  return `"${name}";q=${limit};w=${periodSeconds}`;
}

function toStanding({ limit: { name }, remaining, resetSeconds }: Standing): string {
  return `"${name}";r=${remaining};t=${resetSeconds}`;
}
