import { PoolSearch, startPoolSearch } from "../../../../../../lib/hiring/talent_pool.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Look for people of other jobs who fit this one",
    tag: "Talent pool",
    examples: {
      "Begin": { path: { id: SAMPLE.job }, answer: { judged: 0 } },
    },
    may: "candidates:read",
    path: ById,
    status: 202,
    answer: PoolSearch,
    handle: ({ actor, state, path }) => startPoolSearch(actor, state.db, path.id),
  }),
});
