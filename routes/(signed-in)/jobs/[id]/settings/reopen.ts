import { define } from "../../../../../define.ts";
import { reopenJob } from "../../../../../lib/hiring/jobs.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    await reopenJob(actor, db, jobId);
    return ctx.redirect(`/jobs/${jobId}/settings?done=reopened`, 303);
  },
});
