import { define } from "../../../../define.ts";
import { createWebhook } from "../../../../lib/accounts/webhooks.ts";
import {
  readWebhookForm,
  toWebhookInput,
  webhookProblems,
} from "../../../(_shared)/webhook_form.ts";
import { WebhooksPage, webhooksPage } from "../../../(_shared)/webhooks_page.tsx";

export const handler = define.handlers({
  GET: (ctx) => webhooksPage(ctx),

  async POST(ctx) {
    const typed = await readWebhookForm(ctx.req);
    try {
      const { secret } = await createWebhook(ctx.state.actor, ctx.state, toWebhookInput(typed));
      return webhooksPage(ctx, { secret });
    } catch (error) {
      return webhooksPage(ctx, { typed, problems: webhookProblems(error) });
    }
  },
});

export default define.page<typeof handler>(WebhooksPage);
