import {
  discardEngineComparison,
  getEngineComparison,
  startEngineComparison,
} from "../../../../../../lib/hiring/engine_comparisons.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../../(_shared)/endpoint.ts";
import { EngineComparisonAnswer, toEngineAnswer } from "../../../../(_shared)/engine_answers.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Who would move by the present engine, and why; kept beside the ranking that holds",
    tag: "Ranking",
    examples: {
      "A comparison": {
        path: { id: SAMPLE.job },
        answer: { status: "done", acceptedAt: null, isOutdated: false },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: EngineComparisonAnswer,
    handle: async ({ actor, state, path }) =>
      toEngineAnswer(
        languageOf({ actor, state }),
        await getEngineComparison(actor, state.db, path.id),
      ),
  }),
  POST: endpoint({
    summary: "Judge the ranking by the present engine, beside what holds; ask with GET",
    tag: "Ranking",
    description:
      "After an update of the product, verdicts stay as the engine of then gave them. This tells " +
      "what the present one would say of the first thousand; nothing changes until it is accepted.",
    examples: { "Begin": { path: { id: SAMPLE.job }, answer: { acceptedAt: null } } },
    may: "jobs:write",
    path: ById,
    status: 202,
    answer: EngineComparisonAnswer,
    handle: async ({ actor, state, path }) =>
      toEngineAnswer(
        languageOf({ actor, state }),
        await startEngineComparison(actor, state.db, path.id),
      ),
  }),
  DELETE: endpoint({
    summary: "Forget a comparison of engines; the verdicts that hold stay",
    tag: "Ranking",
    examples: { "Discard": { path: { id: SAMPLE.job } } },
    may: "jobs:write",
    path: ById,
    async handle({ actor, state, path }) {
      await discardEngineComparison(actor, state.db, path.id);
      return undefined;
    },
  }),
});
