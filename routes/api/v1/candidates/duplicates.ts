import { z } from "zod";
import { Duplicate, listDuplicates } from "../../../../lib/hiring/duplicates.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Pairs of people who may be one, those with more in common first",
    tag: "Candidates",
    examples: {
      "The first pairs": { query: { itemsPerPage: "5" }, answer: { page: 1, itemsPerPage: 5 } },
    },
    may: "candidates:read",
    query: z.strictObject(listFields(20, 100)),
    answer: pageSchema(Duplicate),
    handle: ({ actor, state, query }) => listDuplicates(actor, state.db, query),
  }),
});
