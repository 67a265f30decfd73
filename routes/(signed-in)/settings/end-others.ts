import { define } from "../../../define.ts";
import { endOtherSessions } from "../../../lib/accounts/own_sessions.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await endOtherSessions(ctx.state.actor, ctx.state, { sessionId: signedIn(ctx.state).id });
    return ctx.redirect("/settings?done=sessions", 303);
  },
});
