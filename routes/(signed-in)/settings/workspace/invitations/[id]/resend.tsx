import { define } from "../../../../../../define.ts";
import { resendInvitation } from "../../../../../../lib/accounts/invitations.ts";
import { TooManyMails } from "../../../../../../lib/accounts/throttle.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";
import { WorkspacePage, workspacePage } from "../../../../../(_shared)/workspace_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a mail that was one too many.
  GET: (ctx) => ctx.redirect("/settings/workspace", 303),

  async POST(ctx) {
    const { actor, language } = ctx.state;
    try {
      await resendInvitation(actor, ctx.state, pathId(ctx.params.id), language);
    } catch (error) {
      if (!(error instanceof TooManyMails)) throw error;
      return workspacePage(ctx, { problem: { sentOften: true }, status: 429 });
    }
    return ctx.redirect("/settings/workspace?done=invited", 303);
  },
});

export default define.page<typeof handler>(WorkspacePage);
