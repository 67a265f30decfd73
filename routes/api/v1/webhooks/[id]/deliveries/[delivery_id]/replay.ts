import { z } from "zod";
import { Delivery } from "../../../../../../../lib/accounts/webhook_log.ts";
import { replayDelivery } from "../../../../../../../lib/accounts/webhooks.ts";
import { resource } from "../../../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../../../lib/platform/input.ts";
import { endpoint } from "../../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Send an event once more, under the same id",
    tag: "Webhooks",
    errors: ["conflict"],
    examples: {
      "Again": {
        path: { id: SAMPLE.webhook, deliveryId: SAMPLE.delivery },
        answer: { isReplay: true },
      },
    },
    may: "webhooks:write",
    path: z.object({ id: Id, deliveryId: Id }),
    status: 202,
    answer: Delivery,
    handle: ({ actor, state, path }) => replayDelivery(actor, state.db, path.id, path.deliveryId),
  }),
});
