import { z } from "zod";
import type { State } from "../../../define.ts";
import type { Tokens } from "../../../lib/accounts/token_families.ts";
import { Forbidden } from "../../../lib/platform/errors.ts";
import { toSnakeKeys } from "../../../lib/platform/snake_case.ts";
import { readCookies, REFRESH_COOKIE, refreshCookie } from "../../(_shared)/cookies.ts";

/** What signing in and coming back answer; the refresh token is in the cookie. */
export const TokensAnswer = z.object({
  accessToken: z.string(),
  tokenType: z.literal("bearer"),
  expiresIn: z.int().meta({ description: "Seconds" }),
  /** Only where the installation answers it in the body too. */
  refreshToken: z.string().optional(),
});

/** A refresh token in the body, from a program without cookies. */
export const RefreshTokenBody = z.strictObject({
  refreshToken: z.string("must be a text").min(1, "must not be empty").max(1024, "is too long"),
}).optional();

/** The answer with tokens, and with the cookie that keeps the refresh token. */
export function answerTokens({ config }: State, tokens: Tokens): Response {
  const { accessToken, expiresInSeconds: expiresIn, refreshToken } = tokens;
  const answer: z.infer<typeof TokensAnswer> = {
    accessToken,
    tokenType: "bearer",
    expiresIn,
    ...(config.refreshTokenInBody ? { refreshToken } : {}),
  };
  return Response.json(toSnakeKeys(answer), {
    headers: { "set-cookie": refreshCookie(config, refreshToken) },
  });
}

/**
 * The refresh token that the browser sent along.
 *
 * SameSite=Lax keeps it from other sites; a page of a neighbouring host name is the same site but
 * not ours, and is told by what the browser says of it (Fetch Metadata, else `Origin`).
 *
 * @throws {Forbidden} If a page of another origin has the browser send it.
 */
export function cookieToken(request: Request): string | undefined {
  const token = readCookies(request.headers).get(REFRESH_COOKIE);
  if (!token) return undefined;
  const site = request.headers.get("sec-fetch-site");
  const isOurs = site === null
    ? isSameHost(request.headers.get("origin"), request)
    : site === "same-origin" || site === "none";
  if (isOurs) return token;
  throw new Forbidden("The cookie is taken from pages of this address alone");
}

function isSameHost(origin: string | null, request: Request): boolean {
  if (origin === null) return true; // no browser sends the cookie from elsewhere without one
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
