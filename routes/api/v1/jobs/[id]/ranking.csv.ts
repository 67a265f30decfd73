import { z } from "zod";
import { translate } from "../../../../../locales/translate.ts";
import { csvStream } from "../../../../../lib/hiring/csv.ts";
import { exportRanking } from "../../../../../lib/hiring/exports.ts";
import { download } from "../../../../../lib/platform/attachment.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { rankingColumns } from "../../../../(_shared)/ranking_columns.ts";
import { exportName, toCsvRows } from "../../../../(_shared)/ranking_export.ts";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { RankingChoice, toView } from "../../../(_shared)/ranking_choice.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The whole ranking as CSV, for people: heads and words are in their language",
    tag: "Ranking",
    description:
      "RFC 4180 in UTF-8, the heads first; one row for each résumé with its evaluation, where it " +
      "stands, and its verdict on each requirement. No cell is a formula. How to reach the people " +
      "is told to who has `candidates:read`. Who takes it along is in the audit log.",
    examples: { "The best first": { path: { id: SAMPLE.job }, query: { sort: "score" } } },
    headers: ["Accept-Language"],
    may: "evaluations:read",
    path: ById,
    query: z.strictObject(RankingChoice),
    answer: z.file(),
    answerType: "text/csv",
    async handle({ actor, state, path, query }) {
      const language = languageOf({ actor, state });
      const { job, rows } = await exportRanking(actor, state.db, path.id, toView(query), {
        format: "csv",
      });
      return download({
        fileName: exportName(translate(language, "export.file"), job.title, new Date()),
        kind: "csv",
        body: csvStream(toCsvRows(rankingColumns(job, language), rows)),
      });
    },
  }),
});
