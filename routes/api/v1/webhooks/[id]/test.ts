import { Delivery } from "../../../../../lib/accounts/webhook_log.ts";
import { testWebhook } from "../../../../../lib/accounts/webhooks.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Send `webhook.test` to a webhook",
    tag: "Webhooks",
    errors: ["conflict"],
    examples: { "Test": { path: { id: SAMPLE.webhook }, answer: { event: "webhook.test" } } },
    may: "webhooks:write",
    path: ById,
    status: 202,
    answer: Delivery,
    handle: ({ actor, state, path }) => testWebhook(actor, state.db, path.id),
  }),
});
