import {
  isAskedOccupation,
  occupationFactor,
  type ScoreItem,
  textWeight,
  weightOf,
} from "./score.ts";
import type { Weights } from "./types.ts";

/** What of a requirement says how much it counts. */
export type Counting = Pick<ScoreItem, "level" | "kind" | "importance" | "gate">;

/**
 * The most of the score that each level can bring, from 0 to 1. What is left of the whole is for
 * the likeness to the posting's words; `weights.text` is 0 where that does not count.
 */
export function levelShares(
  requirements: readonly Counting[],
  weights: Weights,
): { readonly required: number; readonly niceToHave: number } {
  const weigh = weigherOf(requirements, weights);
  const sums = { required: 0, nice_to_have: 0 };
  for (const one of requirements) sums[one.level] += weigh(one);
  const whole = wholeOf(sums.required + sums.nice_to_have, weights);
  return { required: sums.required / whole, niceToHave: sums.nice_to_have / whole };
}

/** The same of one of the requirements. */
export function shareOf(
  requirement: Counting,
  requirements: readonly Counting[],
  weights: Weights,
): number {
  const weigh = weigherOf(requirements, weights);
  const asked = requirements.reduce((sum, one) => sum + weigh(one), 0);
  return weigh(requirement) / wholeOf(asked, weights);
}

function weigherOf(requirements: readonly Counting[], weights: Weights) {
  const factor = occupationFactor(requirements, weights);
  return (one: Counting) => weightOf(one, weights) * (isAskedOccupation(one) ? factor : 1);
}

function wholeOf(asked: number, weights: Weights): number {
  return asked + textWeight(asked, weights) || 1;
}
