import {
  getTwoFactorRule,
  setTwoFactorRule,
  TwoFactorRule,
} from "../../../../lib/accounts/two_factor_rule.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Whether the workspace asks everybody for two-factor sign-in",
    tag: "Sign-in",
    examples: { "Not asked for": { answer: { isRequired: false } } },
    may: "person",
    answer: TwoFactorRule,
    handle: ({ actor, state }) => getTwoFactorRule(actor, state.db),
  }),

  PATCH: endpoint({
    summary: "Ask everybody in the workspace for two-factor sign-in, or no longer",
    tag: "Sign-in",
    description:
      "Members without it are led to set it up before anything else, and their access tokens open " +
      "only `/user/me/two_factor` until then. API keys go on. Who asks it of others has it themselves.",
    errors: ["conflict"],
    examples: {
      "No longer": { body: { isRequired: false }, answer: { isRequired: false } },
      "Without having it oneself": { body: { isRequired: true }, status: 409 },
    },
    may: "members:write",
    body: TwoFactorRule,
    answer: TwoFactorRule,
    handle: ({ actor, state, body }) => setTwoFactorRule(actor, state.db, body),
  }),
});
