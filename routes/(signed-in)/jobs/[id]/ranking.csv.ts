import { define } from "../../../../define.ts";
import { csvStream } from "../../../../lib/hiring/csv.ts";
import { exportRanking } from "../../../../lib/hiring/exports.ts";
import { download } from "../../../../lib/platform/attachment.ts";
import { translate } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { rankingColumns } from "../../../(_shared)/ranking_columns.ts";
import { exportName, readExportView, toCsvRows } from "../../../(_shared)/ranking_export.ts";

/** The ranking as the address filters and sorts it, every row of it. */
export const handler = define.handlers({
  async GET({ state: { actor, db, language }, params, url }) {
    const view = readExportView(url);
    const { job, rows } = await exportRanking(actor, db, pathId(params.id), view, {
      format: "csv",
    });
    return download({
      fileName: exportName(translate(language, "export.file"), job.title, new Date()),
      kind: "csv",
      body: csvStream(toCsvRows(rankingColumns(job, language), rows)),
    });
  },
});
