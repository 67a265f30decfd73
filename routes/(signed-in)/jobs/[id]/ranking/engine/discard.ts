import { define } from "../../../../../../define.ts";
import { discardEngineComparison } from "../../../../../../lib/hiring/engine_comparisons.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Keeps the verdicts that hold. */
export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    await discardEngineComparison(ctx.state.actor, ctx.state.db, jobId);
    return ctx.redirect(`/jobs/${jobId}/ranking`, 303);
  },
});
