import { errors, jwtVerify, SignJWT } from "jose";
import type { Config } from "../platform/config.ts";
import { Unauthenticated } from "../platform/errors.ts";
import type { Member } from "./sign_in.ts";
import { keyRing, type SigningConfig } from "./signing_keys.ts";
import { VerifiedTokens } from "./verified_tokens.ts";

const ISSUER = "talent-copilot";
const AUDIENCE = "talent-copilot/api/v1";
const TYPE = "at+jwt";

/** Two servers' clocks may differ by this. */
export const CLOCK_TOLERANCE_SECONDS = 5;

export type TokenConfig = SigningConfig & Pick<Config, "accessTokenMinutes">;

/** Whom an access token is for, and the sign-in that it belongs to and ends with. */
export interface TokenSubject extends Member {
  readonly familyId: string;
}

/**
 * An access token for the API (a JWT of RFC 9068's kind), good for one workspace and
 * `accessTokenMinutes`.
 */
export async function issueAccessToken(
  config: TokenConfig,
  { userId, workspaceId, familyId }: TokenSubject,
  now = new Date(),
): Promise<string> {
  const { algorithm, signing } = await keyRing(config);
  const issued = Math.floor(now.getTime() / 1000);
  return await new SignJWT({ workspace: workspaceId, fam: familyId })
    .setProtectedHeader({ alg: algorithm, typ: TYPE, kid: signing.kid })
    .setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(userId)
    .setJti(crypto.randomUUID()).setIssuedAt(issued)
    .setExpirationTime(issued + config.accessTokenMinutes * 60)
    .sign(signing.key);
}

/**
 * Whom an access token was given to. Whether its sign-in has ended meanwhile is not looked at
 * here.
 *
 * @throws {Unauthenticated} If it was not made here, was changed, or has expired.
 */
export async function readAccessToken(
  config: TokenConfig,
  token: string,
  now = new Date(),
): Promise<TokenSubject> {
  const subject = knownSubject(config, token, now.getTime());
  if (subject) return subject;
  const { expires, ...verified } = await verify(config, token, now);
  verifiedWith(config).keep(token, { subject: verified, expires });
  return verified;
}

/**
 * Whom a token was given to that was verified before and has not expired; undefined for others.
 *
 * @param nowMs Milliseconds of the epoch.
 */
export function knownSubject(
  config: TokenConfig,
  token: string,
  nowMs = Date.now(),
): TokenSubject | undefined {
  return verifiedWith(config).find(token, Math.floor(nowMs / 1000) - CLOCK_TOLERANCE_SECONDS);
}

const verifiedBy = new WeakMap<TokenConfig, VerifiedTokens<TokenSubject>>();

/** What was verified with the keys of these settings. */
function verifiedWith(config: TokenConfig): VerifiedTokens<TokenSubject> {
  const known = verifiedBy.get(config) ?? new VerifiedTokens();
  verifiedBy.set(config, known);
  return known;
}

async function verify(
  config: TokenConfig,
  token: string,
  now: Date,
): Promise<TokenSubject & { readonly expires: number }> {
  const { algorithm, verifying } = await keyRing(config);
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => {
      const key = verifying(kid);
      if (!key) throw new errors.JWKSNoMatchingKey();
      return key;
    }, {
      algorithms: [algorithm],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
      requiredClaims: ["sub", "exp", "iat", "jti", "workspace", "fam"],
    });
    return {
      userId: String(payload.sub),
      workspaceId: String(payload.workspace),
      familyId: String(payload.fam),
      expires: Number(payload.exp),
    };
  } catch (cause) {
    const isExpired = cause instanceof errors.JWTExpired;
    if (!isExpired && !(cause instanceof errors.JOSEError)) throw cause;
    throw new Unauthenticated(
      isExpired
        ? "The access token has expired: get another one at /api/v1/refresh or /api/v1/login"
        : "The access token is not valid: sign in at /api/v1/login",
      { cause },
    );
  }
}
