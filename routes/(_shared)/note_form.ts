import { z } from "zod";
import { type Note, NoteText } from "../../lib/hiring/notes.ts";
import { Id } from "../../lib/platform/input.ts";
import { safePath } from "./forms.ts";

/** Browsers send lines with CRLF; a note has LF. */
const Typed = z.string().transform((text) => text.replaceAll("\r\n", "\n")).pipe(NoteText);

/** A note as the forms send it. */
export const NoteForm = z.object({
  text: Typed,
  job: z.literal("").transform(() => null).or(Id).default(null),
  /** When the note that is edited was last changed, as it was seen. */
  was: z.string().optional(),
  back: z.string().optional(),
});

/** The note, on the page that it was written on. */
export function backToNote(back: string | undefined, note: Note): string {
  return `${pageOf(back, note)}#note-${note.id}`;
}

/** The notes, on the page that one of them was on. */
export function backToNotes(back: string | undefined, note: Note): string {
  return `${pageOf(back, note)}#notes`;
}

function pageOf(back: string | undefined, { candidateId }: Note): string {
  return back ? safePath(back) : `/candidates/${candidateId}`;
}
