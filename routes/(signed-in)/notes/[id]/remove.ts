import { z } from "zod";
import { define } from "../../../../define.ts";
import { removeNote } from "../../../../lib/hiring/notes.ts";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { backToNotes } from "../../../(_shared)/note_form.ts";

/** Removes one's own note. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const { back } = await readForm(ctx.req, z.object({ back: z.string().optional() }));
    const note = await removeNote(actor, db, pathId(ctx.params.id));
    return done(ctx, backToNotes(back, note), note);
  },
});
