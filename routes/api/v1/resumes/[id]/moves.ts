import { z } from "zod";
import { MOVE_SORTS, pageMoves } from "../../../../../lib/hiring/move_history.ts";
import { PastMove } from "../../../../../lib/hiring/moves.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema, sortField } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Who moved the résumé from where to where and on what evidence, the latest first",
    tag: "Stages",
    examples: {
      "Where somebody stood": {
        path: { id: SAMPLE.resume },
        answer: { data: [{ to: { id: SAMPLE.stage } }] },
      },
    },
    may: "candidates:read",
    path: ById,
    query: z.strictObject({
      ...cursorFields(),
      sort: sortField(MOVE_SORTS).default("-created_at"),
    }),
    answer: cursorPageSchema(PastMove),
    handle: ({ actor, state, path, query }) => pageMoves(actor, state.db, path.id, query),
  }),
});
