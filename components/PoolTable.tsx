import type { PoolRow } from "../lib/hiring/talent_pool.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { DotStripKey, type StripRequirement } from "./DotStrip.tsx";
import { JudgementCells } from "./JudgementCells.tsx";
import type { Numbered } from "./numbering.ts";
import { stripWidth } from "./RankingTable.tsx";

export interface PoolTableProps {
  rows: readonly PoolRow[];
  requirements: readonly Numbered<StripRequirement>[];
  canAdd: boolean;
  /** The day of today, `YYYY-MM-DD`. */
  today: string;
  language: Language;
  t: Translate;
}

/** People from other jobs with what this job would make of them; the boxes belong to a form. */
export function PoolTable(props: PoolTableProps) {
  const { rows, requirements, canAdd, t } = props;
  return (
    <table
      class={`data-table table-wide ranking as-blocks ${stripWidth(requirements)}`}
      role="table"
    >
      <caption class="sr-only">{t("pool.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {canAdd && <td role="cell" class="c-sel" />}
          <th role="columnheader" scope="col" class="c-name">{t("ranking.col_candidate")}</th>
          <th role="columnheader" scope="col" class="c-grade">{t("ranking.col_grade")}</th>
          <th role="columnheader" scope="col" class="c-score">{t("ranking.col_score")}</th>
          <th role="columnheader" scope="col" class="c-strip">
            <span class="flex items-end">
              <span class="met-head">{t("ranking.col_met")}</span>
              <DotStripKey requirements={requirements} />
            </span>
          </th>
          <th role="columnheader" scope="col" class="c-from">{t("pool.col_resume")}</th>
          <th role="columnheader" scope="col" class="c-decision">{t("pool.col_consent")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => <Row key={row.resumeId} row={row} props={props} />)}
      </tbody>
    </table>
  );
}

function Row({ row, props }: { row: PoolRow; props: PoolTableProps }) {
  const { requirements, canAdd, language, t } = props;
  const name = row.name ?? row.fileName;
  return (
    <tr role="row" class="row">
      {canAdd && (
        <td role="cell" class="c-sel">
          <label class="sel">
            <input
              class="check"
              type="checkbox"
              name="resume"
              value={row.resumeId}
              aria-label={t("ranking.select", { name })}
              autocomplete="off"
            />
          </label>
        </td>
      )}
      <th role="rowheader" scope="row" class="c-name">
        <a class="row-link" href={`/candidates/${row.personId}`}>
          <span class="name truncate">{name}</span>
          <span class="under-name truncate">{row.headline ?? row.fileName}</span>
        </a>
      </th>
      <JudgementCells row={row} requirements={requirements} t={t} />
      <td role="cell" class="c-from">
        <a class="row-link" href={`/resumes/${row.resumeId}`}>
          <span class="name truncate">{formatDay(language, row.receivedOn)}</span>
          <span class="under-name truncate">{row.job.title}</span>
        </a>
      </td>
      <td role="cell" class="c-decision">
        <span class="text-fg-3 phone:hidden">{t("pool.col_consent")}:</span>{" "}
        <Consent row={row} props={props} />
      </td>
    </tr>
  );
}

function Consent(
  { row: { consent, consentUntil }, props }: { row: PoolRow; props: PoolTableProps },
) {
  const { today, language, t } = props;
  if (consent !== "given") return <span class="text-fg-3">{t("pool.consent_unknown")}</span>;
  if (consentUntil === null) return <span>{t("pool.consent_given")}</span>;
  const date = formatDay(language, consentUntil);
  return consentUntil < today
    ? <span class="text-partial-fg">{t("pool.consent_ended", { date })}</span>
    : <span>{t("pool.consent_until", { date })}</span>;
}
