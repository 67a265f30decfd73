import { z } from "zod";
import { Deletion, listDeletions } from "../../../../lib/hiring/privacy/retention.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary:
      "The proof of what was deleted: ids and SHA-256 of files, the latest first; at most 200",
    tag: "Candidates",
    examples: { "None yet": { answer: { data: [] } } },
    may: "candidates:read",
    answer: z.object({ data: z.array(Deletion) }),
    handle: async ({ actor, state }) => ({ data: await listDeletions(actor, state.db) }),
  }),
});
