import type { ComponentChildren } from "preact";
import type { ReportTable, ReportTableName } from "./report_tables.ts";
import { formatNumber } from "../locales/format.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";

export interface ReportPartProps {
  name: ReportTableName;
  title: string;
  /** How to read the picture. */
  about?: string;
  table: ReportTable;
  /** The query of the report, with its question mark. */
  query: string;
  language: Language;
  t: Translate;
  /** The picture, or what stands in its place. */
  children: ComponentChildren;
}

/** A part of a report: what it is about, its picture, the table behind that, and its CSV. */
export function ReportPart(props: ReportPartProps) {
  const { name, title, about, table, query, t, children } = props;
  return (
    <section class="report-part" aria-labelledby={`report-${name}`}>
      <h2 id={`report-${name}`}>{title}</h2>
      {about && <p class="text-fg-2">{about}</p>}
      {children}
      <div class="report-foot">
        <details>
          <summary class="link" aria-label={t("report.table_of", { title })}>
            {t("report.table")}
          </summary>
          <Table {...props} table={table} />
        </details>
        <a
          class="link"
          href={`/reports/${name}.csv${query}`}
          aria-label={t("report.csv_of", { title })}
          download
        >
          {t("report.csv")}
        </a>
      </div>
    </section>
  );
}

function Table({ table, title, language, t }: ReportPartProps) {
  const say = (cell: string | number | null) =>
    typeof cell === "number" ? formatNumber(language, cell) : cell ?? t("report.too_few");
  return (
    <div
      class="report-table"
      role="region"
      aria-label={t("report.table_of", { title })}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th key={head} scope="col" class={isFigure(table, index) ? "end" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) =>
                index === 0
                  ? <th key={index} scope="row">{cell}</th>
                  : (
                    <td key={index} class={isFigure(table, index) ? "end" : undefined}>
                      {say(cell)}
                    </td>
                  )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isFigure({ rows }: ReportTable, index: number): boolean {
  return rows.every((row) => typeof row[index] !== "string");
}
