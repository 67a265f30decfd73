import { askResumes } from "../../../../../lib/hiring/ask.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Answers, AnswersQuery } from "../../../(_shared)/questions.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Answer a question by quotes of the job's résumés, the best first",
    tag: "Search",
    examples: {
      "Either of two": {
        path: { id: SAMPLE.job },
        query: { q: "skill:typescript OR submarine" },
        answer: { data: [{ resume: { id: SAMPLE.resume } }], isMore: false },
      },
    },
    may: "candidates:read",
    path: ById,
    query: AnswersQuery,
    answer: Answers,
    cost: 3,
    handle: ({ actor, state, path, query }) =>
      askResumes(actor, state.db, { ...query, jobId: path.id }),
  }),
});
