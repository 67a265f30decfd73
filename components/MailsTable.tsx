import type { ListedMail } from "../lib/accounts/mail_list.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import { type Translate, translator } from "../locales/translate.ts";
import { mailWords } from "./mail/mail_words.ts";

export interface MailsTableProps {
  mails: readonly ListedMail[];
  language: Language;
  t: Translate;
}

/** Mails of the installation, each with how it stands. */
export function MailsTable({ mails, language, t }: MailsTableProps) {
  const now = new Date();
  return (
    <table class="data-table as-blocks mt-4" role="table">
      <caption class="sr-only">{t("admin.tab_mails")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("admin.col_mail")}</th>
          <th role="columnheader" scope="col">{t("admin.col_to")}</th>
          <th role="columnheader" scope="col">{t("admin.col_state")}</th>
          <th role="columnheader" scope="col" class="end">{t("admin.col_when")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {mails.map((mail) => (
          <tr role="row" class="row" key={mail.id}>
            <th role="rowheader" scope="row">
              <a class="row-link" href={`/admin/mails/${mail.id}`}>
                <span class="name" lang={mail.said.language}>{subjectOf(mail)}</span>
              </a>
            </th>
            <td role="cell" class="break-all">{mail.to}</td>
            <td role="cell" class="text-fg-2">{t(`admin.mail_${mail.state}`)}</td>
            <td role="cell" class="end text-fg-2 tabular-nums">
              <time dateTime={mail.createdAt.toISOString()}>
                {formatWhen(language, mail.createdAt, now)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function subjectOf({ said }: ListedMail): string {
  return mailWords(said, translator(said.language)).subject;
}
