import { getReceipt, Receipt } from "../../../../../lib/hiring/receipts.ts";
import { canonicalJson } from "../../../../../lib/platform/canonical_json.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { answerJson } from "../../../../../lib/platform/http_cache.ts";
import { toSnakeKeys } from "../../../../../lib/platform/snake_case.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What the score is made of, as canonical JSON: input, versions, every term, overrides",
    tag: "Evaluations",
    description:
      "`content` is what the engine was given and what it made of that; it is the same for as long " +
      "as the evaluation is. `holds` is the sum with people's verdicts in it. The answer is " +
      "canonical JSON (RFC 8785), so that its bytes can be kept and compared.",
    errors: ["conflict"],
    examples: {
      "A receipt": {
        path: { id: SAMPLE.evaluation },
        answer: {
          evaluationId: SAMPLE.evaluation,
          content: { format: 1, input: { requirements: [{ name: "TypeScript", years: 3 }] } },
          overrides: [{ requirementId: SAMPLE.requirement, from: "YES", to: "PARTIAL" }],
        },
      },
    },
    may: "evaluations:read",
    path: ById,
    answer: Receipt,
    async handle({ actor, state: { db }, path, request }) {
      const receipt = await getReceipt(actor, db, path.id);
      return answerJson(request, canonicalJson(toSnakeKeys(receipt)));
    },
  }),
});
