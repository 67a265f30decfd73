import { define } from "../../../../../define.ts";
import { startPoolSearch } from "../../../../../lib/hiring/talent_pool.ts";
import { done } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const jobId = pathId(ctx.params.id);
    const search = await startPoolSearch(ctx.state.actor, ctx.state.db, jobId);
    return done(ctx, `/jobs/${jobId}/pool`, search);
  },
});
