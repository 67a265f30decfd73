import { define } from "../../../../define.ts";
import { createTier } from "../../../../lib/accounts/tiers.ts";
import { readForm } from "../../../(_shared)/forms.ts";
import { NewTierFields, tierProblemOf } from "../../../(_shared)/tier_forms.ts";
import { TiersPage, tiersPage } from "../../../(_shared)/tiers_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect("/admin/tiers", 303),

  async POST(ctx) {
    const { actor, db } = ctx.state;
    try {
      const { name } = await createTier(
        actor,
        db,
        await readForm(ctx.req, NewTierFields),
      );
      return ctx.redirect(`/admin/tiers/${name}`, 303);
    } catch (error) {
      return await tiersPage(ctx, tierProblemOf(error));
    }
  },
});

export default define.page<typeof handler>(TiersPage);
