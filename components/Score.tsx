import { GRADE_LINES, isNearLine } from "../lib/talent/score.ts";
import type { Grade } from "../lib/talent/types.ts";
import { wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ScoreBar } from "./ScoreBar.tsx";

export interface ScoreProps {
  /** From 0 to 1, after the gates. */
  score: number;
  rawScore: number;
  t: Translate;
}

/** The score in a row of the ranking: figure, bar, and what a gate or a near line says. */
export function Score({ score, rawScore, t }: ScoreProps) {
  const words = scoreWords(score, rawScore, t);
  return (
    <div class="score">
      <span class="score-figure">
        {wholePercent(score)}
        <small>%</small>
      </span>
      <ScoreBar score={score} rawScore={rawScore} />
      {words && <span class="score-words">{words}</span>}
    </div>
  );
}

function scoreWords(score: number, rawScore: number, t: Translate): string | null {
  const points = wholePercent(rawScore);
  if (points > wholePercent(score)) return t("ranking.before_gate", { points });
  const line = nearestLine(score);
  if (!line) return null;
  if (line.points === 0) return t("ranking.on_line", { grade: line.grade });
  return t("ranking.below", { points: line.points, grade: line.grade });
}

/**
 * The grade that a score just misses, or just reaches.
 *
 * @returns The whole points below its line, 0 when on it; null when no line is that near above.
 */
export function nearestLine(score: number): { grade: Grade; points: number } | null {
  if (!isNearLine(score)) return null;
  const shown = wholePercent(score);
  for (const [grade, line] of GRADE_LINES) {
    const points = wholePercent(line) - shown;
    if (points >= 0 && points <= 2) return { grade, points };
  }
  return null;
}
