import { define } from "../../../../../define.ts";
import { updateWebhook } from "../../../../../lib/accounts/webhooks.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const id = pathId(ctx.params.id);
    await updateWebhook(ctx.state.actor, ctx.state, id, { state: "active" });
    return ctx.redirect(`/settings/webhooks/${id}`, 303);
  },
});
