import { define } from "../../../../../../define.ts";
import { changeRole, MemberChange } from "../../../../../../lib/accounts/members.ts";
import { Conflict } from "../../../../../../lib/platform/errors.ts";
import { readForm } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";
import { WorkspacePage, workspacePage } from "../../../../../(_shared)/workspace_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/settings/workspace", 303),

  async POST(ctx) {
    const change = await readForm(ctx.req, MemberChange);
    try {
      await changeRole(ctx.state.actor, ctx.state.db, pathId(ctx.params.user), change);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return workspacePage(ctx, { problem: { lastOwner: true }, status: 409 });
    }
    return ctx.redirect("/settings/workspace?done=role", 303);
  },
});

export default define.page<typeof handler>(WorkspacePage);
