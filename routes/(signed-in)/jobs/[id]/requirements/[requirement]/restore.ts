import { define } from "../../../../../../define.ts";
import { restoreRequirement } from "../../../../../../lib/hiring/requirements.ts";
import { done } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const back = await restoreRequirement(actor, db, pathId(ctx.params.requirement));
    const query = new URLSearchParams({ restored: back.name });
    return done(ctx, `/jobs/${pathId(ctx.params.id)}/requirements?${query}#r-${back.id}`, back);
  },
});
