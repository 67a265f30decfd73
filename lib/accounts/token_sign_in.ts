import type { Services } from "../platform/services.ts";
import { isOutdated } from "./passwords.ts";
import { requireSecondFactor } from "./second_factor.ts";
import { acceptPassword, comparePassword, type Credentials } from "./sign_in.ts";
import { openTokenFamily, type Tokens } from "./token_families.ts";
import { memberOf } from "./token_workspace.ts";

/** What a program signs in with for a person. */
export interface TokenSignIn extends Credentials {
  /** Of the second factor. */
  readonly code: string | undefined;
  /** Where the tokens are to work; undefined: in the workspace that the person joined first. */
  readonly workspaceId: string | undefined;
  /** The address of the client, as the server sees it. */
  readonly address: string;
  readonly userAgent: string | null;
}

/**
 * Signs a program in for a person. Of most sign-ins the password is all that there is to check;
 * what follows it is one statement then.
 *
 * @throws {Unauthenticated} If name, password or code is wrong.
 * @throws {SecondFactorRequired} If a code is needed and none was given.
 * @throws {TooManyRequests} After too many wrong guesses.
 * @throws {NotFound} If they are not in that workspace.
 */
export async function signInForTokens(
  services: Pick<Services, "db" | "config">,
  { login, password, code, workspaceId, address, userAgent }: TokenSignIn,
): Promise<Tokens> {
  const { db } = services;
  const found = await comparePassword(db, { login, password }, address);
  const isAll = !found.hasSecondFactor && !workspaceId && !isOutdated(found.passwordHash);
  if (isAll) return await openTokenFamily(services, found, userAgent, found.account);
  await acceptPassword(db, found, password);
  await requireSecondFactor(services, found, { code, address });
  const member = workspaceId ? await memberOf(db, found.userId, workspaceId) : found;
  return await openTokenFamily(services, member, userAgent);
}
