import { define } from "../../../../../../define.ts";
import { resendInvitation } from "../../../../../../lib/accounts/invitations.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, language } = ctx.state;
    await resendInvitation(actor, ctx.state, pathId(ctx.params.id), language);
    return ctx.redirect("/settings/workspace?done=invited", 303);
  },
});
