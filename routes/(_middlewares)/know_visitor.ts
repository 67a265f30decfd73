import type { Context } from "fresh";
import { define, type State } from "../../define.ts";
import { findSession, type Session } from "../../lib/accounts/sessions.ts";
import { acrossWorkspaces } from "../../lib/platform/workspace_scope.ts";
import type { Language } from "../../lib/talent/types.ts";
import {
  LANGUAGE_COOKIE,
  readCookies,
  sessionCookie,
  sessionCookieName,
  THEME_COOKIE,
} from "../(_shared)/cookies.ts";

/** What of a request changes what a visitor sees. */
export const VARIES_BY = "cookie, accept-language";

/** Lays down session, language and theme; pages of a signed-in visitor are kept by no cache. */
export const knowVisitor = define.middleware((ctx) =>
  // Those who have signed in are shown into their workspace by the guard of routes/(signed-in).
  acrossWorkspaces("nobody has signed in yet", () => knowWhoVisits(ctx))
);

/** Lays down what a call of the API brings along of its language; it takes no session. */
export const knowLanguage = define.middleware((ctx) => {
  layDown(ctx, readCookies(ctx.req.headers));
  return ctx.next();
});

async function knowWhoVisits(ctx: Context<State>): Promise<Response> {
  const cookies = readCookies(ctx.req.headers);
  const token = cookies.get(sessionCookieName(ctx.state.config));
  const session = token ? await findSession(ctx.state, token) : undefined;
  layDown(ctx, cookies, session);

  const response = await ctx.next();
  response.headers.append("vary", VARIES_BY);
  if (session) {
    if (!response.headers.has("cache-control")) {
      response.headers.set("cache-control", "private, no-store");
    }
    if (session.isRenewed && token && !response.headers.has("set-cookie")) {
      response.headers.append(
        "set-cookie",
        sessionCookie(ctx.state.config, token, session.expiresAt),
      );
    }
  }
  return response;
}

type Cookies = ReadonlyMap<string, string>;

function layDown({ state, req }: Context<State>, cookies: Cookies, session?: Session): void {
  state.session = session;
  state.language = session?.user.language ?? asLanguage(cookies.get(LANGUAGE_COOKIE)) ??
    acceptedLanguage(req.headers.get("accept-language"));
  state.theme = themeOf(session, cookies.get(THEME_COOKIE));
}

function themeOf(session: Session | undefined, cookie: string | undefined): State["theme"] {
  if (session && session.user.theme !== "system") return session.user.theme;
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

function asLanguage(value: string | undefined): Language | undefined {
  return value === "en" || value === "nl" ? value : undefined;
}

/**
 * The language that a browser prefers among ours.
 *
 * @param header `Accept-Language`, such as "nl-NL,nl;q=0.9,en;q=0.8".
 */
export function acceptedLanguage(header: string | null): Language {
  let best: { language: Language; quality: number } = { language: "en", quality: 0 };
  if (header === null) return best.language;
  for (const part of header.split(",")) {
    const [tag = "", ...params] = part.trim().toLowerCase().split(";");
    const language = asLanguage(tag.split("-")[0]?.trim());
    const given = params.find((param) => param.trim().startsWith("q="));
    const quality = given ? Number(given.trim().slice(2)) : 1;
    if (language && quality > best.quality) best = { language, quality };
  }
  return best.language;
}
