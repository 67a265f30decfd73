import { z } from "zod";
import { historyOf, PastMove } from "../../../../../lib/hiring/moves.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../lib/platform/page_of.ts";
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
    query: z.strictObject(listFields()),
    answer: pageSchema(PastMove),
    handle: async ({ actor, state, path, query }) =>
      pageOfAll(await historyOf(actor, state.db, path.id), query),
  }),
});
