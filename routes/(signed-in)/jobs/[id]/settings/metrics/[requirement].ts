import { define } from "../../../../../../define.ts";
import { getJob } from "../../../../../../lib/hiring/jobs.ts";
import { updateRequirement } from "../../../../../../lib/hiring/requirements.ts";
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
    const [jobId, id] = [pathId(ctx.params.id), pathId(ctx.params.requirement)];
    const fields = Object.fromEntries(await formFields(ctx.req));
    const here = `/jobs/${jobId}/settings`;
    try {
      const job = await getJob(actor, db, jobId);
      await updateRequirement(actor, db, id, readMetricForm(fields, job.language ?? language));
      return ctx.redirect(`${here}?done=saved#metrics`, 303);
    } catch (error) {
      const query = typedQuery({ ...fields }, wrongMetricField(error));
      return ctx.redirect(`${here}?${query}&metric=${id}#metrics`, 303);
    }
  },
});
