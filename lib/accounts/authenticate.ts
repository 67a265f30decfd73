import { Forbidden, Unauthenticated } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { looksLikeApiKey } from "./api_key_secret.ts";
import { findKeyCaller } from "./key_callers.ts";
import type { Person, Principal } from "./principal.ts";
import { findTokenOwner } from "./token_owners.ts";
import { knownSubject, readAccessToken, type TokenSubject } from "./tokens.ts";

/**
 * Who calls, by the `Authorization` header: an access token or an API key.
 *
 * @param address The address of the client, as the server sees it.
 * @param options `isOwnSignIn`: what is asked for is open to who lacks the second factor as well.
 * @throws {Unauthenticated} Without a bearer token, with a bad one, when its owner has left, or
 *   when its sign-in has ended.
 * @throws {Forbidden} If the workspace asks for two-factor sign-in, and its owner does not have it.
 * @throws {TooManyRequests} After too many guesses of API keys.
 */
export function authenticate(
  services: Pick<Services, "db" | "config">,
  authorization: string | null,
  address: string,
  { isOwnSignIn = false }: { readonly isOwnSignIn?: boolean } = {},
): Promise<Principal> {
  // One that was verified before is looked at no closer.
  const known = authorization?.startsWith("Bearer ")
    ? knownSubject(services.config, authorization.slice(7))
    : undefined;
  return known
    ? actorOf(services, known, isOwnSignIn)
    : authenticateAnew(services, authorization, address, isOwnSignIn);
}

async function authenticateAnew(
  { db, config }: Pick<Services, "db" | "config">,
  authorization: string | null,
  address: string,
  isOwnSignIn: boolean,
): Promise<Principal> {
  const token = bearerToken(authorization);
  if (token === undefined) {
    throw new Unauthenticated(
      "This needs an access token or an API key: sign in at /api/v1/login and send " +
        "`Authorization: Bearer …`",
    );
  }
  if (looksLikeApiKey(token)) {
    const find = () => findKeyCaller(db, token, address);
    return await acrossWorkspaces("a key may be of any workspace", find);
  }
  return await actorOf({ db, config }, await readAccessToken(config, token), isOwnSignIn);
}

/** Who a verified token acts for, as PostgreSQL has it now. */
async function actorOf(
  services: Pick<Services, "db" | "config">,
  subject: TokenSubject,
  isOwnSignIn: boolean,
): Promise<Principal> {
  const owner = await findTokenOwner(services, subject);
  const last = lastActors.get(subject);
  lastActors.delete(subject);
  if (owner?.lacksSecondFactor && !isOwnSignIn) {
    throw new Forbidden(
      "This workspace asks for two-factor sign-in: set it up by " +
        "POST /api/v1/user/me/two_factor, or on the page /settings/security",
    );
  }
  if (owner) {
    const actor = last && isSame(last, owner.actor) ? last : owner.actor;
    lastActors.set(subject, actor);
    return actor;
  }
  throw new Unauthenticated(
    "The sign-in of this access token has ended, or its owner has left the workspace: " +
      "sign in at /api/v1/login",
  );
}

/** Whom the tokens acted for when they were shown last. */
const lastActors = new WeakMap<TokenSubject, Person>();

/**
 * Who calls, should nothing have changed since the token was shown last: a guess, by which work may
 * be begun. Only when `authenticate()` answers this same object may any of it be given.
 *
 * @returns Undefined for an API key, and for a token that was not shown here before.
 * @see docs/adr/0037-a-caller-is-foreseen-then-asked-for.md
 */
export function foreseeCaller(
  { config }: Pick<Services, "config">,
  authorization: string | null,
): Principal | undefined {
  if (!authorization?.startsWith("Bearer ")) return undefined;
  const subject = knownSubject(config, authorization.slice(7));
  return subject && lastActors.get(subject);
}

function isSame(one: Person, other: Person): boolean {
  return one.userId === other.userId && one.workspaceId === other.workspaceId &&
    one.name === other.name && one.role === other.role &&
    one.isSuperuser === other.isSuperuser &&
    one.awaitsSecondFactor === other.awaitsSecondFactor && one.language === other.language &&
    one.tierId === other.tierId;
}

/** The token of an `Authorization: Bearer …` header; undefined when there is none. */
export function bearerToken(authorization: string | null): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(authorization ?? "")?.[1];
}
