import { getMail } from "../../../../lib/accounts/mail_list.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../(_shared)/endpoint.ts";
import { toWholeMailAnswer, WholeMailAnswer } from "../../(_shared)/mail_answers.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "A mail with its text",
    tag: "Service",
    description: "The secret of its link is shown on your own machine alone (`ENVIRONMENT=local`).",
    examples: {
      "An invitation": { path: { id: SAMPLE.mail }, answer: { kind: "invitation" } },
    },
    may: "superuser",
    path: ById,
    answer: WholeMailAnswer,
    handle: async ({ actor, state, path }) =>
      toWholeMailAnswer(await getMail(actor, state, path.id)),
  }),
});
