import { define } from "../../../../define.ts";
import { turnOffTwoFactor, TwoFactorProof } from "../../../../lib/accounts/two_factor.ts";
import { readForm } from "../../../(_shared)/forms.ts";
import { problemOf, SecurityPage, securityPage } from "../../../(_shared)/security_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/security", 303),

  async POST(ctx) {
    try {
      const proof = await readForm(ctx.req, TwoFactorProof);
      await turnOffTwoFactor(ctx.state.actor, ctx.state, proof, ctx.state.address);
      return ctx.redirect("/settings/security", 303);
    } catch (error) {
      return await securityPage(ctx, { problem: problemOf("turn-off", error) });
    }
  },
});

export default define.page<typeof handler>(SecurityPage);
