import { define } from "../../../../../define.ts";
import { updateTier } from "../../../../../lib/accounts/tiers.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { TierFields, tierProblemOf } from "../../../../(_shared)/tier_forms.ts";
import { TierPage, tierPage } from "../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  async POST(ctx) {
    const { actor, db } = ctx.state;
    try {
      const patch = await readForm(ctx.req, TierFields);
      const { name } = await updateTier(actor, db, ctx.params.name ?? "", patch);
      return ctx.redirect(`/admin/tiers/${name}`, 303);
    } catch (error) {
      return await tierPage(ctx, tierProblemOf(error));
    }
  },
});

export default define.page<typeof handler>(TierPage);
