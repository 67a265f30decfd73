import type { InviteFault } from "../../../../components/InvitationList.tsx";
import { define } from "../../../../define.ts";
import { InvitationInput, invite } from "../../../../lib/accounts/invitations.ts";
import { TooManyMails } from "../../../../lib/accounts/throttle.ts";
import { Conflict } from "../../../../lib/platform/errors.ts";
import { formFields } from "../../../(_shared)/forms.ts";
import { WorkspacePage, workspacePage } from "../../../(_shared)/workspace_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/workspace", 303),

  async POST(ctx) {
    const fields = Object.fromEntries(await formFields(ctx.req));
    const { email = "" } = fields;
    const parsed = InvitationInput.safeParse(fields);
    const again = (fault: InviteFault, status: number) =>
      workspacePage(ctx, { problem: { invite: { email, fault } }, status });
    if (!parsed.success) return again("email", 422);
    try {
      await invite(ctx.state.actor, ctx.state, parsed.data, ctx.state.language);
    } catch (error) {
      if (error instanceof Conflict) return again("taken", 409);
      if (error instanceof TooManyMails) return again("often", 429);
      throw error;
    }
    return ctx.redirect("/settings/workspace?done=invited", 303);
  },
});

export default define.page<typeof handler>(WorkspacePage);
