import { z } from "zod";
import { Moved, undoMoves } from "../../../../../lib/hiring/moves.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Take back what one call moved, within 30 seconds",
    tag: "Stages",
    errors: ["conflict"],
    examples: {
      "At once": {
        path: { batchId: SAMPLE.batch },
        answer: { moved: [{ resumeId: SAMPLE.resume }] },
      },
    },
    may: "decisions:write",
    path: z.object({ batchId: Id }),
    answer: Moved,
    handle: ({ actor, state, path }) => undoMoves(actor, state, path.batchId),
  }),
});
