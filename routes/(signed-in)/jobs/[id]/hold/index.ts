import { define } from "../../../../../define.ts";
import { LegalHoldInput, placeLegalHold } from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Keeps a job and everybody in it from being deleted. */
export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    const hold = await readForm(ctx.req, LegalHoldInput);
    await placeLegalHold(ctx.state.actor, ctx.state.db, { jobId }, hold);
    return ctx.redirect(`/jobs/${jobId}/settings?done=saved`, 303);
  },
});
