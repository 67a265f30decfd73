import { define } from "../../../../../define.ts";
import { LegalHoldInput, placeLegalHold } from "../../../../../lib/hiring/privacy/legal_holds.ts";
import { CandidatePage, orShow } from "../../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/candidates/${pathId(ctx.params.id)}`, 303),

  /** Keeps a person from being deleted. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const candidateId = pathId(ctx.params.id);
    return orShow(ctx, { candidateId: () => candidateId, form: () => "hold" }, async (req) => {
      await placeLegalHold(actor, db, { candidateId }, await readForm(req, LegalHoldInput));
      return done(ctx, `/candidates/${candidateId}?done=saved#keeping`);
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
