import { z } from "zod";
import { mailWords } from "../../../components/mail/mail_words.ts";
import { plainText } from "../../../components/mail/write_mail.tsx";
import { type ListedMail, MailState } from "../../../lib/accounts/mail_list.ts";
import { Id, Instant } from "../../../lib/platform/input.ts";
import { Language } from "../../../lib/hiring/states.ts";
import { translator } from "../../../locales/translate.ts";

/** A mail of the installation, without its text. */
export const MailAnswer = z.object({
  id: Id,
  to: z.string(),
  kind: z.string(),
  language: Language,
  subject: z.string(),
  /** "dropped": its link worked no more when it could be sent. */
  state: MailState,
  /** Why the last try failed; null when none did. */
  error: z.string().nullable(),
  createdAt: Instant,
});

/** The same with what its receiver reads; outside `local` without the secret of its link. */
export const WholeMailAnswer = MailAnswer.extend({ text: z.string() });

export function toWholeMailAnswer(mail: ListedMail): z.infer<typeof WholeMailAnswer> {
  const { id, to, state, error, createdAt, said } = mail;
  const words = mailWords(said, translator(said.language));
  return {
    id,
    to,
    kind: said.kind,
    language: said.language,
    subject: words.subject,
    state,
    error,
    createdAt: createdAt.toISOString(),
    text: plainText(words),
  };
}

export function toMailAnswer(mail: ListedMail): z.infer<typeof MailAnswer> {
  const { text: _, ...answer } = toWholeMailAnswer(mail);
  return answer;
}
