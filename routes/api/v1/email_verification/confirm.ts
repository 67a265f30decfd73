import { z } from "zod";
import { verifyEmail } from "../../../../lib/accounts/email_verification.ts";
import { MAX_LINK_TOKEN } from "../../../../lib/accounts/mail_links.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { text } from "../../../../lib/platform/input.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Confirm an e-mail address by the token of the link that was mailed to it",
    tag: "Users",
    errors: ["not_found"],
    examples: { "By a link that works no more": { body: { token: "none" }, status: 404 } },
    may: "anyone",
    repeat: "none",
    body: z.strictObject({ token: text(1, MAX_LINK_TOKEN) }),
    handle: ({ state, body }) => verifyEmail(state, body.token) as Promise<undefined>,
  }),
});
