import {
  getUserTier,
  setUserTier,
  TierChoice,
  UserTier,
} from "../../../../../lib/accounts/user_tiers.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { ByUsername } from "../../../(_shared)/usernames.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The tier that a user has of their own; of others for superusers alone",
    tag: "Tiers",
    examples: {
      "One's own": { path: { username: "olga" }, answer: { username: "olga", tierId: null } },
    },
    may: "person",
    path: ByUsername,
    answer: UserTier,
    handle: ({ actor, state, path }) => getUserTier(actor, state.db, path.username),
  }),
  PATCH: endpoint({
    summary: "Give a user a tier; null takes it away, and that of the workspace holds",
    tag: "Tiers",
    examples: {
      "None": {
        path: { username: "olga" },
        body: { tierId: null },
        answer: { username: "olga", tierId: null, tier: null },
      },
    },
    may: "superuser",
    path: ByUsername,
    body: TierChoice,
    answer: UserTier,
    handle: ({ actor, state, path, body }) => setUserTier(actor, state.db, path.username, body),
  }),
});
