import {
  deleteTier,
  getTier,
  Tier,
  TierPatch,
  updateTier,
} from "../../../../../lib/accounts/tiers.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";
import { ByName } from "../../../(_shared)/tier_paths.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A tier",
    tag: "Tiers",
    examples: {
      "One": { path: { name: SAMPLE.tier }, answer: { name: SAMPLE.tier, monthlyResumes: null } },
    },
    may: "person",
    path: ByName,
    answer: Tier,
    handle: ({ actor, state, path }) => getTier(actor, state.db, path.name),
  }),
  PATCH: endpoint({
    summary: "Change a tier's name or quotas; null is no quota",
    tag: "Tiers",
    examples: {
      "Quotas": {
        path: { name: SAMPLE.tier },
        body: { monthlyResumes: 500, monthlyJobs: 20 },
        answer: { monthlyResumes: 500, monthlyJobs: 20 },
      },
    },
    may: "superuser",
    path: ByName,
    body: TierPatch,
    answer: Tier,
    errors: ["conflict"],
    handle: ({ actor, state, path, body }) => updateTier(actor, state.db, path.name, body),
  }),
  DELETE: endpoint({
    summary: "Remove a tier that nobody has, with its limits",
    tag: "Tiers",
    examples: { "One that is gone": { path: { name: "gone" }, status: 404 } },
    may: "superuser",
    path: ByName,
    errors: ["conflict"],
    async handle({ actor, state, path }) {
      await deleteTier(actor, state.db, path.name);
      return undefined;
    },
  }),
});
