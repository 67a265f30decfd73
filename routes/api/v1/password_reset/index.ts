import { requestPasswordReset, ResetRequest } from "../../../../lib/accounts/password_reset.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Have a link for a new password mailed to who forgot theirs",
    tag: "Users",
    description:
      "The answer is the same whether anybody has the address or not. The link works once, for an " +
      "hour; what stands in it after `token=` is taken by `POST /password_reset/confirm` too.",
    headers: ["Accept-Language"],
    examples: { "By the address": { body: { email: "olga@example.com" } } },
    may: "anyone",
    repeat: "none",
    body: ResetRequest,
    status: 202,
    async handle({ state, body, address }) {
      await requestPasswordReset(state, body, { address, language: state.language });
      return new Response(null, { status: 202 });
    },
  }),
});
