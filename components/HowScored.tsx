import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import { FAILED_GATE_CAP, GRADE_LINES, PARTIAL_GATE_CAP } from "../lib/talent/score.ts";
import type { Language, Verdict } from "../lib/talent/types.ts";
import { formatNumber, formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

export interface HowScoredProps {
  evaluation: EvaluationDetail;
  language: Language;
  t: Translate;
}

const PARTS: Readonly<Record<Verdict, number>> = { YES: 1, PARTIAL: 0.5, NO: 0 };

/** The sum behind the score, with this résumé's own figures. */
export function HowScored({ evaluation, language, t }: HowScoredProps) {
  const { weights, matches, rawScore, flags } = evaluation;
  const percent = (share: number) => formatPercent(language, share);
  const weighed = matches.map(({ requirement, verdict }) => {
    const level = requirement.level === "required" ? weights.required : weights.niceToHave;
    const weight = level * requirement.importance / 3;
    return { weight, got: weight * PARTS[verdict] };
  });
  const sum = (pick: (one: { weight: number; got: number }) => number) =>
    formatNumber(language, weighed.reduce((total, one) => total + pick(one), 0));
  const lines = Object.fromEntries(
    GRADE_LINES.map(([grade, line]) => [grade.toLowerCase(), percent(line)]),
  );
  return (
    <details class="how menu">
      <summary class="link">{t("evaluation.how")}</summary>
      <div class="menu-panel">
        <p>
          {t("evaluation.how_formula", {
            required: weights.required,
            nice: weights.niceToHave,
          })}
        </p>
        {rawScore !== null && (
          <p class="tabular-nums">
            {t("evaluation.how_sum", {
              got: sum(({ got }) => got),
              of: sum(({ weight }) => weight),
              share: percent(rawScore),
            })}
            {flags.includes("gate_failed") &&
              ` ${t("evaluation.how_gate_failed", { cap: percent(FAILED_GATE_CAP) })}`}
            {flags.includes("gate_partial") &&
              ` ${t("evaluation.how_gate_partial", { cap: percent(PARTIAL_GATE_CAP) })}`}
          </p>
        )}
        <p>{t("evaluation.how_grades", lines)}</p>
        <p class="text-fg-3">{t("evaluation.engine", { version: evaluation.engineVersion })}</p>
      </div>
    </details>
  );
}
