import { z } from "zod";
import { verdictAnchor } from "../../../../../components/evaluation_view.ts";
import { define } from "../../../../../define.ts";
import { getEvaluation } from "../../../../../lib/hiring/evaluations.ts";
import { OverrideInput, overrideVerdict } from "../../../../../lib/hiring/overrides.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { evaluationPath, readNow } from "../../../../(_shared)/evaluation_now.ts";
import { formFields, wantsJson } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** The form; an empty `replaces` is the engine's verdict. */
const OverrideForm = z.object({
  ...OverrideInput.shape,
  replaces: z.literal("").transform(() => null).or(Id).optional(),
});

/** Puts a person's verdict in place of the engine's. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const resumeId = pathId(ctx.params.id);
    const here = evaluationPath(ctx, resumeId);
    const fields = Object.fromEntries(await formFields(ctx.req));
    const input = OverrideForm.safeParse(fields);
    if (!input.success) {
      const change = `change=${pathId(fields.requirementId)}`;
      return ctx.redirect(here + (here.includes("?") ? "&" : "?") + change, 303);
    }
    const { id } = await getEvaluation(actor, db, resumeId);
    const evaluation = await overrideVerdict(actor, ctx.state, id, input.data);
    if (wantsJson(ctx)) return Response.json(await readNow(ctx, evaluation, evaluation));
    return ctx.redirect(here + verdictAnchor(evaluation.matches, input.data.requirementId), 303);
  },
});
