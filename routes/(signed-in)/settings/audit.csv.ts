import { auditRows } from "../../../components/audit_words.ts";
import { define } from "../../../define.ts";
import { exportAuditLog } from "../../../lib/accounts/audit_log.ts";
import { csvStream } from "../../../lib/hiring/csv.ts";
import { download } from "../../../lib/platform/attachment.ts";
import { translator } from "../../../locales/translate.ts";
import { AuditPageFilter, toAuditFilter } from "../../(_shared)/audit_query.ts";
import { readQuery } from "../../(_shared)/forms.ts";
import { exportName } from "../../(_shared)/ranking_export.ts";
import { signedIn } from "../../(_shared)/signed_in.ts";

/** All that the filter shows, written while it is read. */
export const handler = define.handlers({
  async GET({ state, url }) {
    const { actor, db, language } = state;
    const filter = toAuditFilter(readQuery(url, AuditPageFilter));
    const { entries } = await exportAuditLog(actor, db, filter);
    const t = translator(language);
    return download({
      fileName: exportName(t("audit.file"), signedIn(state).workspace.name, new Date()),
      kind: "csv",
      body: csvStream(auditRows(entries, t)),
    });
  },
});
