const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses after each failed attempt; together less than a day. */
export const PAUSES_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  7 * HOUR,
  8 * HOUR,
];

/** No attempt is made later than this after the first. */
export const GIVE_UP_AFTER_MS = 24 * HOUR;

/**
 * How long to wait before the next attempt: the ladder's pause with a tenth of chance around it,
 * or longer when the receiver asks for it by `Retry-After`.
 *
 * @param attempts How many there were.
 * @param ageMs How long ago the event was recorded.
 * @param random From 0 to 1.
 * @returns Undefined to give up.
 */
export function pauseBefore(
  { attempts, ageMs, retryAfter, random, now }: {
    readonly attempts: number;
    readonly ageMs: number;
    readonly retryAfter: string | undefined;
    readonly random: number;
    readonly now: Date;
  },
): number | undefined {
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return undefined;
  const spread = pause * (0.95 + random * 0.1);
  const waitMs = Math.round(Math.max(spread, askedFor(retryAfter, now)));
  return ageMs + waitMs > GIVE_UP_AFTER_MS ? undefined : waitMs;
}

/** What `Retry-After` says, in milliseconds: a number of seconds, or a date; else 0. */
function askedFor(retryAfter: string | undefined, now: Date): number {
  if (retryAfter === undefined) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime());
}
