import { define } from "../../../../define.ts";
import { retryResume } from "../../../../lib/hiring/resumes.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor } = ctx.state;
    const resume = await retryResume(actor, ctx.state, pathId(ctx.params.id));
    const query = new URLSearchParams({ retried: resume.fileName });
    return done(ctx, `/jobs/${resume.jobId}/resumes?${query}`, resume);
  },
});
