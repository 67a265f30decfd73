import { z } from "zod";
import { define } from "../../../../../define.ts";
import { JobPatch, updateJob } from "../../../../../lib/hiring/jobs.ts";
import { formFields, orNull } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const TextForm = z.object({
  title: JobPatch.shape.title.unwrap(),
  // A form ends its lines with CR LF; a text has LF alone.
  description: z.string().transform((text) => text.replaceAll("\r\n", "\n"))
    .pipe(JobPatch.shape.description.unwrap()),
  place: z.string().transform(orNull).pipe(JobPatch.shape.place.unwrap()),
  department: z.string().transform(orNull).pipe(JobPatch.shape.department.unwrap()),
});

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const parsed = TextForm.safeParse(Object.fromEntries(await formFields(ctx.req)));
    const here = `/jobs/${jobId}/settings`;
    if (!parsed.success) {
      return ctx.redirect(`${here}?wrong=${String(parsed.error.issues[0]?.path[0])}`, 303);
    }
    await updateJob(actor, db, jobId, parsed.data);
    return ctx.redirect(`${here}?done=saved`, 303);
  },
});
