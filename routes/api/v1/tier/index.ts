import { createTier, Tier, TierInput } from "../../../../lib/accounts/tiers.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Make a tier: a name, what a workspace may add in a month, and keep",
    tag: "Tiers",
    may: "superuser",
    body: TierInput,
    status: 201,
    answer: Tier,
    errors: ["conflict"],
    examples: {
      "A tier with quotas": {
        body: {
          name: "business",
          monthlyResumes: 20_000,
          monthlyJobs: 200,
          storageBytes: 107_374_182_400,
        },
        answer: { name: "business", monthlyResumes: 20_000, storageBytes: 107_374_182_400 },
      },
    },
    handle: ({ actor, state, body }) => createTier(actor, state.db, body),
  }),
});
