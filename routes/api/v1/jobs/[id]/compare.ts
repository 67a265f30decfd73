import { z } from "zod";
import { compareCandidates, MAX_COMPARED } from "../../../../../lib/hiring/compare.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { ComparisonAnswer, toComparisonAnswer } from "../../../(_shared)/compare_answers.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const range = `must be two to ${MAX_COMPARED} different ids, with commas between`;

const CompareQuery = z.strictObject({
  resumes: z.string(range).transform((ids) => ids.split(",").map((id) => id.trim()))
    .pipe(z.array(Id).min(2, range).max(MAX_COMPARED, range))
    .refine((ids) => new Set(ids).size === ids.length, range),
});

export const handler = resource({
  GET: endpoint({
    summary: "Two to four of the job's résumés beside each other, requirement by requirement",
    tag: "Ranking",
    examples: {
      "Two résumés": {
        path: { id: SAMPLE.job },
        query: { resumes: `${SAMPLE.resume},${SAMPLE.failed}` },
        answer: { job: { id: SAMPLE.job }, candidates: [{ resumeId: SAMPLE.resume }] },
      },
    },
    may: "evaluations:read",
    path: ById,
    query: CompareQuery,
    answer: ComparisonAnswer,
    async handle({ actor, state: { db }, path, query: { resumes } }) {
      return toComparisonAnswer(await compareCandidates(actor, db, path.id, resumes));
    },
  }),
});
