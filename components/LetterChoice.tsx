import type { LetterKind } from "../lib/hiring/letters.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";

/** The kinds and languages of a letter, as links to the draft of each. */
export function LetterChoice(
  { kinds, languages, kind, language, ofEach, t }: {
    /** Those that there can be. */
    kinds: readonly LetterKind[];
    languages: readonly Language[];
    kind: LetterKind;
    /** Left out: that of each letter's own résumé. */
    language: Language | undefined;
    /** Set where the language may be left to each letter. */
    ofEach?: string;
    t: Translate;
  },
) {
  const link = (kind: LetterKind, language: Language | undefined) =>
    `?${new URLSearchParams(language === undefined ? { kind } : { kind, language })}`;
  return (
    <div class="mt-4 flex flex-wrap gap-3">
      <nav class="segments" aria-label={t("letter.kind")}>
        {kinds.map((one) => (
          <a key={one} href={link(one, language)} aria-current={one === kind ? "true" : undefined}>
            {t(`letter.kind_${one}`)}
          </a>
        ))}
      </nav>
      <nav class="segments" aria-label={t("letter.language")}>
        {ofEach !== undefined && (
          <a
            href={link(kind, undefined)}
            aria-current={language === undefined ? "true" : undefined}
          >
            {ofEach}
          </a>
        )}
        {languages.map((one) => (
          <a key={one} href={link(kind, one)} aria-current={one === language ? "true" : undefined}>
            {t(`resumes.language_${one}`)}
          </a>
        ))}
      </nav>
    </div>
  );
}
