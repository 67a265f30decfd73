import type { AccountProblem } from "../../../components/AccountSettings.tsx";
import { define } from "../../../define.ts";
import { passwordFault } from "../../../lib/accounts/password_rules.ts";
import { changePassword, PasswordChange } from "../../../lib/accounts/profile.ts";
import { InvalidInput, TooManyRequests } from "../../../lib/platform/errors.ts";
import { AccountPage, accountPage } from "../../(_shared)/account_page.tsx";
import { formFields } from "../../(_shared)/forms.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings", 303),

  async POST(ctx) {
    const { repeat, ...fields } = Object.fromEntries(await formFields(ctx.req));
    const parsed = PasswordChange.safeParse(fields);
    const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
    const problems: AccountProblem[] = wrong.has("current") ? [{ field: "current" }] : [];
    if (wrong.has("next")) {
      const isCommon = passwordFault(fields.next ?? "") === "common";
      problems.push({ field: isCommon ? "next_common" : "next" });
    }
    if (fields.next !== repeat) problems.push({ field: "repeat" });
    if (!parsed.success || problems.length > 0) return accountPage(ctx, { problems, status: 422 });
    const browser = { sessionId: signedIn(ctx.state).id, address: ctx.state.address };
    try {
      await changePassword(ctx.state.actor, ctx.state, parsed.data, browser);
    } catch (error) {
      const found = problemOf(error);
      return accountPage(ctx, { problems: [found], status: found.seconds ? 429 : 422 });
    }
    return ctx.redirect("/settings?done=password", 303);
  },
});

function problemOf(error: unknown): AccountProblem {
  if (error instanceof InvalidInput) return { field: "current" };
  if (!(error instanceof TooManyRequests)) throw error;
  return { field: "wait", seconds: error.retryAfterSeconds };
}

export default define.page<typeof handler>(AccountPage);
