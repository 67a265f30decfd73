import { REPORT_TABLES, tableOf } from "../../../components/report_tables.ts";
import { define } from "../../../define.ts";
import { csvStream } from "../../../lib/hiring/csv.ts";
import { exportReport } from "../../../lib/hiring/reports.ts";
import { download } from "../../../lib/platform/attachment.ts";
import { NotFound } from "../../../lib/platform/errors.ts";
import { translator } from "../../../locales/translate.ts";
import { exportName } from "../../(_shared)/ranking_export.ts";
import { readReportQuery } from "../../(_shared)/report_query.ts";

/** One table of a report, as `funnel.csv`. */
export const handler = define.handlers({
  async GET({ state: { actor, db, language }, params, url }) {
    const name = REPORT_TABLES.find((one) => params.table === `${one}.csv`);
    if (!name) throw new NotFound("There is no such table");
    const t = translator(language);
    const report = await exportReport(actor, db, readReportQuery(url), name);
    const { heads, rows } = tableOf(name, report, t);
    const title = [t(`report.${name}`), report.job?.title].filter(Boolean).join(" ");
    return download({
      fileName: exportName(t("report.file"), title, new Date()),
      kind: "csv",
      body: csvStream([heads, ...rows]),
    });
  },
});
