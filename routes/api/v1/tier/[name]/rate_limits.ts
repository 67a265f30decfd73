import { z } from "zod";
import { listRateLimits, RateLimit } from "../../../../../lib/accounts/rate_limits.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";
import { ByName } from "../../../(_shared)/tier_paths.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The limits of a tier, by path",
    tag: "Tiers",
    examples: {
      "All": {
        path: { name: SAMPLE.tier },
        answer: { totalCount: 1, data: [{ path: "/api/v1/search", limit: 10, period: 60 }] },
      },
    },
    may: "person",
    path: ByName,
    query: z.strictObject(listFields()),
    answer: pageSchema(RateLimit),
    handle: ({ actor, state, path, query }) => listRateLimits(actor, state.db, path.name, query),
  }),
});
