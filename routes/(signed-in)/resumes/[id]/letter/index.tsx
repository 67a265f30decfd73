import { z } from "zod";
import { define } from "../../../../../define.ts";
import { LetterKind } from "../../../../../lib/hiring/letters.ts";
import { Language } from "../../../../../lib/hiring/states.ts";
import { readForm, readQuery } from "../../../../(_shared)/forms.ts";
import { LetterPage, letterPage, TypedLetter } from "../../../../(_shared)/letter_page.tsx";

const LetterQuery = z.object({ kind: LetterKind.optional(), language: Language.optional() });

export const handler = define.handlers({
  GET: (ctx) => letterPage(ctx, { wanted: readQuery(ctx.url, LetterQuery) }),

  /** From the preview back to the form, with what was typed. */
  async POST(ctx) {
    return letterPage(ctx, { typed: await readForm(ctx.req, TypedLetter) });
  },
});

export default define.page<typeof handler>(LetterPage);
