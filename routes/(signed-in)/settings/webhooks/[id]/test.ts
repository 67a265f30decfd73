import { define } from "../../../../../define.ts";
import { testWebhook } from "../../../../../lib/accounts/webhooks.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const id = pathId(ctx.params.id);
    const delivery = await testWebhook(ctx.state.actor, ctx.state.db, id);
    return ctx.redirect(`/settings/webhooks/${id}#delivery-${delivery.id}`, 303);
  },
});
