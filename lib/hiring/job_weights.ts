import { z } from "zod";
import { readPosting } from "../talent/likeness.ts";
import { DEFAULT_WEIGHTS, MAX_TEXT_PERCENT } from "../talent/score.ts";
import type { PostingWord, Weights } from "../talent/types.ts";

const weight = z.number("must be a number").min(0, "must not be negative")
  .max(100, "must be at most 100");

/** The percent of the score that the likeness to the posting's words may count. */
export const TextPercent = z.int("must be a whole number").min(0, "must not be negative")
  .max(MAX_TEXT_PERCENT, `must be at most ${MAX_TEXT_PERCENT}`);

/** How much things count: a required and a nice-to-have requirement, and the posting's words. */
export const JobWeights = z.strictObject({
  required: weight,
  niceToHave: weight,
  text: TextPercent.optional(),
}).refine(({ required, niceToHave }) => required + niceToHave > 0, "must not both be 0");
export type JobWeights = z.infer<typeof JobWeights>;

/** Weights as they are answered. */
export const SetWeights = z.object({
  required: z.number(),
  niceToHave: z.number(),
  text: z.int(),
});

/** The columns of a job that hold its weights. */
export const WEIGHT_COLUMNS = ["requiredWeight", "niceToHaveWeight", "textWeight"] as const;
type WeightColumns = Readonly<Record<typeof WEIGHT_COLUMNS[number], number>>;

export function weightsOf(row: WeightColumns): z.infer<typeof SetWeights> {
  return {
    required: row.requiredWeight,
    niceToHave: row.niceToHaveWeight,
    text: row.textWeight,
  };
}

/** Weights with the usual ones where none are given. */
export function withDefaults(weights: Partial<JobWeights> = {}): z.infer<typeof SetWeights> {
  const { required, niceToHave, text = 0 } = DEFAULT_WEIGHTS;
  return { required, niceToHave, text, ...weights };
}

/** The words that résumés are compared with; none where they do not count. */
export function postingOf(description: string | null, { text = 0 }: Weights): PostingWord[] {
  return text > 0 && description !== null ? readPosting(description) : [];
}
