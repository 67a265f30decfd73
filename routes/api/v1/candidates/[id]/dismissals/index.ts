import { z } from "zod";
import { dismissDuplicate } from "../../../../../../lib/hiring/duplicates.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../../lib/platform/input.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Say that this and another one are two people",
    tag: "Candidates",
    examples: {
      "Two people": { path: { id: SAMPLE.candidate }, body: { otherId: SAMPLE.leaver } },
    },
    may: "candidates:write",
    path: ById,
    body: z.strictObject({ otherId: Id }),
    async handle({ actor, state, path, body: { otherId } }) {
      await dismissDuplicate(actor, state.db, { firstId: path.id, secondId: otherId });
      return undefined;
    },
  }),
});
