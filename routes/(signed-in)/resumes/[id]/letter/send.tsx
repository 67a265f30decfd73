import { define } from "../../../../../define.ts";
import { LetterInput, sendLetter } from "../../../../../lib/hiring/letter_sending.ts";
import { Conflict } from "../../../../../lib/platform/errors.ts";
import { readForm, wrongFields } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { LetterPage, letterPage, TypedLetter } from "../../../../(_shared)/letter_page.tsx";

export const handler = define.handlers({
  // Where a reload leads, and the links of another kind or language.
  GET: (ctx) => ctx.redirect(`/resumes/${pathId(ctx.params.id)}/letter${ctx.url.search}`, 303),

  /** Sends a letter; where the decision has changed meanwhile, the form says so. */
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const typed = await readForm(ctx.req.clone(), TypedLetter);
    try {
      const input = await readForm(ctx.req, LetterInput);
      const { candidateId } = await sendLetter(actor, db, pathId(ctx.params.id), input);
      return ctx.redirect(`/candidates/${candidateId}?done=letter#letters`, 303);
    } catch (error) {
      if (error instanceof Conflict) return letterPage(ctx, { typed, isRefused: true });
      return letterPage(ctx, { typed, wrong: wrongFields(error) });
    }
  },
});

export default define.page<typeof handler>(LetterPage);
