import { z } from "zod";
import { auditRows } from "../../../components/audit_words.ts";
import { AuditFilter, exportAuditLog } from "../../../lib/accounts/audit_log.ts";
import { csvStream } from "../../../lib/hiring/csv.ts";
import { download } from "../../../lib/platform/attachment.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { translator } from "../../../locales/translate.ts";
import { exportName } from "../../(_shared)/ranking_export.ts";
import { endpoint, languageOf } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "All that the filter leaves of the audit log as CSV, the latest first",
    tag: "Audit log",
    description:
      "RFC 4180 in UTF-8, the heads first, in the reader's language. Who takes it along " +
      "is in the log, in an entry that is not among the rows.",
    examples: { "What was done with keys": { query: { group: "access" } } },
    headers: ["Accept-Language"],
    may: "audit:read",
    query: z.strictObject(AuditFilter.shape),
    answer: z.file(),
    answerType: "text/csv",
    async handle({ actor, state, query }) {
      const { entries } = await exportAuditLog(actor, state.db, query);
      const t = translator(languageOf({ actor, state }));
      return download({
        fileName: exportName(t("audit.file"), "", new Date()),
        kind: "csv",
        body: csvStream(auditRows(entries, t)),
      });
    },
  }),
});
