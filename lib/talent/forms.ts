import { remember } from "./remember.ts";
import type { Language } from "./types.ts";

/** A word of which another one is a form. */
export interface Base {
  readonly word: string;
  /** The language whose rules say so. */
  readonly language: Language;
  /** Whether it is a form of a verb, which only names of actions have. */
  readonly isVerb: boolean;
}

const MIN_LENGTH = 4;

/**
 * The words of which this one may be the plural, the singular or a verb's form, in both languages;
 * the caller knows which of them exist. "facturen" → "factuur", "geprogrammeerd" → "programmeren".
 *
 * @param word Folded.
 */
export const basesOf: (word: string) => readonly Base[] = remember(
  (word) => word.length < MIN_LENGTH ? [] : findBases(word),
);

function findBases(word: string): Base[] {
  const found: Base[] = [];
  const add = (words: readonly string[], language: Language, isVerb: boolean) => {
    for (const base of words) {
      if (base.length > 2 && base !== word) found.push({ word: base, language, isVerb });
    }
  };
  add(englishNouns(word), "en", false);
  add(dutchNouns(word), "nl", false);
  if (word.length >= 6 && word.endsWith("ed")) add([`${word.slice(0, -2)}ing`], "en", true);
  add(dutchInfinitives(word), "nl", true);
  return found;
}

function englishNouns(word: string): string[] {
  if (/(?:ss|us|is|ics)$/.test(word)) return [];
  if (word.endsWith("ies")) return [`${word.slice(0, -3)}y`];
  if (/(?:x|ch|sh|ss)es$/.test(word)) return [word.slice(0, -2)];
  if (word.endsWith("s")) return [word.slice(0, -1)];
  // "security" is no singular of "securities": a plural in -ies is too often a word of its own.
  if (/[^aeiou]y$/.test(word)) return [];
  return /(?:s|x|ch|sh)$/.test(word) ? [`${word}es`] : [`${word}s`];
}

function dutchNouns(word: string): string[] {
  if (word.endsWith("heid")) return [`${word.slice(0, -4)}heden`];
  if (word.endsWith("heden")) return [`${word.slice(0, -5)}heid`];
  if (word.endsWith("en")) {
    return word.length < 6 ? [] : [stemOf(word), word.slice(0, -2), word.slice(0, -1)];
  }
  if (word.endsWith("s") && !word.endsWith("ss")) return [word.slice(0, -1)];
  if (/e[lrnm]$/.test(word)) return [`${word}s`, `${word}en`];
  if (word.endsWith("e")) {
    const plain = word.length > 6 ? [word.slice(0, -1)] : [];
    return [`${word}s`, `${word}n`, ...plain];
  }
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

/** The stem of a word in -en: "facturen" → "factuur", "plannen" → "plan". */
function stemOf(word: string): string {
  let stem = word.slice(0, -2);
  if (/([bdfgklmnprst])\1$/.test(stem)) return stem.slice(0, -1);
  if (/(?:^|[^aeiou])[aeou][bcdfgklmnprstvwz]$/.test(stem)) {
    stem = `${stem.slice(0, -1)}${stem.at(-2)}${stem.slice(-1)}`;
  }
  return stem.replace(/v$/, "f").replace(/z$/, "s");
}

/** "geprogrammeerd", "programmeert", "programmeerde" → "programmeren". */
function dutchInfinitives(word: string): string[] {
  const ending = /(?:de|te|den|ten|d|t)$/.exec(word)?.[0];
  if (ending === undefined) return [];
  const stems = new Set<string>();
  const participle = /^ge(.{2,})(?:d|t)e?$/.exec(word)?.[1];
  // "getest" ends in its stem's own t.
  if (participle !== undefined) stems.add(participle).add(`${participle}t`);
  const plain = word.slice(0, -ending.length);
  if (plain.length >= 6) stems.add(plain);
  return [...stems].flatMap((stem) => [pluralOf(stem), `${stem}en`]);
}
