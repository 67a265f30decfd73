import { define } from "../../../../define.ts";
import { updateCandidate } from "../../../../lib/hiring/candidate_changes.ts";
import { InvalidInput } from "../../../../lib/platform/errors.ts";
import { ConsentForm } from "../../../(_shared)/candidate_form.ts";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Says whether the data of a person may be kept. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    try {
      const person = await updateCandidate(actor, db, id, await readForm(ctx.req, ConsentForm));
      return done(ctx, `/candidates/${person.id}?done=saved`, person);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return ctx.redirect(`/candidates/${id}?wrong=consent#consent`, 303);
    }
  },
});
