import { define } from "../../../../../define.ts";
import { deleteJob } from "../../../../../lib/hiring/job_deletion.ts";
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Deletes a job whose title was typed. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const job = await getJob(actor, db, pathId(ctx.params.id));
    const { confirm = "" } = Object.fromEntries(await formFields(ctx.req));
    if (confirm.trim() !== job.title.trim()) {
      return ctx.redirect(`/jobs/${job.id}/settings?wrong=confirm#confirm`, 303);
    }
    await deleteJob(actor, ctx.state, job.id);
    return ctx.redirect(`/?${new URLSearchParams({ deleted: job.title })}`, 303);
  },
});
