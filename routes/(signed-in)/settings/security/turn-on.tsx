import { define } from "../../../../define.ts";
import { turnOnTwoFactor, TwoFactorProof } from "../../../../lib/accounts/two_factor.ts";
import { readForm } from "../../../(_shared)/forms.ts";
import { problemOf, SecurityPage, securityPage } from "../../../(_shared)/security_page.tsx";
import { signedIn } from "../../../(_shared)/signed_in.ts";

/** Answers the page itself: the codes are told once, and are in no address. */
export const handler = define.handlers({
  // Where a reload leads.
  GET: (ctx) => ctx.redirect("/settings/security", 303),

  async POST(ctx) {
    const browser = { sessionId: signedIn(ctx.state).id, address: ctx.state.address };
    try {
      const proof = await readForm(ctx.req, TwoFactorProof);
      const codes = await turnOnTwoFactor(ctx.state.actor, ctx.state, proof, browser);
      return await securityPage(ctx, { codes });
    } catch (error) {
      return await securityPage(ctx, { problem: problemOf("turn-on", error) });
    }
  },
});

export default define.page<typeof handler>(SecurityPage);
