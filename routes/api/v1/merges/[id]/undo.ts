import { Merge, undoMerge } from "../../../../../lib/hiring/merges.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Take a merge back; both people are as they were",
    may: "candidates:write",
    path: ById,
    answer: Merge,
    handle: ({ actor, state, path }) => undoMerge(actor, state.db, path.id),
  }),
});
