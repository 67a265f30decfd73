import { define } from "../../../../../define.ts";
import { askForProposals } from "../../../../../lib/hiring/model/proposals.ts";
import { done } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Asks a language model what the rules missed in the posting. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, language } = ctx.state;
    const jobId = pathId(ctx.params.id);
    await askForProposals(actor, ctx.state, jobId, language);
    return done(ctx, `/jobs/${jobId}/requirements#proposals`);
  },
});
