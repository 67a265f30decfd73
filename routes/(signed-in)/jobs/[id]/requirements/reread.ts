import { define } from "../../../../../define.ts";
import { rereadRequirements } from "../../../../../lib/hiring/requirements.ts";
import { done } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    await rereadRequirements(actor, db, jobId);
    return done(ctx, `/jobs/${jobId}/requirements`);
  },
});
