import {
  type GateState,
  isAskedOccupation,
  occupationFactor,
  scoreMatches,
  textWeight,
  weightOf,
} from "../lib/talent/score.ts";
import type { Level, Verdict, Weights } from "../lib/talent/types.ts";
import { scoreItems } from "./evaluation_state.ts";
import type { NumberedMatch } from "./evaluation_view.ts";

/** One line of the sum behind a score. */
export interface SumLine {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly level: Level;
  readonly verdict: Verdict;
  /** The weight of its level times its importance; an asked occupation's also times `factor`. */
  readonly weight: number;
  /** What of the weight counts. */
  readonly counts: number;
}

/** The sum behind a score; weights are not divided by 3, which changes no share. */
export interface ScoreSum {
  readonly lines: readonly SumLine[];
  readonly levels: readonly { readonly level: Level; readonly of: number; readonly got: number }[];
  /** The likeness to the posting's words; null where it does not count. */
  readonly text: { readonly percent: number; readonly of: number; readonly got: number } | null;
  readonly of: number;
  readonly got: number;
  readonly gate: GateState;
  /** How many times its own weight an occupation counts; 1 when it has its share already. */
  readonly factor: number;
}

const SHARE: Readonly<Record<Verdict, number>> = { YES: 1, PARTIAL: 0.5, NO: 0 };

/** Lays a score out as a sum that can be added up by hand. */
export function sumOf(
  matches: readonly NumberedMatch[],
  weights: Weights,
  likeness: number | null,
): ScoreSum {
  const items = scoreItems(matches);
  const factor = occupationFactor(items, weights);
  const lines = matches.map(({ number, requirement, level, verdict }) => {
    const times = isAskedOccupation(requirement) ? factor : 1;
    const weight = exact(weightOf(requirement, weights) * times);
    const { id, name } = requirement;
    return { id, number, name, level, verdict, weight, counts: exact(weight * SHARE[verdict]) };
  });
  const levels = (["required", "nice_to_have"] as const).flatMap((level) => {
    const own = lines.filter((line) => line.level === level);
    return own.length === 0 ? [] : [{
      level,
      of: exact(own.reduce((sum, { weight }) => sum + weight, 0)),
      got: exact(own.reduce((sum, { counts }) => sum + counts, 0)),
    }];
  });
  const asked = exact(levels.reduce((sum, level) => sum + level.of, 0));
  const text = textOf(asked, weights, likeness);
  return {
    lines,
    levels,
    text,
    of: exact(asked + (text?.of ?? 0)),
    got: exact(levels.reduce((sum, level) => sum + level.got, text?.got ?? 0)),
    gate: scoreMatches(items, weights).gate,
    factor,
  };
}

function textOf(asked: number, weights: Weights, percent: number | null): ScoreSum["text"] {
  const of = percent === null ? 0 : textWeight(asked, weights);
  return percent === null || of === 0 ? null : { percent, of, got: exact(of * percent / 100) };
}

/** Takes the hair of binary fractions off a sum of decimals. */
function exact(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
