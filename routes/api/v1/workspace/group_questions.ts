import {
  getGroupQuestions,
  GroupQuestions,
  setGroupQuestions,
} from "../../../../lib/hiring/equal_treatment/report.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What candidates are asked about themselves on their own pages",
    tag: "Workspace",
    examples: { "As it is at first": { answer: { questions: [] } } },
    may: "reports:read",
    answer: GroupQuestions,
    handle: ({ actor, state }) => getGroupQuestions(actor, state.db),
  }),

  PATCH: endpoint({
    summary: "Choose what candidates are asked about themselves",
    tag: "Workspace",
    description:
      "Answers are voluntary, are told in groups of ten or more alone (`GET /equal_treatment`), and " +
      "are no input of any judgement. What was answered to a question that is left out is deleted. " +
      "Origin and disability are special data (GDPR, article 9): see to a ground before you ask.",
    examples: {
      "Gender and age": {
        body: { questions: ["gender", "age"] },
        answer: { questions: ["gender", "age"] },
      },
    },
    may: "members:write",
    body: GroupQuestions,
    answer: GroupQuestions,
    handle: ({ actor, state, body }) => setGroupQuestions(actor, state.db, body),
  }),
});
