import { z } from "zod";
import { proposeAgain } from "../../../../../../lib/hiring/duplicates.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../../lib/platform/input.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Let this and another one be proposed as one person again",
    tag: "Candidates",
    examples: {
      "Ask again": { path: { id: SAMPLE.candidate, otherId: SAMPLE.leaver } },
    },
    may: "candidates:write",
    path: z.object({ id: Id, otherId: Id }),
    async handle({ actor, state, path: { id, otherId } }) {
      await proposeAgain(actor, state.db, { firstId: id, secondId: otherId });
      return undefined;
    },
  }),
});
