import { define } from "../../../define.ts";
import { ProfileInput, saveProfile } from "../../../lib/accounts/profile.ts";
import { TooManyMails } from "../../../lib/accounts/throttle.ts";
import { Conflict, InvalidInput, TooManyRequests } from "../../../lib/platform/errors.ts";
import type { AccountProblem } from "../../../components/AccountSettings.tsx";
import { AccountPage, accountPage } from "../../(_shared)/account_page.tsx";
import { formFields } from "../../(_shared)/forms.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings", 303),

  async POST(ctx) {
    const { name = "", email = "", current } = Object.fromEntries(await formFields(ctx.req));
    const again = (status: number, problems: readonly AccountProblem[]) =>
      accountPage(ctx, { typed: { name, email }, problems, status });
    const parsed = ProfileInput.safeParse({ name, email, current: current || undefined });
    if (!parsed.success) {
      const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
      const fields = (["name", "email"] as const).filter((field) => wrong.has(field));
      const problems: AccountProblem[] = fields.map((field) => ({ field }));
      return again(422, wrong.has("current") ? [...problems, { field: "address" }] : problems);
    }
    const { actor, address } = ctx.state;
    try {
      const isMailed = await saveProfile(actor, ctx.state, parsed.data, address);
      return ctx.redirect(`/settings?done=${isMailed ? "mailed" : "profile"}`, 303);
    } catch (error) {
      if (error instanceof Conflict) return again(409, [{ field: "email_taken" }]);
      if (error instanceof InvalidInput) return again(422, [{ field: "address" }]);
      if (error instanceof TooManyRequests) {
        const field = error instanceof TooManyMails ? "mails_wait" : "address_wait";
        return again(429, [{ field, seconds: error.retryAfterSeconds }]);
      }
      throw error;
    }
  },
});

export default define.page<typeof handler>(AccountPage);
