import type { LetterDraft } from "../lib/hiring/letter_drafts.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area, Field } from "./Field.tsx";

export interface LetterFieldsProps {
  /** The draft, with what was typed over it. */
  letter: LetterDraft;
  /** The fields that could not be taken. */
  wrong: ReadonlySet<string>;
  t: Translate;
}

/** The form of a letter; what it sends is shown before it goes. */
export function LetterFields({ letter, wrong, t }: LetterFieldsProps) {
  const { resumeId, language, recipient, replyTo, subject, text } = letter;
  return (
    <form
      id="letter-form"
      method="post"
      action={`/resumes/${resumeId}/letter/preview`}
      class="mt-5 grid gap-5"
    >
      <HiddenFields letter={letter} names={["kind", "language", "draftKey"]} />
      <Field
        id="recipient"
        name="recipient"
        type="email"
        label={t("letter.recipient")}
        hint={t("letter.recipient_hint", { email: replyTo })}
        error={wrong.has("recipient") ? t("letter.recipient_wrong") : undefined}
        value={recipient ?? ""}
        required
        maxLength={254}
        autocomplete="off"
      />
      <Field
        id="subject"
        name="subject"
        label={t("letter.subject")}
        error={wrong.has("subject") ? t("letter.subject_wrong", { count: 200 }) : undefined}
        value={subject}
        required
        maxLength={200}
        autocomplete="off"
      />
      <Area
        id="text"
        name="text"
        label={t("letter.text")}
        hint={t("letter.text_hint")}
        error={wrong.has("text") ? t("letter.text_wrong", { count: 10_000 }) : undefined}
        value={text}
        rows={18}
        required
        maxLength={10_000}
        lang={language}
      />
      <div>
        <Button kind="primary">{t("letter.preview")}</Button>
      </div>
    </form>
  );
}

export type LetterFieldName =
  | "kind"
  | "language"
  | "draftKey"
  | "recipient"
  | "subject"
  | "text";

/** What a form carries along. */
export function HiddenFields(
  { letter, names }: { letter: LetterDraft; names: readonly LetterFieldName[] },
) {
  return (
    <>
      {names.map((name) => (
        <input
          key={name}
          type="hidden"
          name={name}
          value={letter[name] ?? ""}
        />
      ))}
    </>
  );
}
