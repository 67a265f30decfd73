import {
  deleteRateLimit,
  getRateLimit,
  RateLimit,
  RateLimitPatch,
  updateRateLimit,
} from "../../../../../../lib/accounts/rate_limits.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { requireKnownPath } from "../../../../../(_shared)/known_paths.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";
import { ByNameAndId } from "../../../../(_shared)/tier_paths.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A limit of a tier",
    tag: "Tiers",
    examples: {
      "One": { path: { name: SAMPLE.tier, id: SAMPLE.limit }, answer: { id: SAMPLE.limit } },
    },
    may: "person",
    path: ByNameAndId,
    answer: RateLimit,
    handle: ({ actor, state, path }) => getRateLimit(actor, state.db, path.name, path.id),
  }),
  PATCH: endpoint({
    summary: "Change a limit; what was counted stays counted",
    tag: "Tiers",
    examples: {
      "More": {
        path: { name: SAMPLE.tier, id: SAMPLE.limit },
        body: { limit: 30 },
        answer: { limit: 30, period: 60 },
      },
    },
    may: "superuser",
    path: ByNameAndId,
    body: RateLimitPatch,
    answer: RateLimit,
    errors: ["conflict"],
    handle({ actor, state, path: { name, id }, body }) {
      requireKnownPath(body);
      return updateRateLimit(actor, state.db, name, { ...body, id });
    },
  }),
  DELETE: endpoint({
    summary: "Take a limit from a tier",
    tag: "Tiers",
    examples: {
      "One that is gone": {
        path: { name: SAMPLE.tier, id: "00000000-0000-7000-8000-000000000000" },
        status: 404,
      },
    },
    may: "superuser",
    path: ByNameAndId,
    async handle({ actor, state, path }) {
      await deleteRateLimit(actor, state.db, path.name, path.id);
      return undefined;
    },
  }),
});
