import type { Span } from "./types.ts";

/** A word, a number or a single symbol of a text. */
export interface Token extends Span {
  /** Lower case, without accents, apostrophes and soft hyphens: what is compared. */
  readonly text: string;
  readonly kind: "word" | "number" | "symbol";
  /** Whether no white space stands between this token and the one before. */
  readonly glued: boolean;
}

const TOKEN = /[\p{L}\p{M}\u00AD\u200B-\u200D]+(?:['’`´][\p{L}\p{M}]+)*|\p{N}+|[^\s]/uy;
const WORD_START = /^[\p{L}\p{M}\u00AD\u200B-\u200D]/u;
const NUMBER_START = /^\p{N}/u;
/** ASCII but for the apostrophes. */
const PLAIN = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/;
const DROPPED = /[\p{M}\u00AD\u200B-\u200D'’`´]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  "ß": "ss",
  "æ": "ae",
  "œ": "oe",
  "ø": "o",
  "đ": "d",
  "ł": "l",
  "ı": "i",
};

/**
 * Folds a piece of text for comparison: compatibility forms (ligatures, full width), lower case,
 * no accents, apostrophes or soft hyphens. Its length may differ, so offsets are kept by tokens.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").toLowerCase().replace(DROPPED, "")
    .replace(/[ßæœøđłı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * Cuts a text, or a part of it, into tokens in order.
 *
 * @returns Tokens with UTF-16 offsets into the whole text. Letters and digits never share a token.
 */
export function tokenize(text: string, within?: Span): Token[] {
  const from = within?.start ?? 0;
  const part = within ? text.slice(within.start, within.end) : text;
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (let at = 0; at < part.length;) {
    const next = plainToken(part, at) ?? anyToken(part, at);
    if (next === null) at++;
    else {
      const { kind, text, end } = next;
      const glued = at === previousEnd;
      if (text !== "") tokens.push({ text, kind, start: from + at, end: from + end, glued });
      if (text !== "") previousEnd = end;
      at = end;
    }
  }
  return tokens;
}

type Piece = Pick<Token, "text" | "kind" | "end">;

/** The token at `at` by its char codes, where those are ASCII: most are, and it is much faster. */
function plainToken(part: string, at: number): Piece | null {
  const code = part.charCodeAt(at);
  if (code > 127 || code === 32 || (code >= 9 && code <= 13)) return null;
  let end = at + 1;
  if (isPlainLetter(code)) {
    while (isPlainLetter(part.charCodeAt(end))) end++;
    return goesOn(part, end)
      ? null
      : { kind: "word", text: part.slice(at, end).toLowerCase(), end };
  }
  if (isPlainDigit(code)) {
    while (isPlainDigit(part.charCodeAt(end))) end++;
    return goesOn(part, end) ? null : { kind: "number", text: part.slice(at, end), end };
  }
  return { kind: "symbol", text: part.charAt(at), end };
}

/** Whether the token may go on with what stands at `at`: an accented letter, an apostrophe. */
function goesOn(part: string, at: number): boolean {
  const code = part.charCodeAt(at);
  return code > 127 || code === 39 || code === 96;
}

function isPlainLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isPlainDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The token at `at`; null when white space stands there. */
function anyToken(part: string, at: number): Piece | null {
  TOKEN.lastIndex = at;
  const raw = TOKEN.exec(part)?.[0];
  if (raw === undefined) return null;
  const kind = WORD_START.test(raw) ? "word" : NUMBER_START.test(raw) ? "number" : "symbol";
  return { kind, text: kind === "symbol" ? raw : fold(raw), end: at + raw.length };
}

/** Cuts white space off both ends of a span; may become empty. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 ||
    code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}

/** The lines of a text that hold something, without the white space around them. */
export function lines(text: string, within?: Span): Span[] {
  const found: Span[] = [];
  const stop = within?.end ?? text.length;
  let start = within?.start ?? 0;
  for (let at = start; at <= stop; at++) {
    const code = at < stop ? text.charCodeAt(at) : 10;
    if (code !== 10 && code !== 13 && code !== 12 && code !== 0x2028 && code !== 0x2029) continue;
    const line = trimSpan(text, { start, end: at });
    if (line.end > line.start) found.push(line);
    start = at + 1;
  }
  return found;
}

const BULLET =
  /^(?:[•·●▪◦‣∙■□◆◇○►▸➢➤✓✔✗→※–—*+\-o§]|[\uF0A7\uF0B7\uF0D8\uF076]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])(?=\s|$)|^[•·●▪◦‣∙■◆►▸➢➤✓✔→\uF0A7\uF0B7\uF0D8]/u;

/** The length of a bullet or number ("• ", "3. ", "a) ") that opens a line; 0 when none does. */
export function bulletLength(line: string): number {
  const mark = BULLET.exec(line.slice(0, 6));
  if (mark === null) return 0;
  let end = mark[0].length;
  while (end < line.length && isSpace(line.charCodeAt(end))) end++;
  return end;
}

/** A sentence, or an item of a list, without its bullet. */
export interface Sentence extends Span {
  /** Whether a bullet or a number stood before it. */
  readonly bulleted: boolean;
}

/**
 * Cuts a text into sentences: at full stops, question marks, semicolons at line ends, bullets and
 * line ends; a line that was wrapped goes on in the next one.
 */
export function sentences(text: string, within?: Span): Sentence[] {
  const found: Sentence[] = [];
  for (const block of joinWrapped(text, lines(text, within))) {
    const skip = bulletLength(text.slice(block.start, Math.min(block.end, block.start + 64)));
    cutSentences(text, { start: block.start + skip, end: block.end }, skip > 0, found);
  }
  return found;
}

/** Puts lines together that were one line before they were wrapped. */
function joinWrapped(text: string, all: readonly Span[]): Span[] {
  const blocks: Span[] = [];
  for (const line of all) {
    const last = blocks.at(-1);
    if (last !== undefined && isWrapped(text, last, line)) {
      blocks[blocks.length - 1] = { start: last.start, end: line.end };
    } else blocks.push(line);
  }
  return blocks;
}

const LOWER_START = /^\p{Ll}/u;

function isWrapped(text: string, last: Span, line: Span): boolean {
  const gap = text.slice(last.end, line.start);
  if (gap.split("\n").length > 2) return false;
  const head = text.slice(line.start, Math.min(line.end, line.start + 8));
  if (!LOWER_START.test(head) || bulletLength(head) > 0) return false;
  const lastLine = Math.max(last.start, text.lastIndexOf("\n", last.end - 1) + 1);
  const width = last.end - lastLine;
  if (width < 50 || ".:;!?".includes(text[last.end - 1] ?? "")) return false;
  // Messy text in lower case throughout says nothing by a small letter.
  return /\p{Lu}/u.test(text.slice(last.start, Math.min(last.end, last.start + 40)));
}

const ABBREVIATIONS = new Set(
  ("e.g i.e etc bijv bv o.a m.b.t d.w.z evt incl excl ca min max nr no vs mr mrs ms dr drs ing ir " +
    "prof jr sr inc ltd st ph b.sc m.sc approx dept est m.n t.b.v i.p.v i.c.m z.s.m m.u.v")
    .split(" "),
);

function cutSentences(text: string, span: Span, bulleted: boolean, found: Sentence[]): void {
  let start = span.start;
  let isItem = bulleted;
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || isPlainLetter(code)) continue; // most of a text; neither stop nor bullet
    const char = text[at] ?? "";
    const isBullet = isInnerBullet(text, at, char);
    if (!isBullet && (!".!?;)".includes(char) || !isStop(text, at, span))) continue;
    pushSentence(text, { start, end: isBullet ? at : at + 1 }, isItem, found);
    start = at + 1;
    isItem = isBullet || char === ";" && isItem;
  }
  pushSentence(text, { start, end: span.end }, isItem, found);
}

