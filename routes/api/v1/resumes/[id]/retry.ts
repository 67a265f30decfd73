import { retryResume } from "../../../../../lib/hiring/resumes.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ResumeRowAnswer, toRowAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Read a failed résumé once more",
    tag: "Résumés",
    errors: ["conflict"],
    examples: {
      "Once more": {
        path: { id: SAMPLE.failed },
        answer: { id: SAMPLE.failed, error: null },
      },
    },
    may: "resumes:write",
    path: ById,
    status: 202,
    answer: ResumeRowAnswer,
    handle: async ({ actor, state, path }) =>
      toRowAnswer(languageOf({ actor, state }), await retryResume(actor, state, path.id)),
  }),
});
