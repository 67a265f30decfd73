import type { LetterDraft } from "../lib/hiring/letter_drafts.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area, ErrorLine, Field } from "./Field.tsx";
import { Notice } from "./Notice.tsx";

/** A letter of several, as it was typed where it could not be taken. */
export interface LetterLine {
  readonly draft: LetterDraft;
  readonly isChosen: boolean;
  readonly wrong: ReadonlySet<string>;
}

/** Letters to several people, each to be read, changed and left out before all go. */
export function LettersForm(
  { action, lines, t }: { action: string; lines: readonly LetterLine[]; t: Translate },
) {
  return (
    <form method="post" action={action} class="mt-5 grid gap-6">
      {lines.map((line) => <Letter key={line.draft.resumeId} line={line} t={t} />)}
      <div>
        <Button kind="primary">{t("letters.send")}</Button>
        <p class="hint">{t("letters.send_hint")}</p>
      </div>
    </form>
  );
}

function Letter({ line: { draft, isChosen, wrong }, t }: { line: LetterLine; t: Translate }) {
  const { resumeId, candidate, language, recipient, subject, text, hold } = draft;
  const name = candidate?.name ?? t("candidate.no_name");
  // Several of one form: each field is named with its résumé.
  const field = (part: string) => ({ id: `${part}-${resumeId}`, name: `${part}.${resumeId}` });
  return (
    <fieldset class="border-t border-line pt-4">
      <legend class="sr-only">{name}</legend>
      <label class="flex items-start gap-2 font-medium">
        <input
          type="checkbox"
          class="mt-1"
          {...field("send")}
          checked={isChosen}
          disabled={hold !== null}
        />
        <span class="min-w-0 break-words">{t("letters.to", { name })}</span>
      </label>
      {hold && <Notice kind="warn">{t(`letter.hold_${hold}`)}</Notice>}
      {wrong.size > 0 && <ErrorLine>{t("letters.wrong")}</ErrorLine>}
      <input type="hidden" name={`draftKey.${resumeId}`} value={draft.draftKey} />
      <input type="hidden" name={`language.${resumeId}`} value={language} />
      <div class="mt-3 grid gap-4">
        <Field
          {...field("recipient")}
          label={t("letter.recipient")}
          error={wrong.has("recipient") ? t("letter.recipient_wrong") : undefined}
          value={recipient ?? ""}
          maxLength={254}
          autocomplete="off"
        />
        {/* Open: nothing goes unread. */}
        <details open>
          <summary class="link">{t("letters.read", { subject })}</summary>
          <div class="mt-3 grid gap-4">
            <Field
              {...field("subject")}
              label={t("letter.subject")}
              error={wrong.has("subject") ? t("letter.subject_wrong", { count: 200 }) : undefined}
              value={subject}
              maxLength={200}
              autocomplete="off"
            />
            <Area
              {...field("text")}
              label={t("letter.text")}
              error={wrong.has("text") ? t("letter.text_wrong", { count: 10_000 }) : undefined}
              value={text}
              rows={14}
              maxLength={10_000}
              lang={language}
            />
          </div>
        </details>
      </div>
    </fieldset>
  );
}
