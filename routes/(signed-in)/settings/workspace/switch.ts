import { z } from "zod";
import { define } from "../../../../define.ts";
import { switchWorkspace } from "../../../../lib/accounts/workspaces.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { readForm } from "../../../(_shared)/forms.ts";
import { signedIn } from "../../../(_shared)/signed_in.ts";

const Choice = z.object({ workspaceId: Id });

export const handler = define.handlers({
  async POST(ctx) {
    const { workspaceId } = await readForm(ctx.req, Choice);
    const { actor, id } = signedIn(ctx.state);
    await switchWorkspace(actor, ctx.state.db, id, workspaceId);
    return ctx.redirect("/", 303);
  },
});