function pushSentence(text: string, span: Span, bulleted: boolean, found: Sentence[]): void {
  const trimmed = trimSpan(text, span);
  if (trimmed.end > trimmed.start) found.push({ ...trimmed, bulleted });
}

/** A bullet in the middle of a line: "… teams * Knowledge of …", "… cloud.- Design …". */
function isInnerBullet(text: string, at: number, char: string): boolean {
  if ("•●▪".includes(char)) return true;
  if (char !== "*" && char !== "-") return false;
  const before = text[at - 1] ?? " ";
  if (text[at + 1] !== " " && !(char === "-" && before === ".")) return false;
  if (char === "*") return before === " ";
  return /[\p{Ll}\p{N})!?.]/u.test(before) && /^- ?\p{Lu}/u.test(text.slice(at, at + 4));
}

/** Whether the mark at `at` ends a sentence. */
function isStop(text: string, at: number, span: Span): boolean {
  const char = text[at] ?? "";
  if (at + 1 >= span.end) return true;
  const next = text[at + 1] ?? "";
  const spaced = isSpace(next.charCodeAt(0));
  if (char === ")") return /^\p{Lu}\p{Ll}{2}/u.test(text.slice(at + 1, at + 4));
  if (char !== ".") return spaced;
  const word = wordBefore(text, at, span.start);
  if (ABBREVIATIONS.has(word.toLowerCase())) return word === "etc" && isGluedStop(text, at, word);
  if (spaced) {
    if (word.length === 1 && /\p{Lu}/u.test(word)) return false;
    return !LOWER_START.test(text.slice(at + 1, at + 12).trimStart());
  }
  return isGluedStop(text, at, word);
}

/** "…on time.Knowledge of SQL": a line end that was lost, not "Node.js" or "ASP.NET". */
function isGluedStop(text: string, at: number, word: string): boolean {
  if (!/\p{Ll}$|[)%]$/u.test(text[at - 1] ?? "") || word.length < 3) return false;
  if (/^\p{N}{1,2}\+/u.test(text.slice(at + 1, at + 4))) return true;
  return /^\p{Lu}(?:\p{Ll}{2}|\s)/u.test(text.slice(at + 1, at + 4)) &&
    !/^(?:Net|Com|Org|Js)\b/.test(text.slice(at + 1, at + 5));
}

function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  const floor = Math.max(from, at - 12);
  while (start > floor && !isSpace(text.charCodeAt(start - 1)) && text[start - 1] !== "(") start--;
  return text.slice(start, at);
}
