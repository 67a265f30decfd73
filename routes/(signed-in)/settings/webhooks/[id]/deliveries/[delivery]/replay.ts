import { define } from "../../../../../../../define.ts";
import { replayDelivery } from "../../../../../../../lib/accounts/webhooks.ts";
import { pathId } from "../../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const id = pathId(ctx.params.id);
    const delivery = pathId(ctx.params.delivery);
    const again = await replayDelivery(ctx.state.actor, ctx.state.db, id, delivery);
    return ctx.redirect(`/settings/webhooks/${id}#delivery-${again.id}`, 303);
  },
});
