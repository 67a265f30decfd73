/** What was typed into a search, taken apart. */
export interface SearchQuery {
  /** As it is given to the full text search, which knows quotes, `-` and `or`. */
  readonly typed: string;
  /** Without accents and capitals, as the names are indexed; empty when it can be no name. */
  readonly plain: string;
  /** What stands before the @ of an address; all of it when there is none. */
  readonly address: string;
  /** The words of it, plain. */
  readonly words: readonly string[];
  /** For who is still typing: the words before the last, and the beginning of that one. */
  readonly begun: { readonly before: string; readonly beginning: string } | null;
  /** Whether it is for the texts alone, because names know no quotes, `-` and `or`. */
  readonly hasOperators: boolean;
  /** Whether it names anything to be found, rather than only what is not wanted. */
  readonly isEmpty: boolean;
}

/** The longest search, in UTF-16 units. */
export const MAX_SEARCH = 200;

/** Shorter beginnings stand for too many words. */
const MIN_BEGINNING = 3;

/** Pictures and characters of nobody: the full text search would take them for words. */
const NO_WORD = /[\p{So}\p{Sk}\p{Cc}\p{Cn}\p{Co}\u200D\uFE0F]/gu;

const OPERATORS = /"|(?:^|\s)-\S|(?:^|\s)or(?:\s|$)/i;

/** Takes a search apart; whatever is typed is a search. */
export function readSearch(typed: string, isTyping = false): SearchQuery {
  const text = typed.slice(0, MAX_SEARCH).toWellFormed().replaceAll(NO_WORD, " ").trim();
  const hasOperators = OPERATORS.test(text);
  const wanted = text.replaceAll(/(^|\s)-(?:"[^"]*"?|\S+)/g, "$1");
  const words = toPlain(wanted).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const last = isTyping && !hasOperators ? /[\p{L}\p{N}]+$/u.exec(text)?.[0] : undefined;
  return {
    typed: text,
    plain: hasOperators || words.length === 0 ? "" : toPlain(text),
    address: toPlain(text.split("@")[0] ?? ""),
    words,
    begun: last && last.length >= MIN_BEGINNING
      ? { before: text.slice(0, -last.length), beginning: last }
      : null,
    hasOperators,
    isEmpty: words.length === 0,
  };
}

const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "a",
  œ: "o",
  ß: "s",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "t",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};

/** The letters whose accents are left out: those of Latin alphabets, as the column has it. */
const ACCENTED = /[\u00C0-\u017E\u01CD-\u01DC\u0218-\u021B]/g;

/** A name without accents and capitals, as the column `name_plain` has it. */
export function toPlain(name: string): string {
  return name.normalize("NFC").replaceAll(ACCENTED, (letter) => {
    const base = letter.normalize("NFD")[0]?.toLowerCase() ?? "";
    return LETTERS[base] ?? base;
  }).replaceAll(/./gsu, (letter) => letter.toLowerCase());
}
