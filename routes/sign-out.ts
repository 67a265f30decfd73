import { define } from "../define.ts";
import { signOut } from "../lib/accounts/sessions.ts";
import { endSessionCookie, readCookies, sessionCookieName } from "./(_shared)/cookies.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { config, db } = ctx.state;
    const token = readCookies(ctx.req.headers).get(sessionCookieName(config));
    if (token) await signOut(db, token);
    const answer = ctx.redirect("/sign-in?out", 303);
    answer.headers.append("set-cookie", endSessionCookie(config));
    return answer;
  },
});
