import { verdictAnchor } from "../../../../../../components/evaluation_view.ts";
import { define } from "../../../../../../define.ts";
import { getEvaluation } from "../../../../../../lib/hiring/evaluations.ts";
import { undoOverride } from "../../../../../../lib/hiring/overrides.ts";
import { evaluationPath, readNow } from "../../../../../(_shared)/evaluation_now.ts";
import { wantsJson } from "../../../../../(_shared)/forms.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** Lets the engine's verdict hold again. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const resumeId = pathId(ctx.params.id);
    const overrideId = pathId(ctx.params.override);
    const before = await getEvaluation(actor, db, resumeId);
    const evaluation = await undoOverride(actor, ctx.state, before.id, overrideId);
    if (wantsJson(ctx)) return Response.json(await readNow(ctx, evaluation, evaluation));
    const changed = before.matches.find(({ override }) => override?.id === overrideId);
    const anchor = verdictAnchor(evaluation.matches, changed?.requirement.id);
    return ctx.redirect(evaluationPath(ctx, resumeId) + anchor, 303);
  },
});
