import type { State } from "../../define.ts";
import type { Session } from "../../lib/accounts/sessions.ts";

/**
 * The browser session of a page behind routes/(signed-in).
 *
 * @throws {RangeError} Elsewhere, where there may be none.
 */
export function signedIn({ session }: State): Session {
  if (!session) throw new RangeError("There is no session here");
  return session;
}
