import { z } from "zod";
import { Keeping, listDue } from "../../../../lib/hiring/privacy/retention.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Whose data is deleted in the next 30 days, the soonest first; at most 500",
    tag: "Candidates",
    examples: { "Nobody was rejected": { answer: { data: [] } } },
    may: "candidates:read",
    answer: z.object({ data: z.array(Keeping) }),
    handle: async ({ actor, state }) => ({ data: await listDue(actor, state.db) }),
  }),
});
