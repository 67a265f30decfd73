import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Area, Field } from "./Field.tsx";

export interface PasteFieldsProps {
  name?: string;
  text?: string;
  /** Whether the text was not taken. */
  isWrong: boolean;
  language: Language;
  texts: Texts<"resumes.">;
}

const SHORTEST = 20;
const LONGEST = 200_000;

/** The text of a résumé, and what to call it. */
export function PasteFields({ name, text, isWrong, language, texts }: PasteFieldsProps) {
  const t = speaker(language, texts);
  const wrong = t("resumes.paste_wrong", { min: SHORTEST, max: LONGEST });
  return (
    <>
      <Area
        id="paste-text"
        name="text"
        label={t("resumes.paste_text")}
        value={text}
        rows={12}
        required
        minLength={SHORTEST}
        maxLength={LONGEST}
        wrong={wrong}
        error={isWrong ? wrong : undefined}
      />
      <Field
        id="paste-name"
        name="name"
        label={t("resumes.paste_name")}
        value={name}
        maxLength={100}
        autocomplete="off"
        hint={t("resumes.paste_name_hint")}
      />
    </>
  );
}
