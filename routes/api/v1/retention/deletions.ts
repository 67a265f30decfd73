import { z } from "zod";
import { Deletion, listDeletions } from "../../../../lib/hiring/privacy/deletions.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The proof of what was deleted: ids and SHA-256 of files, the latest first",
    tag: "Candidates",
    examples: { "The last ones": { answer: { page: 1, totalCount: 0 } } },
    may: "candidates:read",
    query: z.strictObject(cursorFields()),
    answer: cursorPageSchema(Deletion),
    handle: ({ actor, state, query }) => listDeletions(actor, state.db, query),
  }),
});
