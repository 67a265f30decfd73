import type { RankingRow } from "../lib/hiring/ranking.ts";
import type { Verdict as VerdictValue } from "../lib/talent/types.ts";
import { wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { DotStrip, DotStripKey, type StripRequirement } from "./DotStrip.tsx";
import { Grade } from "./Grade.tsx";
import type { Numbered } from "./numbering.ts";
import { decisionWord } from "./StageWord.tsx";

export interface PrintedRankingProps {
  rows: readonly RankingRow[];
  requirements: readonly Numbered<StripRequirement>[];
  t: Translate;
}

/** The ranking on paper: the same columns, no controls, and what the numbers stand for. */
export function PrintedRanking({ rows, requirements, t }: PrintedRankingProps) {
  return (
    <>
      <table class="printed">
        <thead>
          <tr>
            <th scope="col" class="end">#</th>
            <th scope="col">{t("ranking.col_candidate")}</th>
            <th scope="col">{t("ranking.col_grade")}</th>
            <th scope="col" class="end">{t("ranking.col_score")}</th>
            <th scope="col" class="end">{t("ranking.col_met")}</th>
            <th scope="col">
              <span class="sr-only">{t("print.requirements")}</span>
              <DotStripKey requirements={requirements} />
            </th>
            <th scope="col">{t("ranking.col_words")}</th>
            <th scope="col">{t("export.decision")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.resumeId}
              row={row}
              requirements={requirements}
              t={t}
            />
          ))}
        </tbody>
      </table>
      <Numbers requirements={requirements} t={t} />
    </>
  );
}

function Row(
  { row, requirements, t }: Omit<PrintedRankingProps, "rows"> & { row: RankingRow },
) {
  const verdicts = new Map<string, VerdictValue>(
    row.strip.map(({ requirementId, verdict }) => [requirementId, verdict]),
  );
  return (
    <tr>
      <td class="end">{row.rank ?? "–"}</td>
      <th scope="row">
        <b>{row.candidate.name ?? row.fileName}</b>
        <span class="under-name">{row.headline}</span>
      </th>
      <td>
        <Grade
          grade={row.grade}
          label={row.grade ? t("grade.label", { grade: row.grade }) : t("grade.none")}
          size="small"
        />
      </td>
      <td class="end">{row.score === null ? "–" : `${wholePercent(row.score)}\u202f%`}</td>
      <td class="end">
        {row.requiredTotal === null ? "–" : `${row.requiredMet}/${row.requiredTotal}`}
      </td>
      <td>
        <DotStrip requirements={requirements} verdicts={verdicts} t={t} />
      </td>
      <td class="reasons">
        {row.strength && <span>+ {row.strength.name}: “{row.strength.quote}”</span>}
        {row.gap && (
          <span>
            – {t(row.gap.verdict === "NO" ? "ranking.gap_no" : "ranking.gap_partial", {
              name: row.gap.name,
            })}
          </span>
        )}
        {row.flags.length > 0 && (
          <span>! {row.flags.map((flag) => t(`flag.${flag}`)).join(", ")}</span>
        )}
      </td>
      <td>{decisionWord(row.stage, t)}</td>
    </tr>
  );
}

/** What the numbers above the marks stand for. */
function Numbers({ requirements, t }: Omit<PrintedRankingProps, "rows">) {
  return (
    <section class="printed-key">
      <h2>{t("print.requirements")}</h2>
      <ol>
        {requirements.map(({ id, number, name, gate }) => (
          <li key={id}>
            <b>{number}</b> {name}
            {gate && ` (${t("evaluation.gate")})`}
          </li>
        ))}
      </ol>
      <p>{t("print.legend")}</p>
    </section>
  );
}
