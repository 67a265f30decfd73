import { z } from "zod";
import { listTemplates, WorkspaceTemplate } from "../../../../lib/hiring/letter_templates.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { LETTER_WORDS } from "../../../(_shared)/letter_words.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What the letters of each kind and language begin with",
    tag: "Letters",
    description: "The workspace's own where it wrote one (`is_own`), or else the product's.",
    examples: {
      "None of its own": {
        answer: { data: [{ kind: "acceptance", language: "en", isOwn: false }] },
      },
    },
    may: "candidates:read",
    answer: z.object({ data: z.array(WorkspaceTemplate) }),
    handle: async ({ actor, state: { db } }) => ({
      data: await listTemplates(actor, db, LETTER_WORDS),
    }),
  }),
});
