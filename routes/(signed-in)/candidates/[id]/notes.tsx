import { define } from "../../../../define.ts";
import { addNote } from "../../../../lib/hiring/notes.ts";
import { CandidatePage, orShow } from "../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { backToNote, NoteForm } from "../../../(_shared)/note_form.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  GET: (ctx) => ctx.redirect(`/candidates/${pathId(ctx.params.id)}`, 303),

  /** Writes a note about a person. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const candidateId = pathId(ctx.params.id);
    return orShow(ctx, { candidateId: () => candidateId, form: () => "note" }, async (req) => {
      const { text, job, back } = await readForm(req, NoteForm);
      const note = await addNote(actor, db, { candidateId, text, jobId: job });
      return done(ctx, backToNote(back, note), note);
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
