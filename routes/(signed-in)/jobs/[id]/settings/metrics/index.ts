import { define } from "../../../../../../define.ts";
import { getJob } from "../../../../../../lib/hiring/jobs.ts";
import { addRequirement } from "../../../../../../lib/hiring/requirements.ts";
import { formFields } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";
import {
  readMetricForm,
  typedQuery,
  wrongMetricField,
} from "../../../../../(_shared)/metric_form.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db, language } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const fields = Object.fromEntries(await formFields(ctx.req));
    const here = `/jobs/${jobId}/settings`;
    try {
      const job = await getJob(actor, db, jobId);
      await addRequirement(actor, db, jobId, readMetricForm(fields, job.language ?? language));
      return ctx.redirect(`${here}?done=saved#metrics`, 303);
    } catch (error) {
      return ctx.redirect(`${here}?${typedQuery(fields, wrongMetricField(error))}#metrics`, 303);
    }
  },
});
