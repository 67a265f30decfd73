import { define } from "../../../../../../define.ts";
import { startEngineComparison } from "../../../../../../lib/hiring/engine_comparisons.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Asks what the present engine would make of a ranking. */
export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    await startEngineComparison(ctx.state.actor, ctx.state.db, jobId);
    return ctx.redirect(`/jobs/${jobId}/ranking/engine`, 303);
  },
});
