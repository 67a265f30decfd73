import { define } from "../../../../../../define.ts";
import { revokeInvitation } from "../../../../../../lib/accounts/invitations.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await revokeInvitation(ctx.state.actor, ctx.state.db, pathId(ctx.params.id));
    return ctx.redirect("/settings/workspace?done=revoked", 303);
  },
});
