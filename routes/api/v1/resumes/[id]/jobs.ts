import { z } from "zod";
import { findFittingJobs, FittingJob } from "../../../../../lib/hiring/fitting_jobs.ts";
import { Verdict } from "../../../../../lib/hiring/states.ts";
import { StripItem } from "../../../../../lib/hiring/summary.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const FittingJobAnswer = FittingJob.omit({ strip: true }).extend({
  strip: z.array(StripItem.omit({ verdict: true }).extend({ match: Verdict })),
});

export const handler = resource({
  GET: endpoint({
    summary: "The open jobs that a résumé fits, the best first; judged now",
    tag: "Evaluations",
    examples: { "All": { path: { id: SAMPLE.resume } } },
    description: "Of more than a hundred open jobs the last active ones; `is_cut` says so.",
    errors: ["conflict"],
    may: "evaluations:read",
    path: ById,
    query: z.strictObject({
      ...listFields(20, 100),
      /** Whether jobs with grade D are wanted too. */
      all: z.enum(["true", "false"]).optional(),
    }),
    answer: pageSchema(FittingJobAnswer).extend({ isCut: z.boolean() }),
    async handle({ actor, state, path, query: { all, ...page } }) {
      const query = { ...page, isAll: all === "true" };
      const found = await findFittingJobs(actor, state.db, path.id, query, state.signal());
      const data = found.data.map(({ strip, ...row }) => ({
        ...row,
        strip: strip.map(({ verdict, ...item }) => ({ ...item, match: verdict })),
      }));
      return { ...found, data };
    },
  }),
});
