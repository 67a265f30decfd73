import { z } from "zod";
import { listTiers, Tier } from "../../../lib/accounts/tiers.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "All tiers, by name",
    tag: "Tiers",
    examples: { "The first page": { answer: { page: 1 } } },
    may: "person",
    query: z.strictObject(listFields()),
    answer: pageSchema(Tier),
    handle: ({ actor, state, query }) => listTiers(actor, state.db, query),
  }),
});
