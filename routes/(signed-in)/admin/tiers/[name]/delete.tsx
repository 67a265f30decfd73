import { define } from "../../../../../define.ts";
import { deleteTier } from "../../../../../lib/accounts/tiers.ts";
import { tierProblemOf } from "../../../../(_shared)/tier_forms.ts";
import { TierPage, tierPage } from "../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  async POST(ctx) {
    try {
      await deleteTier(ctx.state.actor, ctx.state.db, ctx.params.name ?? "");
      return ctx.redirect("/admin/tiers", 303);
    } catch (error) {
      const problem = tierProblemOf(error);
      return await tierPage(ctx, problem === "conflict" ? "in_use" : problem);
    }
  },
});

export default define.page<typeof handler>(TierPage);
