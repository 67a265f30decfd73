import { define } from "../../../../../../../define.ts";
import { deleteRateLimit } from "../../../../../../../lib/accounts/rate_limits.ts";
import { pathId } from "../../../../../../(_shared)/ids.ts";
import { changeTier, TierPage } from "../../../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  POST: (ctx) =>
    changeTier(ctx, async (name) => {
      const { actor, db } = ctx.state;
      await deleteRateLimit(actor, db, name, pathId(ctx.params.limit));
    }),
});

export default define.page<typeof handler>(TierPage);
