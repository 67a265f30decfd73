import { z } from "zod";
import { listTags, Tag } from "../../../lib/hiring/tags.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The tags of the workspace with how many people have them, the most used first",
    tag: "Candidates",
    examples: {
      "All": { answer: { data: [{ tag: "Referral" }] } },
    },
    may: "candidates:read",
    answer: z.object({ data: z.array(Tag) }),
    handle: async ({ actor, state }) => ({ data: await listTags(actor, state.db) }),
  }),
});
