import type { State } from "../../define.ts";
import type { Session } from "../../lib/accounts/sessions.ts";

/** Where a second factor is set up; who lacks one that is asked for is led there. */
export const SECURITY_PAGE = "/settings/security";

/**
 * The browser session of a page behind routes/(signed-in).
 *
 * @throws {RangeError} Elsewhere, where there may be none.
 */
export function signedIn({ session }: State): Session {
  if (!session) throw new RangeError("There is no session here");
  return session;
}
