import type { RankingRow } from "../lib/hiring/ranking.ts";
import type { Translate } from "../locales/translate.ts";
import { DotStrip, type StripRequirement } from "./DotStrip.tsx";
import { Grade } from "./Grade.tsx";
import type { Numbered } from "./numbering.ts";
import { Score } from "./Score.tsx";

export interface JudgementCellsProps {
  row: Pick<RankingRow, "grade" | "score" | "rawScore" | "requiredMet" | "requiredTotal" | "strip">;
  requirements: readonly Numbered<StripRequirement>[];
  t: Translate;
}

/** What was judged of one résumé, as cells of a table: grade, score and marks. */
export function JudgementCells({ row, requirements, t }: JudgementCellsProps) {
  const verdicts = new Map(row.strip.map(({ requirementId, verdict }) => [requirementId, verdict]));
  return (
    <>
      <td role="cell" class="c-grade">
        <Grade
          grade={row.grade}
          label={row.grade ? t("grade.label", { grade: row.grade }) : t("grade.none")}
        />
      </td>
      <td role="cell" class="c-score">
        {row.score !== null && (
          <Score score={row.score} rawScore={row.rawScore ?? row.score} t={t} />
        )}
      </td>
      <td role="cell" class="c-strip">
        {row.requiredTotal !== null && (
          <div class="flex items-center">
            <span class="met">
              <b>{row.requiredMet}</b>/{row.requiredTotal}
            </span>
            <DotStrip requirements={requirements} verdicts={verdicts} t={t} />
          </div>
        )}
      </td>
    </>
  );
}
