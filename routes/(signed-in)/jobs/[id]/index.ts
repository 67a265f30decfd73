import { define } from "../../../../define.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** A job's address leads to its ranking, or to its requirements while it has no résumé. */
export const handler = define.handlers({
  async GET(ctx) {
    const { actor, db } = ctx.state;
    const job = await getJob(actor, db, pathId(ctx.params.id));
    const tab = job.resumes.total === 0 ? "requirements" : "ranking";
    return ctx.redirect(`/jobs/${job.id}/${tab}`, 303);
  },
});
