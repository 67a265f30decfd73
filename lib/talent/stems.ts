import { remember } from "./remember.ts";

/**
 * Reduces a folded word to what its English and Dutch forms share: "planning", "planned", "plans";
 * "taken", "taak". Two words of one stem are taken for one word; the stem itself is no word.
 */
export const stem: (word: string) => string = remember(findStem);

function findStem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let base = word;
  for (const [ending, replacement] of ENDINGS) {
    if (base.endsWith(ending) && base.length - ending.length >= 3) {
      base = base.slice(0, -ending.length) + replacement;
      break;
    }
  }
  return base.replace(/([^aeiou])\1$/, "$1").replace(
    /(aa|ee|oo|uu)(?=[^aeiou]$)/,
    (pair) => pair.charAt(0),
  ).replace(/v$/, "f").replace(/z$/, "s").replace(/[ei]$/, "");
}

/** The first that fits is taken off. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ["ations", "at"],
  ["ation", "at"],
  ["aties", "at"],
  ["atie", "at"],
  ["heden", "heid"],
  ["ingen", ""],
  ["ments", ""],
  ["ment", ""],
  ["ities", "it"],
  ["ity", "it"],
  ["iteit", "it"],
  ["ates", "at"],
  ["ated", "at"],
  ["ating", "at"],
  ["ings", ""],
  ["ing", ""],
  ["ies", ""],
  ["ied", ""],
  ["eren", "er"],
  ["eert", "er"],
  ["ende", ""],
  ["end", ""],
  ["ers", "er"],
  ["ors", "or"],
  ["en", ""],
  ["ed", ""],
  ["es", ""],
  ["ly", ""],
  ["s", ""],
  ["y", ""],
];
