import { z } from "zod";
import { getSensitivity, Standing, WeightStep } from "../../../../../lib/hiring/sensitivity.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const SensitivityAnswer = pageSchema(Standing).extend({
  steps: z.array(WeightStep),
  leftOut: z.int(),
});

export const handler = resource({
  GET: endpoint({
    summary: "How firm the ranking is: the ranks that one step of a weight or one PARTIAL makes",
    tag: "Ranking",
    description:
      "Each importance and both weights are moved by one step, and each PARTIAL that no person " +
      "gave is read as YES and as NO, one at a time. `best` and `worst` are the ranks that any of " +
      "that leads to; `steps` says what each step does to the whole ranking. It looks at the " +
      "first thousand that the requirements of now judged; `left_out` counts the others.",
    examples: {
      "A ranking": {
        path: { id: SAMPLE.job },
        answer: { data: [{ resumeId: SAMPLE.resume, rank: 1, best: { rank: 1 } }] },
      },
    },
    may: "evaluations:read",
    path: ById,
    query: z.strictObject(listFields()),
    answer: SensitivityAnswer,
    cost: 5,
    async handle({ actor, state: { db }, path, query }) {
      const { standings, steps, leftOut } = await getSensitivity(actor, db, path.id);
      return { ...pageOfAll(standings, query), steps: [...steps], leftOut };
    },
  }),
});
