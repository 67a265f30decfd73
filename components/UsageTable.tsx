import type { Usage } from "../lib/hiring/usage.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDayOfYear, formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";

const COLUMNS = ["resumes", "evaluations", "jobs", "requests"] as const;

/** The figures behind the picture, folded away; days on which something was done. */
export function UsageTable(
  { usage: { days, totals }, language, t }: { usage: Usage; language: Language; t: Translate },
) {
  const shown = days.filter((day) => COLUMNS.some((column) => day[column] > 0));
  return (
    <details class="mt-3">
      <summary class="link w-fit cursor-pointer">{t("usage.table")}</summary>
      <table class="data-table mt-2">
        <caption class="sr-only">{t("usage.per_day")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("usage.col_day")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" class="end">{t(`usage.col_${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr class="row" key={day.day}>
              <th scope="row" class="font-normal">{formatDayOfYear(language, day.day)}</th>
              {COLUMNS.map((column) => (
                <td key={column} class="end tabular-nums">{formatNumber(language, day[column])}</td>
              ))}
            </tr>
          ))}
          <tr class="row">
            <th scope="row">{t("usage.total")}</th>
            {COLUMNS.map((column) => (
              <td key={column} class="end font-semibold tabular-nums">
                {formatNumber(language, totals[column])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p class="mt-2 text-xs text-fg-3">{t("usage.removed_note")}</p>
    </details>
  );
}
