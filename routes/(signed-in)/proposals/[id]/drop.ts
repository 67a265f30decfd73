import { define } from "../../../../define.ts";
import { dropProposal } from "../../../../lib/hiring/model/proposals.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Drops what a language model proposed. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const jobId = await dropProposal(actor, db, pathId(ctx.params.id));
    return done(ctx, `/jobs/${jobId}/requirements#proposals`);
  },
});
