import {
  type GateState,
  isAskedOccupation,
  type LevelSum,
  type ScoreItem,
  scoreSums,
  sumLevel,
} from "./score.ts";
import { SHARES } from "./terms.ts";
import type { Score, Verdict, Weights } from "./types.ts";

/** Verdicts as far as a score is made of them, so that one can be exchanged for another. */
export interface Tally {
  readonly required: LevelSum;
  readonly niceToHave: LevelSum;
  /** How many gates fail, and how many are met in part. */
  readonly failedGates: number;
  readonly partialGates: number;
  /** In percent; null where it does not count. */
  readonly likeness: number | null;
}

/** @throws {RangeError} If an importance is not a whole number from 1 to 5. */
export function tally(items: readonly ScoreItem[], likeness: number | null = null): Tally {
  const gates = (verdict: Verdict) =>
    items.filter((one) => one.gate && one.verdict === verdict).length;
  return {
    required: sumLevel(items, "required"),
    niceToHave: sumLevel(items, "nice_to_have"),
    failedGates: gates("NO"),
    partialGates: gates("PARTIAL"),
    likeness,
  };
}

/**
 * The score of what was counted.
 *
 * @throws {RangeError} If a weight is out of range.
 */
export function scoreTally(
  { required, niceToHave, failedGates, partialGates, likeness }: Tally,
  weights: Weights,
): Score {
  const gate: GateState = failedGates > 0 ? "failed" : partialGates > 0 ? "partial" : "passed";
  return scoreSums(required, niceToHave, gate, weights, likeness);
}

/** What was counted with one item in the place of another one of its level. */
export function exchange(counted: Tally, before: ScoreItem, after: ScoreItem): Tally {
  const name = before.level === "required" ? "required" : "niceToHave";
  const { halves, total, met, count, occupation } = counted[name];
  const gained = 2 * (countsOf(after) - countsOf(before));
  const added = after.importance - before.importance;
  const level = {
    halves: halves + gained,
    total: total + added,
    met: met + isAt("YES", after) - isAt("YES", before),
    count,
    occupation: isAskedOccupation(before)
      ? { halves: occupation.halves + gained, total: occupation.total + added }
      : occupation,
  };
  const gates = (verdict: Verdict) =>
    before.gate ? isAt(verdict, after) - isAt(verdict, before) : 0;
  return {
    required: name === "required" ? level : counted.required,
    niceToHave: name === "niceToHave" ? level : counted.niceToHave,
    failedGates: counted.failedGates + gates("NO"),
    partialGates: counted.partialGates + gates("PARTIAL"),
    likeness: counted.likeness,
  };
}

function countsOf({ verdict, importance }: ScoreItem): number {
  return SHARES[verdict] * importance;
}

function isAt(verdict: Verdict, item: ScoreItem): number {
  return item.verdict === verdict ? 1 : 0;
}
