import { define } from "../../../../define.ts";
import { renewRecoveryCodes, TwoFactorProof } from "../../../../lib/accounts/two_factor.ts";
import { readForm } from "../../../(_shared)/forms.ts";
import { problemOf, SecurityPage, securityPage } from "../../../(_shared)/security_page.tsx";

/** Answers the page itself: the codes are told once, and are in no address. */
export const handler = define.handlers({
  // Where a reload leads.
  GET: (ctx) => ctx.redirect("/settings/security", 303),

  async POST(ctx) {
    const { actor, address } = ctx.state;
    try {
      const proof = await readForm(ctx.req, TwoFactorProof);
      const codes = await renewRecoveryCodes(actor, ctx.state, proof, address);
      return await securityPage(ctx, { codes });
    } catch (error) {
      return await securityPage(ctx, { problem: problemOf("codes", error) });
    }
  },
});

export default define.page<typeof handler>(SecurityPage);
