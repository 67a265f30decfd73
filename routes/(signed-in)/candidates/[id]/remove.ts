import { define } from "../../../../define.ts";
import { deleteCandidate } from "../../../../lib/hiring/candidate_changes.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Deletes a person with everything about them. */
export const handler = define.handlers({
  async POST(ctx) {
    await deleteCandidate(ctx.state.actor, ctx.state, pathId(ctx.params.id));
    return done(ctx, "/candidates?deleted=1");
  },
});
