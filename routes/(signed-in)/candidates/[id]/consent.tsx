import { define } from "../../../../define.ts";
import { updateCandidate } from "../../../../lib/hiring/candidate_changes.ts";
import { ConsentForm } from "../../../(_shared)/candidate_form.ts";
import { CandidatePage, orShow } from "../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/candidates/${pathId(ctx.params.id)}`, 303),

  /** Says whether the data of a person may be kept. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    return orShow(ctx, { candidateId: () => id, form: () => "consent" }, async (req) => {
      const person = await updateCandidate(actor, db, id, await readForm(req, ConsentForm));
      return done(ctx, `/candidates/${person.id}?done=saved`, person);
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
