import { define } from "../../../../../define.ts";
import { releaseLegalHold } from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Lets a job be deleted again. */
export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    await releaseLegalHold(ctx.state.actor, ctx.state.db, { jobId });
    return ctx.redirect(`/jobs/${jobId}/settings?done=saved`, 303);
  },
});
