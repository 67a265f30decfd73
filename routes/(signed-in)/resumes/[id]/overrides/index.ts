import { verdictAnchor } from "../../../../../components/evaluation_view.ts";
import { define } from "../../../../../define.ts";
import { getEvaluation } from "../../../../../lib/hiring/evaluations.ts";
import { OverrideInput, overrideVerdict } from "../../../../../lib/hiring/overrides.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Puts a person's verdict in place of the engine's. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const here = `/resumes/${pathId(ctx.params.id)}`;
    const fields = Object.fromEntries(await formFields(ctx.req));
    const input = OverrideInput.safeParse(fields);
    if (!input.success) {
      const change = new URLSearchParams({ change: pathId(fields.requirementId) });
      return ctx.redirect(`${here}?${change}`, 303);
    }
    const evaluation = await getEvaluation(actor, db, pathId(ctx.params.id));
    const { matches } = await overrideVerdict(actor, ctx.state, evaluation.id, input.data);
    return ctx.redirect(here + verdictAnchor(matches, input.data.requirementId), 303);
  },
});
