import type { VNode } from "preact";
import type { MailToSay } from "../../lib/accounts/mail_delivery.ts";
import type { Mail } from "../../lib/platform/mail.ts";
import { translator } from "../../locales/translate.ts";
import { MailDocument } from "./MailDocument.tsx";
import { type MailWords, mailWords } from "./mail_words.ts";

/**
 * Subject, HTML and plain text of a mail.
 *
 * @param render Turns a document into HTML.
 */
export function writeMail(
  mail: MailToSay,
  render: (document: VNode) => string,
): Pick<Mail, "subject" | "html" | "text"> {
  const words = mailWords(mail, translator(mail.language));
  return {
    subject: words.subject,
    html: render(<MailDocument words={words} language={mail.language} />),
    text: plainText(words),
  };
}

/** The same as plain text: a paragraph a line, the link on a line of its own. */
export function plainText({ lines, action, notes, foot }: MailWords): string {
  const parts = [
    ...lines,
    ...(action ? [`${action.word}:\n${action.link}`] : []),
    ...notes,
    `-- \n${foot}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
