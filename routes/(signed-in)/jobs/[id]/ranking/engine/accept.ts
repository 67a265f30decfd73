import { define } from "../../../../../../define.ts";
import { acceptEngineComparison } from "../../../../../../lib/hiring/engine_comparisons.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Takes the present engine's verdicts. */
export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    await acceptEngineComparison(ctx.state.actor, ctx.state.db, jobId);
    return ctx.redirect(`/jobs/${jobId}/ranking`, 303);
  },
});
