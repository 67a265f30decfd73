import {
  askAboutEvaluation,
  getSecondOpinion,
  SecondOpinion,
} from "../../../../../lib/hiring/model/opinions.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A language model's opinion on each requirement, beside the engine's verdict",
    tag: "Language model",
    errors: ["conflict"],
    examples: {
      "Nobody asked": {
        path: { id: SAMPLE.evaluation },
        answer: { request: null, differs: false, opinions: [] },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: SecondOpinion,
    handle: ({ actor, state: { db }, path }) => getSecondOpinion(actor, db, path.id),
  }),
  POST: endpoint({
    summary: "Ask a language model for a second opinion; it plays no part in the score",
    tag: "Language model",
    description:
      "The résumé is sent without name, contacts and personal lines, and without the engine's " +
      "verdicts. A YES or PARTIAL counts only with a quote that stands in the text to the letter. " +
      "Where it differs, the ranking shows the flag `opinion_differs`.",
    errors: ["conflict"],
    examples: { "No model is set up": { path: { id: SAMPLE.evaluation }, status: 409 } },
    may: "evaluations:write",
    path: ById,
    status: 202,
    answer: SecondOpinion,
    async handle({ actor, state, path }) {
      const language = languageOf({ actor, state });
      await askAboutEvaluation(actor, state, path.id, { kind: "opinion", language });
      return await getSecondOpinion(actor, state.db, path.id);
    },
  }),
});
