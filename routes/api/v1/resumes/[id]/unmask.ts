import { unmaskResume } from "../../../../../lib/hiring/unmasking.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ResumeRowAnswer, toRowAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Show whose a résumé of a blind job is, before it is decided on; it is written down",
    tag: "Résumés",
    examples: {
      "Show it": {
        path: { id: SAMPLE.resume },
        answer: { id: SAMPLE.resume, isMasked: false },
      },
    },
    may: "decisions:write",
    path: ById,
    answer: ResumeRowAnswer,
    handle: async ({ actor, state, path }) =>
      toRowAnswer(languageOf({ actor, state }), await unmaskResume(actor, state, path.id)),
  }),
});
