import { z } from "zod";
import { define } from "../../../../../define.ts";
import { TextPercent } from "../../../../../lib/hiring/job_weights.ts";
import { updateJob } from "../../../../../lib/hiring/jobs.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

// Dutch fingers type a comma.
const weight = z.string().trim().min(1).transform((text) => Number(text.replace(",", ".")))
  .pipe(z.number().min(0).max(100));
const WeightsForm = z.object({
  required: weight,
  niceToHave: weight,
  text: z.string().trim().regex(/^\d{1,2}$/).transform(Number).pipe(TextPercent),
});

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const here = `/jobs/${jobId}/settings`;
    const parsed = WeightsForm.safeParse(Object.fromEntries(await formFields(ctx.req)));
    if (!parsed.success) return ctx.redirect(`${here}?wrong=weights`, 303);
    const { required, niceToHave } = parsed.data;
    if (required + niceToHave === 0) return ctx.redirect(`${here}?wrong=weights_zero`, 303);
    await updateJob(actor, db, jobId, { weights: parsed.data });
    return ctx.redirect(`${here}?done=saved`, 303);
  },
});
