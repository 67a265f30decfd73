import { z } from "zod";
import { addNote, Note, NoteInput, pageNotes } from "../../../../../lib/hiring/notes.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What people wrote about a person, the last first",
    tag: "Candidates",
    examples: {
      "All notes": {
        path: { id: SAMPLE.candidate },
        answer: { data: [{ id: SAMPLE.note, text: "Called on Monday" }] },
      },
    },
    may: "candidates:read",
    path: ById,
    query: z.strictObject(cursorFields()),
    answer: cursorPageSchema(Note),
    handle: ({ actor, state, path, query }) => pageNotes(actor, state.db, path.id, query),
  }),
  POST: endpoint({
    summary: "Write a note about a person, and about a job if it is",
    tag: "Candidates",
    examples: {
      "About a job": {
        path: { id: SAMPLE.candidate },
        body: { text: "Can start in May", jobId: SAMPLE.job },
        answer: { text: "Can start in May" },
      },
    },
    may: "decisions:write",
    path: ById,
    body: NoteInput,
    status: 201,
    answer: Note,
    handle: ({ actor, state, path, body }) =>
      addNote(actor, state.db, { candidateId: path.id, ...body }),
  }),
});
