import { define } from "../../../../define.ts";
import { renameWorkspace, WorkspaceInput } from "../../../../lib/accounts/workspaces.ts";
import { readForm } from "../../../(_shared)/forms.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const input = await readForm(ctx.req, WorkspaceInput);
    await renameWorkspace(ctx.state.actor, ctx.state.db, input);
    return ctx.redirect("/settings/workspace?done=renamed", 303);
  },
});
