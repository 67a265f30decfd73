import type { Language } from "./types.ts";
import type { SkillType } from "./lexicon_types.ts";
import { fold } from "./text.ts";

const PLAIN_WORD = /^[\p{L}'’-]{3,}$/u;
const ACRONYM = /^\P{Ll}+$/u;
const MIXED = /\p{Ll}\p{Lu}/u;

/**
 * The written forms of a label beside itself: plural and singular of its last word, the forms of a
 * verb, and several words written as one ("project management", "projectmanagement").
 *
 * @returns Forms without the label itself; some may be no words at all, which does no harm.
 */
export function formsOf(label: string, language: Language, type: SkillType): string[] {
  const cut = label.lastIndexOf(" ") + 1;
  const head = label.slice(0, cut);
  const last = label.slice(cut);
  const found = new Set<string>();
  if (PLAIN_WORD.test(last) && !MIXED.test(last)) {
    if (ACRONYM.test(last)) found.add(`${label}s`);
    else {
      for (const form of inflect(fold(last), language, type)) found.add(head + form);
    }
  }
  if (cut > 0) {
    for (const form of [label, ...found]) {
      const joined = joinWords(form);
      if (joined !== null) found.add(joined);
    }
  }
  found.delete(label);
  return [...found];
}

function joinWords(label: string): string | null {
  const words = label.split(" ");
  if (words.length > 3 || label.length < 9) return null;
  for (const word of words) if (!PLAIN_WORD.test(word) || ACRONYM.test(word)) return null;
  return words.join("");
}

function inflect(word: string, language: Language, type: SkillType): string[] {
  const isAction = type === "skill" || type === "method";
  const forms = language === "en" ? inflectEnglish(word) : inflectDutch(word);
  if (isAction) forms.push(...(language === "en" ? englishVerb(word) : dutchVerb(word)));
  return forms.filter((form) => form.length > 2);
}

function inflectEnglish(word: string): string[] {
  if (/(?:ss|us|is|ics)$/.test(word)) return [];
  if (word.length > 4 && word.endsWith("ies")) return [`${word.slice(0, -3)}y`];
  if (word.length > 4 && /(?:x|ch|sh|ss)es$/.test(word)) return [word.slice(0, -2)];
  if (word.length > 4 && word.endsWith("s")) return [word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  if (/(?:s|x|ch|sh)$/.test(word)) return [`${word}es`];
  return [`${word}s`];
}

/** "welding" was done by who "welded"; the noun alone is too often another word. */
function englishVerb(word: string): string[] {
  return word.length >= 7 && word.endsWith("ing") ? [`${word.slice(0, -3)}ed`] : [];
}

function inflectDutch(word: string): string[] {
  if (word.endsWith("heid")) return [`${word.slice(0, -4)}heden`];
  if (word.endsWith("heden")) return [`${word.slice(0, -5)}heid`];
  if (word.length > 5 && word.endsWith("en")) return [stemOf(word), word.slice(0, -2)];
  if (word.length > 4 && word.endsWith("s") && !/[aeiou]s$|ss$/.test(word)) {
    return [word.slice(0, -1)];
  }
  if (/(?:e[lrnm]|em)$/.test(word)) return [`${word}s`, `${word}en`];
  if (word.endsWith("e")) return [`${word}s`, `${word}n`, `${word}en`];
  if (/[aiouy]$/.test(word)) return [`${word}s`];
  return [pluralOf(word), `${word}s`];
}

/** "factuur" → "facturen", "plan" → "plannen", "brief" → "brieven". */
function pluralOf(word: string): string {
  const long = /(aa|ee|oo|uu)([bcdfgklmnprstvwz])$/.exec(word);
  if (long !== null) return `${word.slice(0, -2)}${voiced(long[2] ?? "")}en`;
  if (/(?:ie|oe|ui|ei|ij|ou|eu|au)[fs]$/.test(word)) {
    return `${word.slice(0, -1)}${voiced(word.slice(-1))}en`;
  }
  if (/[^aeiou][aeiou][bdfgklmnprst]$/.test(word)) return `${word}${word.slice(-1)}en`;
  return `${word}en`;
}

function voiced(letter: string): string {
  return letter === "f" ? "v" : letter === "s" ? "z" : letter;
}

/** The stem of a word in -en: "facturen" → "factuur", "testen" → "test", "plannen" → "plan". */
function stemOf(word: string): string {
  let stem = word.slice(0, -2);
  if (/([bdfgklmnprst])\1$/.test(stem)) return stem.slice(0, -1);
  if (/(?:^|[^aeiou])[aeou][bcdfgklmnprstvwz]$/.test(stem)) {
    stem = `${stem.slice(0, -1)}${stem.at(-2)}${stem.slice(-1)}`;
  }
  return stem.replace(/v$/, "f").replace(/z$/, "s");
}

/** "programmeren": programmeert, programmeerde, geprogrammeerd(e). */
function dutchVerb(word: string): string[] {
  if (word.length < 6 || !word.endsWith("en")) return [];
  const stem = stemOf(word);
  const ge = /^(?:be|ge|ver|ont|her|er)/.test(stem) ? "" : "ge";
  const ending = /(?:[tkfsp]|ch|x)$/.test(stem) && !/[vz]en$/.test(word) ? "t" : "d";
  const participle = `${ge}${stem}${stem.endsWith(ending) ? "" : ending}`;
  const forms = [participle, `${participle}e`];
  if (stem.length >= 6) forms.push(`${stem}t`, `${stem}${ending}e`, `${stem}${ending}en`);
  return forms;
}
