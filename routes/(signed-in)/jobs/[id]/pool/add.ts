import { define } from "../../../../../define.ts";
import { addFromPool, PoolChoice } from "../../../../../lib/hiring/pool_adding.ts";
import { InvalidInput } from "../../../../../lib/platform/errors.ts";
import { done, formFields, issuesOf } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    const fields = await formFields(ctx.req);
    const resumeIds = fields.flatMap(([name, value]) => name === "resume" ? [value] : []);
    if (resumeIds.length === 0) return ctx.redirect(`/jobs/${jobId}/pool?none=1`, 303);
    const choice = PoolChoice.safeParse({ resumeIds });
    if (!choice.success) {
      throw new InvalidInput("The form cannot be taken", issuesOf(choice.error));
    }
    const added = await addFromPool(ctx.state.actor, ctx.state, jobId, choice.data);
    const query = `added=${added.resumeIds.length}&left=${added.left}`;
    return done(ctx, `/jobs/${jobId}/pool?${query}`, added);
  },
});
