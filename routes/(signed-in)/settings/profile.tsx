import { define } from "../../../define.ts";
import { ProfileInput, saveProfile } from "../../../lib/accounts/profile.ts";
import { Conflict } from "../../../lib/platform/errors.ts";
import { AccountPage, accountPage } from "../../(_shared)/account_page.tsx";
import { formFields } from "../../(_shared)/forms.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings", 303),

  async POST(ctx) {
    const { name = "", email = "" } = Object.fromEntries(await formFields(ctx.req));
    const again = (status: number, fields: readonly ("name" | "email" | "email_taken")[]) => {
      const problems = fields.map((field) => ({ field }));
      return accountPage(ctx, { typed: { name, email }, problems, status });
    };
    const parsed = ProfileInput.safeParse({ name, email });
    if (!parsed.success) {
      const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
      return again(422, (["name", "email"] as const).filter((field) => wrong.has(field)));
    }
    try {
      const isMailed = await saveProfile(ctx.state.actor, ctx.state, parsed.data);
      return ctx.redirect(`/settings?done=${isMailed ? "mailed" : "profile"}`, 303);
    } catch (error) {
      if (error instanceof Conflict) return again(409, ["email_taken"]);
      throw error;
    }
  },
});

export default define.page<typeof handler>(AccountPage);
