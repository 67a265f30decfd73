import type { LetterWords, LetterWordsOf } from "../../lib/hiring/letter_templates.ts";
import { LetterKind } from "../../lib/hiring/letters.ts";
import { Language as LanguageOption } from "../../lib/hiring/states.ts";
import { TEXT_PLACES } from "../../lib/talent/letter.ts";
import { nameIn } from "../../lib/talent/requirement_name.ts";
import type { Language } from "../../lib/talent/types.ts";
import { translator } from "../../locales/translate.ts";

/** A template keeps its places, whatever stands for them in a letter. */
const KEPT = Object.fromEntries(TEXT_PLACES.map((place) => [place, `{${place}}`]));

function wordsIn(language: Language): LetterWords {
  const t = translator(language);
  const templates = LetterKind.options.map((kind) => [kind, {
    subject: t(`letter.${kind}_subject`, KEPT),
    text: t(`letter.${kind}_text`, KEPT),
  }]);
  return {
    // One for each kind.
    templates: Object.fromEntries(templates) as LetterWords["templates"],
    someone: t("letter.someone"),
    sayRequirement({ years, ...requirement }, isInPart) {
      const name = nameIn(requirement, language);
      const whole = years === null ? name : t("letter.with_years", { name, count: years });
      return isInPart ? t("letter.in_part", { name: whole }) : whole;
    },
  };
}

const WORDS = new Map(LanguageOption.options.map((language) => [language, wordsIn(language)]));

/** What the product itself says in letters, in each language of the app. */
export const LETTER_WORDS: LetterWordsOf = (language) => {
  const words = WORDS.get(language);
  if (!words) throw new RangeError(`There are no letters in ${language}`);
  return words;
};
