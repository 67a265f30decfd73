import { z } from "zod";
import {
  createWebhook,
  listWebhooks,
  Webhook,
  WebhookInput,
  WebhookWithSecret,
} from "../../../../lib/accounts/webhooks.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspace's webhooks",
    tag: "Webhooks",
    examples: { "All": { answer: { data: [{ id: SAMPLE.webhook, state: "active" }] } } },
    may: "webhooks:write",
    query: z.strictObject(listFields()),
    answer: pageSchema(Webhook),
    handle: async ({ actor, state, query }) =>
      pageOfAll(await listWebhooks(actor, state.db), query),
  }),

  POST: endpoint({
    summary: "Add a webhook; the answer has its secret, which is told this once",
    tag: "Webhooks",
    errors: ["conflict"],
    examples: {
      "Who was judged and decided on": {
        body: {
          url: "https://hooks.example.com/talent",
          events: ["resume.evaluated", "decision.made"],
        },
        answer: { url: "https://hooks.example.com/talent", state: "active" },
      },
    },
    may: "webhooks:write",
    body: WebhookInput,
    status: 201,
    answer: WebhookWithSecret,
    handle: ({ actor, state, body }) => createWebhook(actor, state, body),
  }),
});
