/** Whom a token was given to, and until when it says so. */
interface Verified<Subject> {
  readonly subject: Subject;
  /** Its `exp`: seconds of the epoch. */
  readonly expires: number;
}

/** The most tokens that are kept; a caller has one of them. */
const MOST = 10_000;

/**
 * Tokens whose signature and claims were checked, so that a token which comes again is not checked
 * again: neither can change while the token stays the same. Whether its sign-in still stands, and
 * what its owner may do, is asked of PostgreSQL each time as before.
 *
 * @see docs/adr/0033-a-token-is-verified-once.md
 */
export class VerifiedTokens<Subject> {
  /** The longest known stands first. */
  readonly #byToken = new Map<string, Verified<Subject>>();

  /**
   * @param now Seconds of the epoch, less what clocks may differ by.
   * @returns Undefined for one that was not checked, or has expired.
   */
  find(token: string, now: number): Subject | undefined {
    const known = this.#byToken.get(token);
    if (!known) return undefined;
    if (known.expires > now) return known.subject;
    this.#byToken.delete(token);
    return undefined;
  }

  keep(token: string, verified: Verified<Subject>): void {
    this.#byToken.set(token, verified);
    if (this.#byToken.size <= MOST) return;
    for (const oldest of this.#byToken.keys()) {
      this.#byToken.delete(oldest);
      return;
    }
  }
}
