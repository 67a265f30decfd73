import { define } from "../../../../../../define.ts";
import { createRateLimit } from "../../../../../../lib/accounts/rate_limits.ts";
import { readForm } from "../../../../../(_shared)/forms.ts";
import { requireKnownPath } from "../../../../../(_shared)/known_paths.ts";
import { NewLimitFields } from "../../../../../(_shared)/tier_forms.ts";
import { changeTier, TierPage } from "../../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/admin/tiers/${ctx.params.name}`, 303),

  POST: (ctx) =>
    changeTier(ctx, async (name) => {
      const { actor, db } = ctx.state;
      const input = await readForm(ctx.req, NewLimitFields);
      requireKnownPath(input);
      await createRateLimit(actor, db, name, input);
    }),
});

export default define.page<typeof handler>(TierPage);
