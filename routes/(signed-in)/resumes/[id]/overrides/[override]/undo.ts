import { define } from "../../../../../../define.ts";
import { getEvaluation } from "../../../../../../lib/hiring/evaluations.ts";
import { undoOverride } from "../../../../../../lib/hiring/overrides.ts";
import { verdictAnchor } from "../../../../../../components/evaluation_view.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Lets the engine's verdict hold again. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const resumeId = pathId(ctx.params.id);
    const overrideId = pathId(ctx.params.override);
    const before = await getEvaluation(actor, db, resumeId);
    const changed = before.matches.find(({ override }) => override?.id === overrideId);
    const { matches } = await undoOverride(actor, ctx.state, before.id, overrideId);
    const anchor = verdictAnchor(matches, changed?.requirement.id);
    return ctx.redirect(`/resumes/${resumeId}${anchor}`, 303);
  },
});
