import { z } from "zod";
import { undoOverride } from "../../../../../../lib/hiring/overrides.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../../lib/platform/input.ts";
import { EvaluationAnswer, toEvaluationAnswer } from "../../../../(_shared)/answers.ts";
import { endpoint, languageOf } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Let the engine's verdict hold again; answers the evaluation",
    tag: "Evaluations",
    examples: {
      "The engine's verdict again": {
        path: { id: SAMPLE.evaluation, overrideId: SAMPLE.override },
        answer: { matches: [{ requirementId: SAMPLE.requirement, override: null }] },
      },
    },
    may: "evaluations:write",
    path: z.object({ id: Id, overrideId: Id }),
    answer: EvaluationAnswer,
    async handle({ actor, state, path }) {
      const evaluation = await undoOverride(actor, state, path.id, path.overrideId);
      return toEvaluationAnswer(languageOf({ actor, state }), evaluation);
    },
  }),
});
