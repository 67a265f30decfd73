import { getUserLimits, UserLimits } from "../../../../../lib/accounts/user_tiers.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { ByUsername } from "../../../(_shared)/usernames.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The limits that hold for a user; of others for superusers alone",
    tag: "Tiers",
    examples: {
      "One's own": { path: { username: "olga" }, answer: { tier: null, data: [] } },
    },
    may: "person",
    path: ByUsername,
    answer: UserLimits,
    handle: ({ actor, state, path }) => getUserLimits(actor, state, path.username),
  }),
});
