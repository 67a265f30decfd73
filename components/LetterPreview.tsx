import type { LetterDraft } from "../lib/hiring/letter_drafts.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { HiddenFields, type LetterFieldName } from "./LetterFields.tsx";
import { LetterText } from "./LetterText.tsx";
import { Notice } from "./Notice.tsx";

const ALL: readonly LetterFieldName[] = [
  "kind",
  "language",
  "draftKey",
  "recipient",
  "subject",
  "text",
];

/** A letter as its receiver will read it, to be sent or changed. */
export function LetterPreview({ letter, t }: { letter: LetterDraft; t: Translate }) {
  const { resumeId, recipient, replyTo, subject, text, language, hold } = letter;
  const here = `/resumes/${resumeId}/letter`;
  return (
    <>
      <p class="mt-2 text-fg-2">{t("letter.preview_intro")}</p>
      {hold && <Notice kind="warn">{t(`letter.hold_${hold}`)}</Notice>}
      <Mail {...{ recipient, replyTo, subject, text, language, t }} />
      <div class="mt-5 flex flex-wrap gap-2">
        <form method="post" action={`${here}/send`}>
          <HiddenFields letter={letter} names={ALL} />
          <Button kind="primary" disabled={hold !== null}>{t("letter.send")}</Button>
        </form>
        <form method="post" action={here}>
          <HiddenFields letter={letter} names={ALL} />
          <Button>{t("letter.change")}</Button>
        </form>
      </div>
    </>
  );
}

function Mail(
  { recipient, replyTo, subject, text, language, t }:
    & Pick<LetterDraft, "recipient" | "replyTo" | "subject" | "text" | "language">
    & { t: Translate },
) {
  return (
    <article class="letter-sheet">
      <p class="text-fg-2 break-words">
        {t("letter.to", { email: recipient ?? "" })}
        <br />
        {t("letter.answers_to", { email: replyTo })}
      </p>
      <h2 class="text-md font-semibold break-words" lang={language}>{subject}</h2>
      <div class="letter" lang={language}>
        <LetterText text={text} />
      </div>
    </article>
  );
}
