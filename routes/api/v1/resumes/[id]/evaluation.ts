import { getEvaluation } from "../../../../../lib/hiring/evaluations.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { EvaluationAnswer, toEvaluationAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The verdict on each requirement, with the quotes that prove it",
    tag: "Evaluations",
    errors: ["conflict"],
    examples: {
      "An evaluation": {
        path: { id: SAMPLE.resume },
        answer: {
          id: SAMPLE.evaluation,
          matches: [{ requirementId: SAMPLE.requirement, requirement: "TypeScript" }],
        },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: EvaluationAnswer,
    handle: async ({ actor, state, path }) =>
      toEvaluationAnswer(
        languageOf({ actor, state }),
        await getEvaluation(actor, state.db, path.id),
      ),
  }),
});
