import { type Token, tokenize } from "./text.ts";
import type { Language, Span } from "./types.ts";

const DUTCH = new Set(
  ("de het een en van voor met je jij jouw wij ons onze bij naar als zijn wordt worden heb hebt heeft hebben niet ook maar " +
    "deze dit dat die over aan op te om tot uit kan kun kunt kunnen zal zoals ervaring jaar jaren kennis werken werk " +
    "opleiding vaardigheden vereist pluspunt minimaal binnen tussen vanuit ben bent mij mijn ik ervaren functie " +
    "werkervaring vacature gevraagd profiel taken beheersing rijbewijs nederlands nederlandse engels engelse hun haar hij zij " +
    "er daarnaast graag goed goede wat waar wie welke onder door tijdens sinds heden talen waaronder alle " +
    "gewerkt verantwoordelijk gediplomeerd beschikbaar").split(" "),
);
const ENGLISH = new Set(
  ("the a an and of for with you your we our at by from as are is be have has had not also but these this that those on to " +
    "about will can could should such experience year years knowledge working work education skills required plus minimum " +
    "within between i my me am role vacancy asked profile tasks command licence license dutch english their her his he she " +
    "they there which who where under through during since present languages including all responsible strong good " +
    "excellent ability").split(" "),
);

/**
 * Leans to the language of a sentence by its function words, "of" (or, of) apart.
 *
 * @returns Null when nothing tells.
 */
export function leaningOf(tokens: readonly Token[]): Language | null {
  let balance = 0;
  for (const { text, kind } of tokens) {
    if (kind !== "word" || text === "of") continue;
    if (DUTCH.has(text)) balance++;
    if (ENGLISH.has(text)) balance--;
  }
  return balance > 0 ? "nl" : balance < 0 ? "en" : null;
}

/**
 * Tells in which of our two languages a text is written, by its function words.
 *
 * @param within Read this part alone.
 * @returns "en" when it is as much the one as the other, or neither.
 */
export function detectLanguage(text: string, within?: Span): Language {
  return languageOf(tokenize(text, within));
}

/** `detectLanguage` of a text that is cut into tokens already. */
export function languageOf(tokens: readonly Token[]): Language {
  let dutch = 0;
  let english = 0;
  for (const token of tokens) {
    if (token.kind !== "word") continue;
    if (DUTCH.has(token.text)) dutch++;
    if (ENGLISH.has(token.text)) english++;
  }
  return dutch > english ? "nl" : "en";
}
