import { z } from "zod";
import { MAX_LINK_TOKEN } from "../../../../lib/accounts/mail_links.ts";
import { NewPassword } from "../../../../lib/accounts/password_rules.ts";
import { resetPassword } from "../../../../lib/accounts/password_reset.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { text } from "../../../../lib/platform/input.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Set a new password by the token of the link that was mailed",
    tag: "Users",
    description: "Its user is signed out everywhere, and told by mail.",
    errors: ["not_found"],
    examples: {
      "By a link that works no more": {
        body: { token: "none", password: "a sentence of her own" },
        status: 404,
      },
    },
    may: "anyone",
    repeat: "none",
    body: z.strictObject({ token: text(1, MAX_LINK_TOKEN), password: NewPassword }),
    handle: ({ state, body: { token, password } }) =>
      resetPassword(state, { token, next: password }) as Promise<undefined>,
  }),
});
