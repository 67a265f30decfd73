import { define } from "../../../../define.ts";
import { editNote } from "../../../../lib/hiring/notes.ts";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { backToNote, NoteForm, orSayWrong } from "../../../(_shared)/note_form.ts";

/** Writes one's own note anew. */
export const handler = define.handlers({
  POST(ctx) {
    const { actor, db } = ctx.state;
    return orSayWrong(ctx, async () => {
      const { text, back } = await readForm(ctx.req, NoteForm);
      const note = await editNote(actor, db, pathId(ctx.params.id), text);
      return done(ctx, backToNote(back, note), note);
    });
  },
});
