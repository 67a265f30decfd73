import {
  createRateLimit,
  RateLimit,
  RateLimitInput,
} from "../../../../../../lib/accounts/rate_limits.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { requireKnownPath } from "../../../../../(_shared)/known_paths.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";
import { ByName } from "../../../../(_shared)/tier_paths.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Give a tier a limit: `limit` calls within any `period` seconds on a path",
    tag: "Tiers",
    examples: {
      "Uploads": {
        path: { name: SAMPLE.tier },
        body: { path: "api/v1/jobs/{id}/resumes", method: "POST", limit: 100, period: 3600 },
        answer: { path: "/api/v1/jobs/{id}/resumes", method: "POST", limit: 100, period: 3600 },
      },
    },
    may: "superuser",
    path: ByName,
    body: RateLimitInput,
    status: 201,
    answer: RateLimit,
    errors: ["conflict"],
    handle({ actor, state, path, body }) {
      requireKnownPath(body);
      return createRateLimit(actor, state.db, path.name, body);
    },
  }),
});
