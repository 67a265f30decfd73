import { Merge, mergeCandidates, MergeInput } from "../../../../../lib/hiring/merges.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Merge another person into this one; it can be undone at any time",
    tag: "Candidates",
    errors: ["conflict"],
    examples: {
      "With the other one's name": {
        path: { id: SAMPLE.candidate },
        body: { mergeId: SAMPLE.leaver, choices: { name: "merged" } },
        answer: { keptId: SAMPLE.candidate, mergedId: SAMPLE.leaver, undoneAt: null },
      },
    },
    may: "candidates:write",
    path: ById,
    body: MergeInput.omit({ keepId: true }),
    status: 201,
    answer: Merge,
    handle: ({ actor, state, path, body }) =>
      mergeCandidates(actor, state.db, { ...body, keepId: path.id }),
  }),
});
