import { define } from "../../../../../define.ts";
import { removeWebhook } from "../../../../../lib/accounts/webhooks.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await removeWebhook(ctx.state.actor, ctx.state.db, pathId(ctx.params.id));
    return ctx.redirect("/settings/webhooks", 303);
  },
});
