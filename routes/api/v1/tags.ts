import { z } from "zod";
import { listTags, Tag } from "../../../lib/hiring/tags.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

/** More than any workspace has. */
const MAX_TAGS = 10_000;

export const handler = resource({
  GET: endpoint({
    summary: "The tags of the workspace with how many people have them, the most used first",
    tag: "Candidates",
    examples: {
      "All": { answer: { data: [{ tag: "Referral" }] } },
    },
    may: "candidates:read",
    query: z.strictObject(listFields(200, 1000)),
    answer: pageSchema(Tag),
    handle: async ({ actor, state, query }) =>
      pageOfAll(await listTags(actor, state.db, MAX_TAGS), query),
  }),
});
