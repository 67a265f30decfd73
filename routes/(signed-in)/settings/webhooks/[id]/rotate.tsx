import { define } from "../../../../../define.ts";
import { rotateWebhook } from "../../../../../lib/accounts/webhooks.ts";
import { WebhookPage, webhookPage } from "../../../../(_shared)/webhook_page.tsx";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // A reload must not make another secret.
  GET: (ctx) => ctx.redirect(`/settings/webhooks/${pathId(ctx.params.id)}`, 303),

  async POST(ctx) {
    const { secret } = await rotateWebhook(ctx.state.actor, ctx.state, pathId(ctx.params.id));
    return webhookPage(ctx, { secret });
  },
});

export default define.page<typeof handler>(WebhookPage);
