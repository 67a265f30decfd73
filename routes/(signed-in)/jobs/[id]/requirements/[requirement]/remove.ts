import { define } from "../../../../../../define.ts";
import { getJob } from "../../../../../../lib/hiring/jobs.ts";
import { removeRequirement } from "../../../../../../lib/hiring/requirements.ts";
import { done } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.requirement);
    const job = await getJob(actor, db, pathId(ctx.params.id));
    const name = job.requirements.find((one) => one.id === id)?.name ?? "";
    await removeRequirement(actor, db, id);
    const query = new URLSearchParams({ removed: id, name });
    return done(ctx, `/jobs/${job.id}/requirements?${query}`);
  },
});
