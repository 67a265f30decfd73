import { z } from "zod";
import { translate } from "../../../../../locales/translate.ts";
import { exportRanking } from "../../../../../lib/hiring/exports.ts";
import { MAX_SHEET_ROWS, toWorkbook } from "../../../../../lib/hiring/spreadsheet.ts";
import { download } from "../../../../../lib/platform/attachment.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { rankingColumns } from "../../../../(_shared)/ranking_columns.ts";
import { exportName, toSheetRows } from "../../../../(_shared)/ranking_export.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { RankingChoice, toView } from "../../../(_shared)/ranking_choice.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The same as an Excel workbook, its figures as figures",
    tag: "Ranking",
    description: `At most ${MAX_SHEET_ROWS} rows; with more of them, take \`ranking.csv\`.`,
    examples: { "Grade A": { path: { id: SAMPLE.job }, query: { grade: "A" } } },
    headers: ["Accept-Language"],
    may: "evaluations:read",
    path: ById,
    query: z.strictObject(RankingChoice),
    answer: z.file(),
    answerType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    async handle({ actor, state, path, query }) {
      const language = languageOf({ actor, state });
      const { job, rows } = await exportRanking(actor, state.db, path.id, toView(query), {
        format: "xlsx",
      });
      const columns = rankingColumns(job, language);
      return download({
        fileName: exportName(translate(language, "export.file"), job.title, new Date()),
        kind: "xlsx",
        body: await toWorkbook(
          translate(language, "export.sheet"),
          columns,
          toSheetRows(columns, rows),
        ),
      });
    },
  }),
});
