import { define } from "../../../../../define.ts";
import { endOwnSession } from "../../../../../lib/accounts/own_sessions.ts";
import { NotFound } from "../../../../../lib/platform/errors.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    try {
      await endOwnSession(ctx.state.actor, ctx.state, pathId(ctx.params.session));
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      // It ended meanwhile: the list says what there is now.
      return ctx.redirect("/settings", 303);
    }
    return ctx.redirect("/settings?done=session", 303);
  },
});
