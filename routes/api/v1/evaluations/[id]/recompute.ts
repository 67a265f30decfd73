import { Recomputation, recompute } from "../../../../../lib/hiring/recompute.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Judge the stored text again and compare what comes out, byte for byte",
    tag: "Evaluations",
    description:
      "By what the receipt says it was judged by. Compared are the receipt, the verdicts with " +
      "their quotes, and the score that holds; nothing is changed. `different` means that " +
      "something is wrong: the text or a row was changed behind the product's back.",
    errors: ["conflict"],
    examples: {
      "The same again": {
        path: { id: SAMPLE.evaluation },
        answer: { evaluationId: SAMPLE.evaluation, outcome: "equal", differences: [] },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: Recomputation,
    cost: 2,
    handle: ({ actor, state: { db }, path }) => recompute(actor, db, path.id),
  }),
});
