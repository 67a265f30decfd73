import { define } from "../../../../define.ts";
import { exportRanking } from "../../../../lib/hiring/exports.ts";
import { toWorkbook } from "../../../../lib/hiring/spreadsheet.ts";
import { download } from "../../../../lib/platform/attachment.ts";
import { translate } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { rankingColumns } from "../../../(_shared)/ranking_columns.ts";
import { exportName, readExportView, toSheetRows } from "../../../(_shared)/ranking_export.ts";

/** The same as ranking.csv, as a workbook. */
export const handler = define.handlers({
  async GET({ state: { actor, db, language }, params, url }) {
    const view = readExportView(url);
    const { job, rows } = await exportRanking(actor, db, pathId(params.id), view, {
      format: "xlsx",
    });
    const columns = rankingColumns(job, language);
    const sheet = translate(language, "export.sheet");
    return download({
      fileName: exportName(translate(language, "export.file"), job.title, new Date()),
      kind: "xlsx",
      body: await toWorkbook(sheet, columns, toSheetRows(columns, rows)),
    });
  },
});
