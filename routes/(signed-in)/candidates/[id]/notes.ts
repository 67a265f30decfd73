import { define } from "../../../../define.ts";
import { addNote } from "../../../../lib/hiring/notes.ts";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { backToNote, NoteForm, orSayWrong } from "../../../(_shared)/note_form.ts";

/** Writes a note about a person. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const candidateId = pathId(ctx.params.id);
    return await orSayWrong(ctx, async () => {
      const { text, job, back } = await readForm(ctx.req, NoteForm);
      const note = await addNote(actor, db, { candidateId, text, jobId: job });
      return done(ctx, backToNote(back, note), note);
    });
  },
});
