import { define } from "../../define.ts";
import { asHead } from "../../lib/accounts/principal.ts";
import { inWorkspace } from "../../lib/platform/workspace_scope.ts";
import { readCookies, sessionCookieName } from "../(_shared)/cookies.ts";
import { refererPath, wantsJson } from "../(_shared)/forms.ts";
import { SECURITY_PAGE } from "../(_shared)/signed_in.ts";

/** Behind this there is a session; without one, the way leads over signing in and back. */
export default define.middleware((ctx) => {
  const { session, config } = ctx.state;
  if (session) {
    if (session.lacksSecondFactor && !ctx.url.pathname.startsWith(SECURITY_PAGE)) {
      return wantsJson(ctx)
        ? Response.json({ code: "forbidden" }, { status: 403 })
        : ctx.redirect(SECURITY_PAGE, 303);
    }
    ctx.state.actor = ctx.req.method === "HEAD" ? asHead(session.actor) : session.actor;
    return inWorkspace(session.actor.workspaceId, () => ctx.next());
  }
  // A stream that is led to a page would be given up by the browser, with an error.
  const wantsData = wantsJson(ctx) || ctx.req.headers.get("accept") === "text/event-stream";
  if (wantsData) return Response.json({ code: "unauthenticated" }, { status: 401 });
  const isRead = ctx.req.method === "GET" || ctx.req.method === "HEAD";
  const next = isRead ? ctx.url.pathname + ctx.url.search : refererPath(ctx);
  const query = new URLSearchParams();
  if (next !== "/") query.set("next", next);
  if (readCookies(ctx.req.headers).get(sessionCookieName(config))) query.set("ended", "1");
  return ctx.redirect(query.size === 0 ? "/sign-in" : `/sign-in?${query}`, 303);
});
