import { define } from "../../../../../define.ts";
import { releaseLegalHold } from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { done } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Lets a person be deleted again. */
export const handler = define.handlers({
  async POST(ctx) {
    const candidateId = pathId(ctx.params.id);
    await releaseLegalHold(ctx.state.actor, ctx.state.db, { candidateId });
    return done(ctx, `/candidates/${candidateId}?done=saved#keeping`);
  },
});
