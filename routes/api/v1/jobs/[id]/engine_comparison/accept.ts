import { acceptEngineComparison } from "../../../../../../lib/hiring/engine_comparisons.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../../(_shared)/endpoint.ts";
import { EngineComparisonAnswer, toEngineAnswer } from "../../../../(_shared)/engine_answers.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Take the present engine's verdicts in the place of the ones that hold",
    tag: "Ranking",
    errors: ["conflict"],
    examples: { "Accept": { path: { id: SAMPLE.job }, answer: { status: "done" } } },
    may: "jobs:write",
    path: ById,
    answer: EngineComparisonAnswer,
    handle: async ({ actor, state, path }) =>
      toEngineAnswer(
        languageOf({ actor, state }),
        await acceptEngineComparison(actor, state.db, path.id),
      ),
  }),
});
