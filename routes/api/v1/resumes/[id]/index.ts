import { getResume, removeResume } from "../../../../../lib/hiring/resumes.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ResumeAnswer, toResumeAnswer } from "../../../(_shared)/answers.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A résumé with its text, pages and warnings",
    tag: "Résumés",
    examples: {
      "A résumé": {
        path: { id: SAMPLE.resume },
        answer: { id: SAMPLE.resume, jobId: SAMPLE.job, status: "done", kind: "text" },
      },
    },
    may: "resumes:read",
    path: ById,
    answer: ResumeAnswer,
    handle: async ({ actor, state, path }) =>
      toResumeAnswer(languageOf({ actor, state }), await getResume(actor, state.db, path.id)),
  }),
  DELETE: endpoint({
    summary: "Remove a résumé with its file, its evaluation and, if its last, its candidate",
    tag: "Résumés",
    examples: {
      "For good": { path: { id: SAMPLE.resume } },
    },
    may: "resumes:write",
    path: ById,
    async handle({ actor, state, path }) {
      await removeResume(actor, state, path.id);
      return undefined;
    },
  }),
});
