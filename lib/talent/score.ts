import type { Grade, Kind, Level, Score, Verdict, Weights } from "./types.ts";

/** How much a required and a nice-to-have requirement count, unless the job says otherwise. */
export const DEFAULT_WEIGHTS: Weights = { required: 6, niceToHave: 4, text: 10 };

/** The most percent of the whole that the likeness to the posting's words may count. */
export const MAX_TEXT_PERCENT = 15;

/** The highest score that a résumé can have when it fails a gate: below grade B. */
export const FAILED_GATE_CAP = 0.64;

/** The highest score that a résumé can have when it meets a gate in part: below grade A. */
export const PARTIAL_GATE_CAP = 0.79;

/** The lowest score of each grade, best first; below the last one it is a D. */
export const GRADE_LINES: readonly (readonly [Grade, number])[] = [
  ["A", 0.8],
  ["B", 0.65],
  ["C", 0.5],
];

/** So close to a grade line, one other reading of one requirement could have crossed it. */
const NEAR_LINE = 0.02;

/** Sums of decimal weights miss the exact value by less than this, so they are rounded to it. */
const PRECISION = 1e12;

/** The share of the whole that the occupation has at least, for each step of its importance. */
const OCCUPATION_SHARE_PER_STEP = 1 / 15;
const MOST_STEPS = 5;

const HALVES: Readonly<Record<Verdict, number>> = { YES: 2, PARTIAL: 1, NO: 0 };

/** What the score needs to know of one judged requirement. */
export interface ScoreItem {
  readonly level: Level;
  readonly kind: Kind;
  /** A whole number from 1 to 5. */
  readonly importance: number;
  readonly gate: boolean;
  readonly verdict: Verdict;
}

/** The worst verdict among the gates. */
export type GateState = "passed" | "partial" | "failed";

/**
 * How many times its own weight an occupation counts, so that the asked occupations of a job
 * together are at least their importance ÷ 15 of the whole (5 and more: a third), however much else
 * is asked.
 *
 * @returns 1 or more, in hundredths, rounded up; 1 when there is no occupation or nothing else.
 */
export function occupationFactor(
  items: readonly Omit<ScoreItem, "verdict">[],
  weights: Weights,
): number {
  const judged = items.map((one) => ({ ...one, verdict: "NO" as const }));
  return factorOf(sumLevel(judged, "required"), sumLevel(judged, "nice_to_have"), weights);
}

function factorOf(required: LevelSum, nice: LevelSum, weights: Weights): number {
  const importance = required.occupation.total;
  const own = weights.required * importance;
  const others = weights.required * (required.total - importance) +
    weights.niceToHave * nice.total;
  const share = Math.min(MOST_STEPS, importance) * OCCUPATION_SHARE_PER_STEP;
  const least = others * share / (1 - share);
  if (own <= 0 || least <= own) return 1;
  return Math.ceil(round(least / own) * 100) / 100;
}

/** One that is only wished for has no share of its own. */
export function isAskedOccupation(
  { kind, level }: Pick<ScoreItem, "kind" | "level">,
): boolean {
  return kind === "occupation" && level === "required";
}

/** What an item weighs by its level and importance, before the share of occupations; times 3. */
export function weightOf(
  { level, importance }: Pick<ScoreItem, "level" | "importance">,
  weights: Weights,
): number {
  return (level === "required" ? weights.required : weights.niceToHave) * importance;
}

/**
 * Weighs verdicts into a score: Σ(match × weight) ÷ Σ(weight), with YES 1, PARTIAL ½, NO 0 and
 * weight = (required or nice-to-have weight) × importance ÷ 3, for occupations times
 * `occupationFactor()`; then the likeness to the posting's words with `textWeight()`; then the caps
 * of the gates.
 *
 * Whole numbers are summed per level before anything is divided, so the order of the items
 * cannot change the last decimals.
 *
 * @param items One per requirement, in any order.
 * @param likeness In percent, 0 to 100; null where it does not count.
 * @returns Scores from 0 to 1; null when there is nothing to weigh.
 * @throws {RangeError} If a weight is out of range or an importance is not a whole number from 1 to 5.
 * @see docs/scoring.md for the weights and their reasons
 */
export function scoreMatches(
  items: readonly ScoreItem[],
  weights: Weights = DEFAULT_WEIGHTS,
  likeness: number | null = null,
): Score & { readonly gate: GateState } {
  const [required, nice] = [sumLevel(items, "required"), sumLevel(items, "nice_to_have")];
  return scoreSums(required, nice, gateOf(items), weights, likeness);
}

