import type { State } from "../../../define.ts";
import { bearerToken } from "../../../lib/accounts/authenticate.ts";
import { readAccessToken, type TokenSubject } from "../../../lib/accounts/tokens.ts";

/**
 * What the access token of a request says of its sign-in, for operations of a person's own.
 *
 * @throws {Unauthenticated} If there is none that is good.
 */
export function tokenOf({ config }: State, { headers }: Request): Promise<TokenSubject> {
  return readAccessToken(config, bearerToken(headers.get("authorization")) ?? "");
}
