import type { KeyRing } from "./signing_keys.ts";
import { CLOCK_TOLERANCE_SECONDS, type TokenSubject } from "./tokens.ts";

/** As many are kept at most; then the one that was kept longest goes. */
const MOST = 10_000;

interface Known {
  readonly subject: TokenSubject;
  /** Seconds since 1970, as the token says. */
  readonly expires: number;
}

/**
 * Access tokens whose signature was found right by a ring of keys: that does not change while the
 * ring stands, and checking it is the dearest part of a call. Whether a token has expired is asked
 * each time; whether its sign-in has ended is asked of PostgreSQL.
 */
export class KnownTokens {
  readonly #known = new Map<string, Known>();

  /** Whom the token is for; undefined when it is not known or has expired. */
  find(token: string, now: Date): TokenSubject | undefined {
    const known = this.#known.get(token);
    if (!known) return undefined;
    if (known.expires + CLOCK_TOLERANCE_SECONDS > Math.floor(now.getTime() / 1000)) {
      return known.subject;
    }
    this.#known.delete(token);
    return undefined;
  }

  keep(token: string, subject: TokenSubject, expires: number): void {
    if (this.#known.size >= MOST) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(token, { subject, expires });
  }
}

const byRing = new WeakMap<KeyRing, KnownTokens>();

/** The tokens that this ring of keys has found right. */
export function knownTokens(ring: KeyRing): KnownTokens {
  const known = byRing.get(ring) ?? new KnownTokens();
  byRing.set(ring, known);
  return known;
}
