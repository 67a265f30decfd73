import { compareScores } from "./rank.ts";
import { gradeOf, isNearLine, type ScoreItem } from "./score.ts";
import { exchange, scoreTally, type Tally, tally } from "./tally.ts";
import type { Grade, Level, Score, Weights } from "./types.ts";
import type { Counting } from "./shares.ts";
import { itemsOf, type WeighedCandidate } from "./what_if.ts";

/** One thing that is a little other than it is. */
export type Change =
  /** The importance of a requirement, by one step of 1 to 5. */
  | {
    readonly kind: "importance";
    readonly requirement: number;
    readonly from: number;
    readonly to: number;
  }
  /** What the requirements of a level weigh, by one. */
  | { readonly kind: "weight"; readonly level: Level; readonly from: number; readonly to: number }
  /** A PARTIAL of one candidate that another reading would call YES or NO. */
  | { readonly kind: "verdict"; readonly requirement: number; readonly to: "YES" | "NO" };

/** A candidate whose ranks are looked at. */
export interface SensitiveCandidate extends WeighedCandidate {
  /** The verdicts that a person gave, by place; they are not doubted. */
  readonly decided: readonly number[];
}

/** A rank that one change leads to. */
export interface Reached {
  readonly rank: number;
  readonly grade: Grade | null;
  /** Null where it is as it is without any change. */
  readonly change: Change | null;
}

/** How firmly one candidate stands. */
export interface Standing extends Pick<Score, "score" | "grade"> {
  readonly id: string;
  readonly rank: number;
  /** The best and the worst rank that any single change leads to. */
  readonly best: Reached;
  readonly worst: Reached;
  /** Whether the score lies within the band around a line between two grades. */
  readonly isNearLine: boolean;
}

/** What one step of a weight does to the whole ranking. */
export interface Step {
  readonly change: Exclude<Change, { kind: "verdict" }>;
  /** How many candidates stand elsewhere then. */
  readonly moved: number;
  /** How many of them have another grade. */
  readonly regraded: number;
  /** The most places that one of them moves. */
  readonly furthest: number;
}

export interface Sensitivity {
  /** In the order of the ranking. */
  readonly standings: readonly Standing[];
  /** Every step that can be taken: requirements in their order, then the two levels. */
  readonly steps: readonly Step[];
}

/**
 * How the ranking would change if each weight moved by one step, or one PARTIAL of somebody were a
 * YES or a NO while all others stay as they are.
 *
 * Work: one sorting of the candidates for each step (two a requirement, and four), and one search
 * for each PARTIAL; for 1,000 candidates and 30 requirements some 64 sortings and 60,000 searches.
 *
 * @throws {RangeError} If a weight or an importance is out of range, or a verdict is missing.
 * @see docs/scoring.md
 */
export function measureSensitivity(
  candidates: readonly SensitiveCandidate[],
  requirements: readonly Counting[],
  weights: Weights,
): Sensitivity {
  const counted = candidates.map((one): Counted => {
    const items = itemsOf(requirements, one.verdicts);
    return { candidate: one, items, tally: tally(items, one.likeness ?? null) };
  });
  const now = sorted(counted, (one) => scoreTally(one.tally, weights));
  const standings = new Map(now.map((one, at) => [one.counted, startOf(one, at + 1)]));
  const steps = stepsOf(requirements, weights).map((change) => {
    const moved = { moved: 0, regraded: 0, furthest: 0 };
    sorted(counted, (one) => scoreAfter(change, one, weights)).forEach((one, at) => {
      const standing = standings.get(one.counted);
      if (!standing) return;
      const rank = at + 1;
      const grade = gradeOf(one.score.score);
      if (rank !== standing.rank) moved.moved += 1;
      if (grade !== standing.grade) moved.regraded += 1;
      moved.furthest = Math.max(moved.furthest, Math.abs(rank - standing.rank));
      reach(standing, { rank, grade, change });
    });
    return { change, ...moved };
  });
  for (const one of now) {
    const standing = standings.get(one.counted);
    if (standing) doubt(one, standing, now, weights);
  }
  return { standings: [...standings.values()], steps };
}

interface Counted {
  readonly candidate: SensitiveCandidate;
  readonly items: readonly ScoreItem[];
  readonly tally: Tally;
}

interface Scored {
  readonly counted: Counted;
  readonly score: Score;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

function sorted(counted: readonly Counted[], score: (one: Counted) => Score): Scored[] {
  return counted.map((one) => ({ counted: one, score: score(one) })).sort(byRank);
}

function byRank(a: Scored, b: Scored): number {
  return compareScores(a.score, b.score) || a.counted.candidate.tie - b.counted.candidate.tie;
}

function startOf({ counted, score: { score, grade } }: Scored, rank: number): Open<Standing> {
  const here = { rank, grade, change: null };
  return {
    id: counted.candidate.id,
    rank,
    score,
    grade,
    best: here,
    worst: here,
    isNearLine: isNearLine(score),
  };
}

/** Keeps the first change that leads furthest. */
function reach(standing: Open<Standing>, reached: Reached): void {
  if (reached.rank < standing.best.rank) standing.best = reached;
  if (reached.rank > standing.worst.rank) standing.worst = reached;
}

function stepsOf(
  requirements: readonly Counting[],
  weights: Weights,
): Step["change"][] {
  const steps: Step["change"][] = [];
  requirements.forEach(({ importance: from }, requirement) => {
    for (const to of [from - 1, from + 1]) {
      if (to >= 1 && to <= 5) steps.push({ kind: "importance", requirement, from, to });
    }
  });
  for (const level of ["required", "nice_to_have"] as const) {
    const from = level === "required" ? weights.required : weights.niceToHave;
    for (const to of [from - 1, from + 1]) {
      const after = withWeight(weights, level, to);
      if (to >= 0 && after.required + after.niceToHave > 0) {
        steps.push({ kind: "weight", level, from, to });
      }
    }
  }
  return steps;
}

function withWeight(weights: Weights, level: Level, weight: number): Weights {
  return level === "required"
    ? { ...weights, required: weight }
    : { ...weights, niceToHave: weight };
}

function scoreAfter(change: Step["change"], one: Counted, weights: Weights): Score {
  if (change.kind === "weight") {
    return scoreTally(one.tally, withWeight(weights, change.level, change.to));
  }
  const before = one.items[change.requirement];
  if (!before) throw new RangeError(`There is no requirement ${change.requirement}`);
  const after = { ...before, importance: change.to };
  return scoreTally(exchange(one.tally, before, after), weights);
}

/** Another reading of each PARTIAL that the engine gave, one by one. */
function doubt(
  { counted }: Scored,
  standing: Open<Standing>,
  now: readonly Scored[],
  weights: Weights,
): void {
  const { candidate: { decided }, items } = counted;
  items.forEach((before, requirement) => {
    if (before.verdict !== "PARTIAL" || decided.includes(requirement)) return;
    for (const to of ["YES", "NO"] as const) {
      const score = scoreTally(
        exchange(counted.tally, before, { ...before, verdict: to }),
        weights,
      );
      const rank = rankAmong(now, standing.rank, { counted, score });
      reach(standing, { rank, grade: score.grade, change: { kind: "verdict", requirement, to } });
    }
  });
}

/** The rank that somebody would have among the others, who stay as they are. */
function rankAmong(now: readonly Scored[], from: number, one: Scored): number {
  let [low, high] = [0, now.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = now[middle];
    if (other && byRank(other, one) < 0) low = middle + 1;
    else high = middle;
  }
  // Their own present place is among those that were counted.
  return low >= from ? low : low + 1;
}
