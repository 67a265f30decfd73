import {
  askAboutEvaluation,
  getWording,
  Wording,
} from "../../../../../lib/hiring/model/opinions.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The engine's reasons in a language model's words, each beside the engine's own",
    tag: "Language model",
    errors: ["conflict"],
    examples: {
      "Nobody asked": {
        path: { id: SAMPLE.evaluation },
        answer: { request: null, sentences: [] },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: Wording,
    handle: ({ actor, state: { db }, path }) => getWording(actor, db, path.id),
  }),
  POST: endpoint({
    summary: "Ask a language model to say the reasons in plainer words; ask with GET",
    tag: "Language model",
    errors: ["conflict"],
    examples: { "No model is set up": { path: { id: SAMPLE.evaluation }, status: 409 } },
    may: "evaluations:write",
    path: ById,
    status: 202,
    answer: Wording,
    async handle({ actor, state, path }) {
      const language = languageOf({ actor, state });
      await askAboutEvaluation(actor, state, path.id, { kind: "wording", language });
      return await getWording(actor, state.db, path.id);
    },
  }),
});
