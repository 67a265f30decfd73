import { resendVerification } from "../../../../../lib/accounts/email_verification.ts";
import { requirePerson } from "../../../../../lib/accounts/principal.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Have the link that confirms your e-mail address mailed again",
    tag: "Users",
    description:
      "To `pending_email` if there is one; when the address is confirmed already, nothing is sent. " +
      "The link works once, for 7 days, and the one before works no more.",
    examples: { "Yours": {} },
    may: "person",
    status: 202,
    async handle({ actor, state }) {
      requirePerson(actor);
      await resendVerification(actor, state);
      return new Response(null, { status: 202 });
    },
  }),
});
