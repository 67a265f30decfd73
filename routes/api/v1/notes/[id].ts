import { z } from "zod";
import { editNote, Note, NoteText, removeNote } from "../../../../lib/hiring/notes.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  PATCH: endpoint({
    summary: "Write one's own note anew",
    may: "decisions:write",
    path: ById,
    body: z.strictObject({ text: NoteText }),
    answer: Note,
    handle: ({ actor, state, path, body }) => editNote(actor, state.db, path.id, body.text),
  }),
  DELETE: endpoint({
    summary: "Remove one's own note",
    may: "decisions:write",
    path: ById,
    async handle({ actor, state, path }) {
      await removeNote(actor, state.db, path.id);
      return undefined;
    },
  }),
});
