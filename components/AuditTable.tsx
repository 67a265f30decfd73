import type { AuditEntry } from "../lib/accounts/audit_entries.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import {
  auditPath,
  type AuditView,
  sayAction,
  sayActor,
  sayDetails,
  saySubject,
  subjectLink,
} from "./audit_words.ts";

export interface AuditTableProps {
  entries: readonly AuditEntry[];
  filter: AuditView;
  language: Language;
  t: Translate;
}

/** Entries of the audit log, a line each. */
export function AuditTable({ entries, filter, language, t }: AuditTableProps) {
  return (
    <table class="data-table as-blocks" role="table">
      <caption class="sr-only">{t("audit.title")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("audit.col_when")}</th>
          <th role="columnheader" scope="col">{t("audit.col_who")}</th>
          <th role="columnheader" scope="col">{t("audit.col_what")}</th>
          <th role="columnheader" scope="col">{t("audit.col_on")}</th>
          <th role="columnheader" scope="col">{t("audit.col_details")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <tr role="row" class="row" key={entry.id}>
            <td role="cell" class="text-fg-2 tabular-nums">
              <time dateTime={entry.createdAt}>
                {formatDateTime(language, new Date(entry.createdAt), "UTC")}
              </time>
            </td>
            <td role="cell" class="wrap-anywhere">{sayActor(entry, t)}</td>
            <th role="rowheader" scope="row">{sayAction(entry.action, t)}</th>
            <td role="cell" class="wrap-anywhere">
              <Subject entry={entry} filter={filter} t={t} />
            </td>
            <td role="cell" class="text-xs text-fg-2 wrap-anywhere">{sayDetails(entry, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As high as a finger needs on a phone. */
const LINK = "block min-h-6 leading-6 max-phone:min-h-9 max-phone:leading-9";

function Subject({ entry, filter, t }: { entry: AuditEntry; filter: AuditView; t: Translate }) {
  const { subject } = entry;
  if (!subject) return entry.targetId ? <span class="text-fg-3">{t("audit.gone")}</span> : null;
  const words = saySubject(subject, t);
  return (
    <>
      <a class={`${LINK} hover:underline`} href={subjectLink(subject)}>{words}</a>
      {filter.on !== subject.id && (
        <a
          class={`${LINK} under-name`}
          href={auditPath("/settings/audit", { on: subject.id })}
          aria-label={t("audit.only_on", { name: words })}
        >
          {t("audit.only")}
        </a>
      )}
    </>
  );
}
