import { z } from "zod";
import { define } from "../../../../../define.ts";
import { updateJob } from "../../../../../lib/hiring/jobs.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

// A box that is not ticked is not sent.
const BlindForm = z.object({ isBlind: z.literal("on").optional() });

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const { isBlind } = BlindForm.parse(Object.fromEntries(await formFields(ctx.req)));
    await updateJob(actor, db, jobId, { isBlind: isBlind === "on" });
    return ctx.redirect(`/jobs/${jobId}/settings?done=saved`, 303);
  },
});
