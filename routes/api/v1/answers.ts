import { askResumes } from "../../../lib/hiring/ask.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Answers, AnswersQuery } from "../(_shared)/questions.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { SAMPLE } from "../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Answer a question by quotes of the workspace's résumés, the best first",
    tag: "Search",
    description:
      '`q` is plain words, or AND, OR, NOT, brackets, "words together", `skill:python`, ' +
      "`years:python>3` and `language:nl`. Quotes stand in the résumé's text exactly; each mark " +
      "says which of `asked` it shows. `total_count` is how many résumés have the words; those " +
      "that do not bear the question out are left out of `data`.",
    examples: {
      "Who has done something": {
        query: { q: "who has worked with TypeScript?" },
        answer: { data: [{ resume: { id: SAMPLE.resume } }], understood: "TypeScript" },
      },
    },
    may: "candidates:read",
    query: AnswersQuery,
    answer: Answers,
    cost: 3,
    handle: ({ actor, state, query }) => askResumes(actor, state.db, query),
  }),
});
