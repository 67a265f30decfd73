import { FAILED_GATE_CAP, GRADE_LINES, PARTIAL_GATE_CAP } from "../lib/talent/score.ts";
import type { Language } from "../lib/talent/types.ts";
import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { ComponentChildren } from "preact";
import { formatExact, formatPercent } from "../locales/format.ts";
import type { SaidMatch } from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { type ScoreSum as Sum, sumOf } from "./score_sum.ts";
import { Verdict } from "./Verdict.tsx";

export interface ScoreSumProps {
  evaluation: EvaluationDetail;
  matches: readonly SaidMatch[];
  language: Language;
  t: SayEvaluation;
  /** What the sum was made by. */
  children: ComponentChildren;
}

/** How the score is made: each requirement's weight and what of it counts, added up. */
export function ScoreSum({ evaluation, matches, language, t, children }: ScoreSumProps) {
  const { weights, score, likeness } = evaluation;
  const sum = sumOf(matches, weights, likeness?.percent ?? null);
  const percent = (share: number) => formatPercent(language, share);
  const lines = Object.fromEntries(
    GRADE_LINES.map(([grade, line]) => [grade.toLowerCase(), percent(line)]),
  );
  return (
    <div class="score-sum">
      <p>
        {t("evaluation.how_formula", { required: weights.required, nice: weights.niceToHave })}
      </p>
      {sum.factor > 1 && (
        <p>
          {t("evaluation.how_occupation", { factor: formatExact(language, sum.factor) })}
        </p>
      )}
      {sum.text && likeness && (
        <p>
          {t("evaluation.how_text", {
            percent: sum.text.percent,
            words: likeness.evidence.map(({ text }) => text).join(", "),
          })}
        </p>
      )}
      {score !== null && (
        <div class="sum-scroll" role="region" tabIndex={0} aria-label={t("evaluation.how")}>
          <table>
            <caption class="sr-only">
              {t("evaluation.sum_caption", { share: percent(score) })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t("evaluation.sum_requirement")}</th>
                <th scope="col">{t("evaluation.sum_verdict")}</th>
                <th scope="col" class="figure">{t("evaluation.sum_counts")}</th>
                <th scope="col" class="figure">{t("evaluation.sum_weight")}</th>
              </tr>
            </thead>
            <Lines sum={sum} language={language} t={t} />
            <TextLine sum={sum} language={language} t={t} />
            <Total sum={sum} score={score} language={language} t={t} />
          </table>
        </div>
      )}
      <p>{t("evaluation.how_grades", lines)}</p>
      {children}
    </div>
  );
}

interface PartProps {
  sum: Sum;
  language: Language;
  t: SayEvaluation;
}

function Lines({ sum, language, t }: PartProps) {
  const figure = (value: number) => formatExact(language, value);
  return (
    <>
      {sum.levels.map(({ level, got, of }) => (
        <tbody key={level}>
          {sum.lines.filter((line) => line.level === level).map((line) => (
            <tr key={line.id} data-line={line.number}>
              <th scope="row">
                <span class="number">{line.number}</span> {line.name}
              </th>
              <td>
                <Verdict verdict={line.verdict} word={t(`verdict.${line.verdict}`)} />
              </td>
              <td class="figure">{figure(line.counts)}</td>
              <td class="figure">{figure(line.weight)}</td>
            </tr>
          ))}
          <tr class="sub" data-sum={level}>
            <th scope="row" colSpan={2}>
              {t("evaluation.sum_level", {
                level: t(level === "required" ? "level.required" : "level.nice_to_haves"),
              })}
            </th>
            <td class="figure">{figure(got)}</td>
            <td class="figure">{figure(of)}</td>
          </tr>
        </tbody>
      ))}
    </>
  );
}

/** The likeness to the posting's words, which is no requirement. */
function TextLine({ sum: { text }, language, t }: PartProps) {
  if (text === null) return null;
  return (
    <tbody>
      <tr class="sub" data-sum="text">
        <th scope="row">{t("evaluation.sum_text")}</th>
        <td class="tabular-nums">{`${text.percent}\u202f%`}</td>
        <td class="figure">{formatExact(language, text.got)}</td>
        <td class="figure">{formatExact(language, text.of)}</td>
      </tr>
    </tbody>
  );
}

/** In hundredths of a point, rounded down as the score itself is. */
function points({ got, of }: Sum): number {
  return Math.floor(got / of * 1e4 + 1e-7) / 100;
}

function Total({ sum, score, language, t }: PartProps & { score: number }) {
  const figure = (value: number) => formatExact(language, value);
  const cap = sum.gate === "failed" ? FAILED_GATE_CAP : PARTIAL_GATE_CAP;
  const isCut = sum.gate !== "passed" && score < sum.got / sum.of;
  return (
    <tfoot>
      <tr data-sum="total">
        <th scope="row" colSpan={2}>{t("evaluation.sum_total")}</th>
        <td class="figure">{figure(sum.got)}</td>
        <td class="figure">{figure(sum.of)}</td>
      </tr>
      <tr data-sum="raw">
        <th scope="row" colSpan={2}>
          {t("evaluation.sum_raw", { got: figure(sum.got), of: figure(sum.of) })}
        </th>
        <td class="figure" colSpan={2}>{`${formatExact(language, points(sum))}\u202f%`}</td>
      </tr>
      {isCut && (
        <tr data-sum="gate">
          <th scope="row" colSpan={2}>
            {t(`evaluation.sum_gate_${sum.gate === "failed" ? "failed" : "partial"}`, {
              cap: formatPercent(language, cap),
            })}
          </th>
          <td class="figure" colSpan={2}>{formatPercent(language, cap)}</td>
        </tr>
      )}
      <tr class="total" data-sum="score">
        <th scope="row" colSpan={2}>{t("evaluation.sum_score")}</th>
        <td class="figure" colSpan={2}>{formatPercent(language, score)}</td>
      </tr>
    </tfoot>
  );
}
