import { errors, jwtVerify, SignJWT } from "jose";
import type { Config } from "../platform/config.ts";
import { Unauthenticated } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import type { Principal } from "./principal.ts";
import { findPrincipal } from "./principals.ts";
import type { Member } from "./sign_in.ts";

const ISSUER = "talent-copilot";
const AUDIENCE = "talent-copilot/api/v1";
const TYPE = "at+jwt";
const ALGORITHM = "HS256";

/** Two servers' clocks may differ by this. */
const CLOCK_TOLERANCE_SECONDS = 5;

type TokenConfig = Pick<Config, "secretKey" | "accessTokenMinutes">;

const keys = new Map<string, Promise<CryptoKey>>();

/** The signing key, derived once a secret: a key of its own, so that no other use can forge it. */
function signingKey(secretKey: string): Promise<CryptoKey> {
  const known = keys.get(secretKey) ?? deriveKey(secretKey);
  keys.set(secretKey, known);
  return known;
}

async function deriveKey(secretKey: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secretKey);
  const base = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    {
      name: "HKDF",
      hash: "SHA-256",
      salt: new Uint8Array(32),
      info: new TextEncoder().encode("access token"),
    },
    base,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign", "verify"],
  );
}

/** An access token for the API, good for one workspace and `accessTokenMinutes`. */
export async function issueAccessToken(config: TokenConfig, member: Member): Promise<string> {
  return await new SignJWT({ workspace: member.workspaceId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(member.userId)
    .setJti(crypto.randomUUID()).setIssuedAt()
    .setExpirationTime(`${config.accessTokenMinutes} minutes`)
    .sign(await signingKey(config.secretKey));
}

/**
 * Whom an access token was given to.
 *
 * @throws {Unauthenticated} If it was not made here, was changed, or has expired.
 */
export async function readAccessToken(config: TokenConfig, token: string): Promise<Member> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(config.secretKey), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ["sub", "exp", "iat", "jti", "workspace"],
    });
    return { userId: String(payload.sub), workspaceId: String(payload.workspace) };
  } catch (cause) {
    const isExpired = cause instanceof errors.JWTExpired;
    if (!isExpired && !(cause instanceof errors.JOSEError)) throw cause;
    throw new Unauthenticated(
      isExpired
        ? "The access token has expired: sign in again at /api/v1/login"
        : "The access token is not valid: sign in at /api/v1/login",
      { cause },
    );
  }
}

/**
 * Who calls, by the `Authorization` header.
 *
 * @throws {Unauthenticated} Without a bearer token, with a bad one, or when its owner has left.
 */
export async function authenticate(
  { db, config }: Pick<Services, "db" | "config">,
  authorization: string | null,
): Promise<Principal> {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) {
    throw new Unauthenticated(
      "This needs an access token: sign in at /api/v1/login and send `Authorization: Bearer …`",
    );
  }
  const { userId, workspaceId } = await readAccessToken(config, token);
  const actor = await findPrincipal(db, userId, workspaceId);
  if (!actor) throw new Unauthenticated("The owner of this access token has left the workspace");
  return actor;
}
