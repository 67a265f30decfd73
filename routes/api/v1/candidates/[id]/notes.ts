import { z } from "zod";
import { addNote, listNotes, Note, NoteInput } from "../../../../../lib/hiring/notes.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What people wrote about a person, the last first",
    may: "candidates:read",
    path: ById,
    answer: z.object({ data: z.array(Note) }),
    handle: async ({ actor, state, path }) => ({
      data: await listNotes(actor, state.db, path.id),
    }),
  }),
  POST: endpoint({
    summary: "Write a note about a person, and about a job if it is",
    may: "decisions:write",
    path: ById,
    body: NoteInput,
    status: 201,
    answer: Note,
    handle: ({ actor, state, path, body }) =>
      addNote(actor, state.db, { candidateId: path.id, ...body }),
  }),
});
