import type { ListedMail } from "../lib/accounts/mail_list.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime } from "../locales/format.ts";
import { type Translate, translator } from "../locales/translate.ts";
import { mailWords } from "./mail/mail_words.ts";
import { Notice } from "./Notice.tsx";

export interface MailViewProps {
  mail: ListedMail;
  language: Language;
  t: Translate;
}

/** A mail as its receiver reads it, with how it stands. */
export function MailView({ mail, language, t }: MailViewProps) {
  const { lines, notes, action, subject, foot } = mailWords(
    mail.said,
    translator(mail.said.language),
  );
  return (
    <>
      <p class="mt-4 text-fg-2 break-words">
        {t("admin.mail_head", { to: mail.to, when: formatDateTime(language, mail.createdAt) })}
        {" · "}
        {t(`admin.mail_${mail.state}`)}
      </p>
      {mail.error && <Notice kind="warn">{t("admin.mail_error", { error: mail.error })}</Notice>}
      <article class="mt-5 grid max-w-[640px] gap-3 text-pretty" lang={mail.said.language}>
        <h2 class="text-lg">{subject}</h2>
        {lines.map((line) => <p key={line}>{line}</p>)}
        {action && (
          <p class="break-all">
            {action.word}: <a class="link" href={action.link}>{action.link}</a>
          </p>
        )}
        {[...notes, foot].map((line) => <p key={line} class="text-fg-2">{line}</p>)}
      </article>
    </>
  );
}
