import { define } from "../../../../../define.ts";
import { updateWebhook } from "../../../../../lib/accounts/webhooks.ts";
import {
  readWebhookForm,
  toWebhookInput,
  webhookProblems,
} from "../../../../(_shared)/webhook_form.ts";
import { WebhookPage, webhookPage } from "../../../../(_shared)/webhook_page.tsx";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/settings/webhooks/${pathId(ctx.params.id)}`, 303),

  async POST(ctx) {
    const id = pathId(ctx.params.id);
    const typed = await readWebhookForm(ctx.req);
    try {
      await updateWebhook(ctx.state.actor, ctx.state, id, toWebhookInput(typed));
      return ctx.redirect(`/settings/webhooks/${id}`, 303);
    } catch (error) {
      return webhookPage(ctx, { typed, problems: webhookProblems(error) });
    }
  },
});

export default define.page<typeof handler>(WebhookPage);
