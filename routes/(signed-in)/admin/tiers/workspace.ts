import { z } from "zod";
import { define } from "../../../../define.ts";
import { setWorkspaceTier } from "../../../../lib/accounts/user_tiers.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { readForm } from "../../../(_shared)/forms.ts";

const Given = z.object({
  workspaceId: Id,
  tierId: z.string().transform((typed) => typed || null).pipe(Id.nullable()),
});

/** Gives a workspace a tier. */
export const handler = define.handlers({
  async POST(ctx) {
    const { workspaceId, tierId } = await readForm(ctx.req, Given);
    await setWorkspaceTier(ctx.state.actor, ctx.state.db, workspaceId, { tierId });
    return ctx.redirect("/admin/tiers", 303);
  },
});
