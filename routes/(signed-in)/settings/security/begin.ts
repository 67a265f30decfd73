import { define } from "../../../../define.ts";
import { beginTwoFactor } from "../../../../lib/accounts/two_factor.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await beginTwoFactor(ctx.state.actor, ctx.state);
    return ctx.redirect("/settings/security", 303);
  },
});
