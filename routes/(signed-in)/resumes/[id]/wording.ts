import { define } from "../../../../define.ts";
import { askAboutResume } from "../../../../lib/hiring/model/opinions.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Asks a language model to say the reasons in plainer words. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, language } = ctx.state;
    const resumeId = pathId(ctx.params.id);
    await askAboutResume(actor, ctx.state, resumeId, { kind: "wording", language });
    return done(ctx, `/resumes/${resumeId}#model`);
  },
});
