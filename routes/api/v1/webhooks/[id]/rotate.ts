import { rotateWebhook, WebhookWithSecret } from "../../../../../lib/accounts/webhooks.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Give a webhook a new secret; for a day messages are signed with both",
    tag: "Webhooks",
    examples: { "New secret": { path: { id: SAMPLE.webhook }, answer: { state: "active" } } },
    may: "webhooks:write",
    path: ById,
    answer: WebhookWithSecret,
    handle: ({ actor, state, path }) => rotateWebhook(actor, state, path.id),
  }),
});
