import { getBulk } from "../../../../../lib/hiring/bulk_evaluations.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { BulkAnswer, toBulkAnswer } from "../../../(_shared)/bulk_answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What came of résumés that are judged and not kept, until it expires",
    tag: "Evaluations",
    examples: { "Some": { path: { id: SAMPLE.bulk }, answer: { taskId: SAMPLE.bulk } } },
    may: "evaluations:write",
    path: ById,
    answer: BulkAnswer,
    handle: async ({ actor, state, path }) =>
      toBulkAnswer(languageOf({ actor, state }), await getBulk(actor, state.db, path.id)),
  }),
});
