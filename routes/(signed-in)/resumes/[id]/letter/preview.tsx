import { define } from "../../../../../define.ts";
import { LetterInput } from "../../../../../lib/hiring/letter_sending.ts";
import { readForm } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";
import { LetterPage, letterPage, TypedLetter } from "../../../../(_shared)/letter_page.tsx";

export const handler = define.handlers({
  // Where a reload leads, and the links of another kind or language.
  GET: (ctx) => ctx.redirect(`/resumes/${pathId(ctx.params.id)}/letter${ctx.url.search}`, 303),

  /** Shows a letter as it will be sent; what cannot be sent is shown in the form again. */
  async POST(ctx) {
    const typed = await readForm(ctx.req, TypedLetter);
    const { error } = LetterInput.safeParse(typed);
    if (!error) return letterPage(ctx, { typed, isPreview: true });
    const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
    return letterPage(ctx, { typed, wrong });
  },
});

export default define.page<typeof handler>(LetterPage);