/** What the verdicts of one level come to, in whole numbers. */
export interface LevelSum {
  readonly halves: number;
  readonly total: number;
  readonly met: number;
  readonly count: number;
  /** What of it is of asked occupations. */
  readonly occupation: { readonly halves: number; readonly total: number };
}

/**
 * The score of what was summed before.
 *
 * @throws {RangeError} If a weight is out of range.
 */
export function scoreSums(
  required: LevelSum,
  nice: LevelSum,
  gate: GateState,
  weights: Weights,
  likeness: number | null,
): Score & { readonly gate: GateState } {
  checkWeights(weights);
  const { occupation } = required;
  const factor = factorOf(required, nice, weights);
  const total = weights.niceToHave * nice.total +
    weights.required * (required.total - occupation.total + occupation.total * factor);
  const halves = weights.niceToHave * nice.halves +
    weights.required * (required.halves - occupation.halves + occupation.halves * factor);
  const text = likeness === null ? 0 : textWeight(total, weights);
  const alike = text * (likeness ?? 0) / 50;
  const rawScore = total > 0 ? round((halves + alike) / (2 * (total + text))) : null;
  const score = rawScore === null ? null : Math.min(rawScore, capOf(gate));
  return {
    score,
    rawScore,
    grade: gradeOf(score),
    requiredMet: required.met,
    requiredTotal: required.count,
    gate,
  };
}

/**
 * What the likeness to the posting's words weighs beside requirements that weigh `total`: its
 * percent of the whole, in hundredths, rounded down.
 */
export function textWeight(total: number, { text = 0 }: Weights): number {
  return Math.floor(round(total * text / (100 - text)) * 100) / 100;
}

/** The grade of a score from 0 to 1; null for null. A line belongs to the better grade. */
export function gradeOf(score: number | null): Grade | null {
  if (score === null) return null;
  const exact = round(score);
  for (const [grade, line] of GRADE_LINES) if (exact >= line) return grade;
  return "D";
}

/** Whether a score lies within 0.02 of a grade line, on either side. */
export function isNearLine(score: number | null): boolean {
  if (score === null) return false;
  return GRADE_LINES.some(([, line]) => round(Math.abs(score - line)) <= NEAR_LINE);
}

/**
 * Sums the verdicts of a level.
 *
 * @throws {RangeError} If an importance is not a whole number from 1 to 5.
 */
export function sumLevel(items: readonly ScoreItem[], level: Level): LevelSum {
  const sums = { halves: 0, total: 0, met: 0, count: 0, occupation: { halves: 0, total: 0 } };
  for (const item of items) {
    if (item.level !== level) continue;
    checkImportance(item.importance);
    for (const part of isAskedOccupation(item) ? [sums, sums.occupation] : [sums]) {
      part.halves += HALVES[item.verdict] * item.importance;
      part.total += item.importance;
    }
    sums.met += item.verdict === "YES" ? 1 : 0;
    sums.count += 1;
  }
  return sums;
}

function gateOf(items: readonly ScoreItem[]): GateState {
  let state: GateState = "passed";
  for (const { gate, verdict } of items) {
    if (!gate) continue;
    if (verdict === "NO") return "failed";
    if (verdict === "PARTIAL") state = "partial";
  }
  return state;
}

function capOf(gate: GateState): number {
  if (gate === "failed") return FAILED_GATE_CAP;
  return gate === "partial" ? PARTIAL_GATE_CAP : 1;
}

function round(value: number): number {
  return Math.round(value * PRECISION) / PRECISION;
}

function checkWeights({ required, niceToHave, text = 0 }: Weights): void {
  if (!Number.isInteger(text) || text < 0 || text > MAX_TEXT_PERCENT) {
    throw new RangeError(`Cannot weigh a text with ${text} %: it is a whole number from 0 to 15`);
  }
  for (const weight of [required, niceToHave]) {
    if (!(weight >= 0 && weight <= 1000)) {
      throw new RangeError(`Cannot weigh with ${weight}: a weight lies between 0 and 1000`);
    }
  }
}

function checkImportance(importance: number): void {
  if (!Number.isInteger(importance) || importance < 1 || importance > 5) {
    throw new RangeError(`Cannot weigh importance ${importance}: it is a whole number from 1 to 5`);
  }
}
