import type { VNode } from "preact";
import type { Language } from "../../lib/talent/types.ts";
import { LetterText } from "../LetterText.tsx";
import { PAGE } from "./MailDocument.tsx";

/** A letter as HTML, as plain as a person writes it: its paragraphs and lists, and nothing else. */
export function writeLetter(
  { subject, text, language }: { subject: string; text: string; language: Language },
): VNode {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{subject}</title>
      </head>
      <body style={PAGE}>
        <div style="max-width: 560px; font-size: 15px; line-height: 24px">
          <LetterText text={text} />
        </div>
      </body>
    </html>
  );
}
