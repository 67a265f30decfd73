import { define } from "../../../../define.ts";
import { editNote, getNote } from "../../../../lib/hiring/notes.ts";
import { CandidatePage, orShow } from "../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { backToNote, NoteForm } from "../../../(_shared)/note_form.ts";

export const handler = define.handlers({
  // Where a reload leads after a form that could not be taken.
  async GET(ctx) {
    const { candidateId } = await getNote(ctx.state.actor, ctx.state.db, pathId(ctx.params.id));
    return ctx.redirect(`/candidates/${candidateId}`, 303);
  },

  /** Writes one's own note anew. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    const candidateId = async () => (await getNote(actor, db, id)).candidateId;
    return orShow(ctx, { candidateId, form: () => id }, async (req) => {
      const { text, was, back } = await readForm(req, NoteForm);
      const note = await editNote(actor, db, id, text, was);
      return done(ctx, backToNote(back, note), note);
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
