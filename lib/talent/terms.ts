import {
  FAILED_GATE_CAP,
  isAskedOccupation,
  occupationFactor,
  PARTIAL_GATE_CAP,
  type ScoreItem,
  scoreMatches,
  textWeight,
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
  /** The likeness to the posting's words; null where it does not count. */
  readonly text: Term | null;
  /** The most that the gates allow; null when they cut nothing off. */
  readonly cap: number | null;
}

/**
 * Lays a score out as its terms.
 *
 * @param likeness In percent; null where it does not count.
 * @throws {RangeError} If a weight is out of range or an importance is not a whole number from 1 to 5.
 * @see docs/scoring.md
 */
export function sumUp<T extends ScoreItem>(
  items: readonly T[],
  weights: Weights,
  likeness: number | null = null,
): Sum<T> {
  const { gate, ...score } = scoreMatches(items, weights, likeness);
  const factor = occupationFactor(items, weights);
  const terms = items.map((item) => {
    const weight = exact(weightOf(item, weights) * (isAskedOccupation(item) ? factor : 1));
    return { ...item, weight, counts: exact(weight * SHARES[item.verdict]) };
  });
  const of = exact(terms.reduce((sum, term) => sum + term.weight, 0));
  const text = textTerm(of, weights, likeness);
  const cap = gate === "failed" ? FAILED_GATE_CAP : gate === "partial" ? PARTIAL_GATE_CAP : null;
  return {
    ...score,
    terms,
    text,
    weight: exact(of + (text?.weight ?? 0)),
    counts: exact(terms.reduce((sum, term) => sum + term.counts, text?.counts ?? 0)),
    cap,
  };
}

/** What the likeness adds to requirements that weigh `of`; null where it does not count. */
export function textTerm(of: number, weights: Weights, likeness: number | null): Term | null {
  const weight = likeness === null ? 0 : textWeight(of, weights);
  return likeness === null || weight === 0
    ? null
    : { weight, counts: exact(weight * likeness / 100) };
}

/** Takes the hair of binary fractions off a sum of decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
