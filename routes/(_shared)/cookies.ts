import { PENDING_MINUTES } from "../../lib/accounts/pending_sign_ins.ts";
import type { Config } from "../../lib/platform/config.ts";

export const LANGUAGE_COOKIE = "language";
export const THEME_COOKIE = "theme";

const YEAR_SECONDS = 31_536_000;

/** Elsewhere than `local` the browser itself holds the cookie to HTTPS and this host. */
export function sessionCookieName(config: Pick<Config, "environment">): string {
  return config.environment === "local" ? "session" : "__Host-session";
}

/** The Set-Cookie line that keeps a session's secret. */
export function sessionCookie(
  config: Pick<Config, "environment">,
  token: string,
  expiresAt: Date,
): string {
  const secure = config.environment === "local" ? "" : "; Secure";
  return `${sessionCookieName(config)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}; ` +
    `Expires=${expiresAt.toUTCString()}`;
}

/** The Set-Cookie line that forgets the session. */
export function endSessionCookie(config: Pick<Config, "environment">): string {
  return sessionCookie(config, "", new Date(0));
}

/** Where a browser keeps that its password was right, while a code is awaited. */
export function pendingCookieName(config: Pick<Config, "environment">): string {
  return `${sessionCookieName(config)}-pending`;
}

/** The Set-Cookie line of a sign-in that waits for its code; an empty token forgets it. */
export function pendingCookie(config: Pick<Config, "environment">, token: string): string {
  const secure = config.environment === "local" ? "" : "; Secure";
  const seconds = token ? PENDING_MINUTES * 60 : 0;
  return `${pendingCookieName(config)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}; ` +
    `Max-Age=${seconds}`;
}

/** Where programs in browsers keep what refreshes their access to the API. */
export const REFRESH_COOKIE = "refresh_token";

/** The Set-Cookie line of a refresh token. Only the API sees it, and no script. */
export function refreshCookie(
  config: Pick<Config, "environment" | "refreshTokenDays">,
  token: string,
): string {
  const secure = config.environment === "local" ? "" : "; Secure";
  return `${REFRESH_COOKIE}=${token}; Path=/api/v1; HttpOnly; SameSite=Lax${secure}; ` +
    `Max-Age=${config.refreshTokenDays * 86_400}`;
}

/** The Set-Cookie line that forgets the refresh token. */
export function endRefreshCookie(config: Pick<Config, "environment">): string {
  return refreshCookie({ ...config, refreshTokenDays: 0 }, "");
}

/** The Set-Cookie line of a preference, kept for a year. */
export function preferenceCookie(
  config: Pick<Config, "environment">,
  name: typeof LANGUAGE_COOKIE | typeof THEME_COOKIE,
  value: string,
): string {
  const secure = config.environment === "local" ? "" : "; Secure";
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${YEAR_SECONDS}`;
}

/** The Set-Cookie line that forgets a preference. */
export function endPreferenceCookie(
  config: Pick<Config, "environment">,
  name: typeof LANGUAGE_COOKIE | typeof THEME_COOKIE,
): string {
  return preferenceCookie(config, name, "").replace(`Max-Age=${YEAR_SECONDS}`, "Max-Age=0");
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The cookies of a request by name; the first of a name counts. */
export function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const given = headers.get("cookie");
  if (given === null) return NONE;
  const cookies = new Map<string, string>();
  for (const pair of given.split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}
