import type { Language } from "../../lib/talent/types.ts";
import type { MailWords } from "./mail_words.ts";

const FONT = "font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const PAGE = `${FONT}; margin: 0; padding: 32px 16px; background: #ffffff; color: #1c1b1a`;
const BUTTON = "display: inline-block; padding: 10px 18px; border-radius: 6px; " +
  "background: #3450cf; color: #ffffff; font-weight: 600; text-decoration: none";
const SMALL = "margin: 0 0 12px; font-size: 13px; line-height: 20px; color: #5c5955";

export interface MailDocumentProps {
  words: MailWords;
  language: Language;
}

/** A mail as HTML; its styles stand at the elements, since many readers of mail know no others. */
export function MailDocument({ words, language }: MailDocumentProps) {
  const { subject, lines, action, notes, foot } = words;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={PAGE}>
        <div style="max-width: 520px; margin: 0 auto">
          <h1 style="margin: 0 0 16px; font-size: 20px; line-height: 28px">{subject}</h1>
          {lines.map((line) => (
            <p key={line} style="margin: 0 0 16px; font-size: 15px; line-height: 24px">{line}</p>
          ))}
          {action && (
            <>
              <p style="margin: 24px 0">
                <a href={action.link} style={BUTTON}>{action.word}</a>
              </p>
              <p style={`${SMALL}; word-break: break-all`}>{action.link}</p>
            </>
          )}
          {notes.map((note) => <p key={note} style={SMALL}>{note}</p>)}
          <p style={`${SMALL}; padding-top: 16px; border-top: 1px solid #e4e2df`}>{foot}</p>
        </div>
      </body>
    </html>
  );
}
