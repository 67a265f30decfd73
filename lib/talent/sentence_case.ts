import { type Label, lexicon } from "./lexicon.ts";
import type { SkillEntry } from "./lexicon_types.ts";
import { tokenize } from "./text.ts";
import type { Language } from "./types.ts";

/** A small letter, and the rest of the word that it opens. */
const OPENING = /^(\p{Ll})([^\s,;:()]*)/u;

/** "iOS", "gRPC", "k6": a capital or a digit inside shows that the small letter is meant. */
const MEANT_SMALL = /[\p{Lu}\p{N}]/u;

/**
 * Begins words that stand in a row of their own with a capital: "Written communication". The
 * lexicon tells how a known name is spelled: "SQL", "npm".
 *
 * @param language That of the words; in Dutch "ij" is one letter.
 */
export function sentenceCase(written: string, language: Language): string {
  const [word = "", first = "", rest = ""] = OPENING.exec(written) ?? [];
  if (first === "" || MEANT_SMALL.test(rest)) return written;
  const labels = labelsAtStart(written);
  if (labels.some(({ skill }) => isSpelledSmall(skill))) return written;
  const known = labels.find(({ guard, text }) => guard === "any" && /^\p{Lu}/u.test(text));
  if (known !== undefined) return known.text + written.slice(known.text.length);
  const length = language === "nl" && word.startsWith("ij") ? 2 : 1;
  return written.slice(0, length).toUpperCase() + written.slice(length);
}

/** The labels that a text opens with, case apart; longest first. */
function labelsAtStart(text: string): Label[] {
  const tokens = tokenize(text);
  return lexicon().phrases.at(tokens, 0).flatMap(({ to, values }) => {
    const opening = text.slice(0, tokens[to - 1]?.end).toLowerCase();
    return values.filter((label) => label.text.toLowerCase() === opening);
  });
}

/**
 * Whether a tool's name has a small letter in both languages. What has kinds of its own
 * ("containers") is a common noun.
 */
function isSpelledSmall({ id, type, en, nl }: SkillEntry): boolean {
  return type === "tool" && en[0] === nl[0] && /^\p{Ll}\S*$/u.test(en[0] ?? "") &&
    lexicon().narrowerOf(id).length === 0;
}
