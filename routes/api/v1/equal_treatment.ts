import { z } from "zod";
import { EqualTreatment, getEqualTreatment } from "../../../lib/hiring/equal_treatment/report.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Id } from "../../../lib/platform/input.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { SAMPLE } from "../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Whether groups are treated alike, by what candidates say of themselves",
    tag: "Reports",
    description:
      "For each question that the workspace asks, how many of each group applied and came as far as " +
      "each stage, the ratio to the group with the highest rate (four fifths: 29 CFR 1607.4(D)), and " +
      "Fisher's exact test. As it stood at the start of the month. Groups of fewer than ten are left " +
      "out, and whatever would let them be worked out; then a stage, or all of them, is missing. " +
      "Nobody can read what one person answered.",
    errors: ["not_found"],
    examples: {
      "Of one job, before anything is asked": {
        query: { job: SAMPLE.job },
        answer: { least: 10, questions: [] },
      },
    },
    may: "reports:read",
    query: z.strictObject({ job: Id.optional() }),
    answer: EqualTreatment,
    handle: ({ actor, state, query }) => getEqualTreatment(actor, state.db, query.job),
  }),
});
