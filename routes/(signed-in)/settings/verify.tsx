import { define } from "../../../define.ts";
import { resendVerification } from "../../../lib/accounts/email_verification.ts";
import { TooManyMails } from "../../../lib/accounts/throttle.ts";
import { AccountPage, accountPage } from "../../(_shared)/account_page.tsx";

/** Mails the link for one's address again. */
export const handler = define.handlers({
  // Where a reload leads after a mail that was one too many.
  GET: (ctx) => ctx.redirect("/settings", 303),

  async POST(ctx) {
    try {
      await resendVerification(ctx.state.actor, ctx.state);
    } catch (error) {
      if (!(error instanceof TooManyMails)) throw error;
      const problem = { field: "verify_wait", seconds: error.retryAfterSeconds } as const;
      return accountPage(ctx, { problems: [problem], status: 429 });
    }
    return ctx.redirect("/settings?done=verify", 303);
  },
});

export default define.page<typeof handler>(AccountPage);
