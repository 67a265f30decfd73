import { z } from "zod";
import { editNote, Note, NoteText, removeNote } from "../../../../lib/hiring/notes.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  PATCH: endpoint({
    summary: "Write one's own note anew",
    tag: "Candidates",
    examples: {
      "Another day": {
        path: { id: SAMPLE.note },
        body: { text: "Called on Tuesday" },
        answer: { id: SAMPLE.note, text: "Called on Tuesday" },
      },
    },
    may: "decisions:write",
    path: ById,
    body: z.strictObject({ text: NoteText }),
    answer: Note,
    handle: ({ actor, state, path, body }) => editNote(actor, state.db, path.id, body.text),
  }),
  DELETE: endpoint({
    summary: "Remove one's own note",
    tag: "Candidates",
    examples: {
      "One's own": { path: { id: SAMPLE.note } },
    },
    may: "decisions:write",
    path: ById,
    async handle({ actor, state, path }) {
      await removeNote(actor, state.db, path.id);
      return undefined;
    },
  }),
});
