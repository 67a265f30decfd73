import { define } from "../../../../../../../define.ts";
import { updateRateLimit } from "../../../../../../../lib/accounts/rate_limits.ts";
import { readForm } from "../../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../../(_shared)/ids.ts";
import { requireKnownPath } from "../../../../../../(_shared)/known_paths.ts";
import { LimitFields } from "../../../../../../(_shared)/tier_forms.ts";
import { changeTier, TierPage } from "../../../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  POST: (ctx) =>
    changeTier(ctx, async (name) => {
      const { actor, db } = ctx.state;
      const patch = await readForm(ctx.req, LimitFields);
      requireKnownPath(patch);
      await updateRateLimit(actor, db, name, { ...patch, id: pathId(ctx.params.limit) });
    }),
});

export default define.page<typeof handler>(TierPage);
