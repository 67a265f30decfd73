import { OverrideInput, overrideVerdict } from "../../../../../../lib/hiring/overrides.ts";
import { Verdict } from "../../../../../../lib/hiring/states.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { EvaluationAnswer, toEvaluationAnswer } from "../../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Put your verdict in place of the engine's, with the reason; answers the evaluation",
    tag: "Evaluations",
    errors: ["conflict"],
    examples: {
      "As heard in the interview": {
        path: { id: SAMPLE.evaluation },
        body: {
          requirementId: SAMPLE.requirement,
          match: "YES",
          reason: "Told us in the interview",
        },
        answer: { matches: [{ requirementId: SAMPLE.requirement, match: "YES" }] },
      },
    },
    may: "evaluations:write",
    path: ById,
    body: OverrideInput.omit({ verdict: true }).extend({ match: Verdict }),
    status: 201,
    answer: EvaluationAnswer,
    async handle({ actor, state, path, body: { match, ...body } }) {
      const input = { ...body, verdict: match };
      const evaluation = await overrideVerdict(actor, state, path.id, input);
      return toEvaluationAnswer(languageOf({ actor, state }), evaluation);
    },
  }),
});
