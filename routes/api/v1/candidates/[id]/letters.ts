import { z } from "zod";
import { Letter, pageLetters } from "../../../../../lib/hiring/letters.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The letters that were sent to a person, the last first",
    tag: "Letters",
    examples: {
      "All letters": {
        path: { id: SAMPLE.candidate },
        answer: { data: [{ id: SAMPLE.letter, kind: "acceptance" }] },
      },
    },
    may: "candidates:read",
    path: ById,
    query: z.strictObject(cursorFields()),
    answer: cursorPageSchema(Letter),
    handle: ({ actor, state, path, query }) => pageLetters(actor, state.db, path.id, query),
  }),
});
