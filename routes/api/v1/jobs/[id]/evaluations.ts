import {
  ExportedEvaluation,
  exportEvaluations,
} from "../../../../../lib/hiring/evaluation_export.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ndjson } from "../../../../../lib/platform/ndjson.ts";
import { toSnakeKeys } from "../../../../../lib/platform/snake_case.ts";
import { EvaluationAnswer, toEvaluationAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const Line = EvaluationAnswer.extend(ExportedEvaluation.shape.resume.shape);

export const handler = resource({
  GET: endpoint({
    summary: "All evaluations of a job as NDJSON: one JSON object a line, while they are read",
    tag: "Evaluations",
    examples: { "All": { path: { id: SAMPLE.job } } },
    may: "evaluations:read",
    path: ById,
    answer: Line,
    answerType: "application/x-ndjson",
    async handle({ actor, state, path }) {
      const language = languageOf({ actor, state });
      const rows = await exportEvaluations(actor, state.db, path.id);
      return ndjson(
        rows,
        ({ resume, evaluation }) =>
          toSnakeKeys({ ...toEvaluationAnswer(language, evaluation), ...resume }),
      );
    },
  }),
});
