import { z } from "zod";
import {
  Delivery,
  DELIVERY_SORTS,
  listDeliveries,
} from "../../../../../../lib/accounts/webhook_log.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import {
  cursorFields,
  cursorPageSchema,
  sortField,
} from "../../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What was sent to a webhook, and what it answered; the latest first",
    tag: "Webhooks",
    examples: {
      "The log": {
        path: { id: SAMPLE.webhook },
        answer: { data: [{ id: SAMPLE.delivery, event: "webhook.test" }] },
      },
    },
    may: "webhooks:write",
    path: ById,
    query: z.strictObject({
      ...cursorFields(),
      sort: sortField(DELIVERY_SORTS).default("-created_at"),
      state: Delivery.shape.state.optional(),
    }),
    answer: cursorPageSchema(Delivery),
    handle: ({ actor, state, path, query }) => listDeliveries(actor, state.db, path.id, query),
  }),
});
