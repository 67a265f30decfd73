import {
  getWebhook,
  removeWebhook,
  updateWebhook,
  Webhook,
  WebhookPatch,
} from "../../../../../lib/accounts/webhooks.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "One webhook",
    tag: "Webhooks",
    examples: { "Active": { path: { id: SAMPLE.webhook }, answer: { state: "active" } } },
    may: "webhooks:write",
    path: ById,
    answer: Webhook,
    handle: ({ actor, state, path }) => getWebhook(actor, state.db, path.id),
  }),

  PATCH: endpoint({
    summary: "Change, pause or resume a webhook",
    tag: "Webhooks",
    examples: {
      "Pause": {
        path: { id: SAMPLE.webhook },
        body: { state: "paused" },
        answer: { state: "paused" },
      },
    },
    may: "webhooks:write",
    path: ById,
    body: WebhookPatch,
    answer: Webhook,
    handle: ({ actor, state, path, body }) => updateWebhook(actor, state, path.id, body),
  }),

  DELETE: endpoint({
    summary: "Remove a webhook with its log",
    tag: "Webhooks",
    examples: { "For good": { path: { id: SAMPLE.webhook } } },
    may: "webhooks:write",
    path: ById,
    handle: ({ actor, state, path }) =>
      removeWebhook(actor, state.db, path.id).then(() => undefined),
  }),
});
