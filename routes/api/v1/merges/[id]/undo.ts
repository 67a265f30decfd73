import { Merge, undoMerge } from "../../../../../lib/hiring/merges.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Take a merge back; both people are as they were",
    tag: "Candidates",
    errors: ["conflict"],
    examples: {
      "Two people again": {
        path: { id: SAMPLE.merge },
        answer: { id: SAMPLE.merge, keptId: SAMPLE.candidate, mergedId: SAMPLE.twin },
      },
    },
    may: "candidates:write",
    path: ById,
    answer: Merge,
    handle: ({ actor, state, path }) => undoMerge(actor, state.db, path.id),
  }),
});
