import { compareScores } from "./rank.ts";
import { type ScoreItem, scoreMatches } from "./score.ts";
import type { Counting } from "./shares.ts";
import type { Score, Verdict, Weights } from "./types.ts";

/** Somebody who is ranked by verdicts that are there already. */
export interface WeighedCandidate {
  readonly id: string;
  /** Those that hold, in the order of the requirements. */
  readonly verdicts: readonly Verdict[];
  /** To the posting's words, in percent; null or left out where it does not count. */
  readonly likeness?: number | null;
  /** Who goes first among equals: the smaller one. No two are the same. */
  readonly tie: number;
}

/** A candidate with the place that the weights give. */
export interface RankedCandidate extends Score {
  readonly id: string;
  readonly tie: number;
  /** From 1. */
  readonly rank: number;
}

/**
 * Ranks candidates by their verdicts: what the ranking would be with other weights. It judges
 * nothing, so it runs in a browser too.
 *
 * @returns The best first.
 * @throws {RangeError} If a weight or an importance is out of range, or a verdict is missing.
 */
export function rankCandidates(
  candidates: readonly WeighedCandidate[],
  requirements: readonly Counting[],
  weights: Weights,
): RankedCandidate[] {
  return candidates.map(({ id, tie, verdicts, likeness = null }) => ({
    id,
    tie,
    ...scoreMatches(itemsOf(requirements, verdicts), weights, likeness),
  })).sort((a, b) => compareScores(a, b) || a.tie - b.tie)
    .map(({ gate: _, ...one }, at) => ({ ...one, rank: at + 1 }));
}

/** Puts the verdicts beside what they are about. */
export function itemsOf(
  requirements: readonly Counting[],
  verdicts: readonly Verdict[],
): ScoreItem[] {
  return requirements.map(({ level, kind, importance, gate }, at) => {
    const verdict = verdicts[at];
    if (verdict === undefined) throw new RangeError(`There is no verdict on requirement ${at}`);
    return { level, kind, importance, gate, verdict };
  });
}
