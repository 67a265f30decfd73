import {
  FAILED_GATE_CAP,
  isAskedOccupation,
  occupationFactor,
  PARTIAL_GATE_CAP,
  type ScoreItem,
  scoreMatches,
  weightOf,
} from "./score.ts";
import type { Score, Verdict, Weights } from "./types.ts";

/** What of its weight a verdict counts. */
export const SHARES: Readonly<Record<Verdict, number>> = { YES: 1, PARTIAL: 0.5, NO: 0 };

/** One summand of a score. */
export interface Term {
  /**
   * The weight of the item's level × its importance, an asked occupation's × `occupationFactor()`
   * too; not divided by 3, which changes no share.
   */
  readonly weight: number;
  /** What of the weight counts. */
  readonly counts: number;
}

/** A score laid out as a sum that a person can add up: Σ counts ÷ Σ weight, then the cap. */
export interface Sum<T> extends Score {
  /** One per item, in their order, each with what it is about. */
  readonly terms: readonly (T & Term)[];
  readonly weight: number;
  readonly counts: number;
  /** The most that the gates allow; null when they cut nothing off. */
  readonly cap: number | null;
}

/**
 * Lays a score out as its terms.
 *
 * @throws {RangeError} If a weight is negative or an importance is not a whole number from 1 to 5.
 * @see docs/scoring.md
 */
export function sumUp<T extends ScoreItem>(items: readonly T[], weights: Weights): Sum<T> {
  const { gate, ...score } = scoreMatches(items, weights);
  const factor = occupationFactor(items, weights);
  const terms = items.map((item) => {
    const weight = exact(weightOf(item, weights) * (isAskedOccupation(item) ? factor : 1));
    return { ...item, weight, counts: exact(weight * SHARES[item.verdict]) };
  });
  const cap = gate === "failed" ? FAILED_GATE_CAP : gate === "partial" ? PARTIAL_GATE_CAP : null;
  return {
    ...score,
    terms,
    weight: exact(terms.reduce((sum, term) => sum + term.weight, 0)),
    counts: exact(terms.reduce((sum, term) => sum + term.counts, 0)),
    cap,
  };
}

/** Takes the hair of binary fractions off a sum of decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
