import { define } from "../../../define.ts";
import { resendVerification } from "../../../lib/accounts/email_verification.ts";

/** Mails the link for one's address again. */
export const handler = define.handlers({
  async POST(ctx) {
    await resendVerification(ctx.state.actor, ctx.state);
    return ctx.redirect("/settings?done=verify", 303);
  },
});
