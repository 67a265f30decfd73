import { Merge, mergeCandidates, MergeInput } from "../../../../../lib/hiring/merges.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Merge another person into this one; it can be undone at any time",
    may: "candidates:write",
    path: ById,
    body: MergeInput.omit({ keepId: true }),
    status: 201,
    answer: Merge,
    handle: ({ actor, state, path, body }) =>
      mergeCandidates(actor, state.db, { ...body, keepId: path.id }),
  }),
});
