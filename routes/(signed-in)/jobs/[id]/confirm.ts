import { define } from "../../../../define.ts";
import { confirmJob } from "../../../../lib/hiring/jobs.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Takes a draft's requirements as they are; what comes next are its résumés. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    await confirmJob(actor, db, jobId);
    return done(ctx, `/jobs/${jobId}/resumes`);
  },
});
