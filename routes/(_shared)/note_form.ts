import type { Context } from "fresh";
import { z } from "zod";
import type { State } from "../../define.ts";
import { type Note, NoteText } from "../../lib/hiring/notes.ts";
import { InvalidInput } from "../../lib/platform/errors.ts";
import { Id } from "../../lib/platform/input.ts";
import { refererPath, safePath, wantsJson } from "./forms.ts";

/** Browsers send lines with CRLF; a note has LF. */
const Typed = z.string().transform((text) => text.replaceAll("\r\n", "\n")).pipe(NoteText);

/** A note as the forms send it. */
export const NoteForm = z.object({
  text: Typed,
  job: z.literal("").transform(() => null).or(Id).default(null),
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

/** Does it; a form whose text cannot be taken leads back to its page, which says so. */
export async function orSayWrong(
  ctx: Context<State>,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InvalidInput) || wantsJson(ctx)) throw error;
    const page = new URL(refererPath(ctx), ctx.url);
    page.searchParams.set("note", "wrong");
    return ctx.redirect(`${page.pathname}${page.search}#notes`, 303);
  }
}

function pageOf(back: string | undefined, { candidateId }: Note): string {
  return back ? safePath(back) : `/candidates/${candidateId}`;
}
