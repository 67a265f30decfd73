import { define } from "../../../../define.ts";
import { unmaskResume } from "../../../../lib/hiring/unmasking.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor } = ctx.state;
    const resume = await unmaskResume(actor, ctx.state, pathId(ctx.params.id));
    return done(ctx, `/resumes/${resume.id}`, resume);
  },
});
