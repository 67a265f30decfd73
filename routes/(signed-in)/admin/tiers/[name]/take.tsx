import { z } from "zod";
import { define } from "../../../../../define.ts";
import { setUserTier } from "../../../../../lib/accounts/user_tiers.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { changeTier, TierPage } from "../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  POST: (ctx) =>
    changeTier(ctx, async () => {
      const { actor, db } = ctx.state;
      const { username } = await readForm(ctx.req, z.object({ username: z.string().trim() }));
      await setUserTier(actor, db, username, { tierId: null });
    }),
});

export default define.page<typeof handler>(TierPage);
