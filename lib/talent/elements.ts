import { findMentions, type Mention } from "./mentions.ts";
import { lexicon } from "./lexicon.ts";
import type { SkillType } from "./lexicon_types.ts";
import { type Token, tokenize } from "./text.ts";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  GENERIC,
  isContentWord,
  isFunctionWord,
  PRAISE,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  verbBase,
} from "./words.ts";

/** A sentence (or the name of a requirement) with all that is read from it more than once. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By the token at which each starts; longest first where two start together. */
  readonly mentions: readonly PlacedMention[];
}

export interface PlacedMention extends Mention {
  readonly type: SkillType;
  /** Tokens `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

/** A run of tokens. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Elements of a list of which one would do; one element for most. */
export interface Group extends Range {
  readonly any: readonly Range[];
}

/** Reads tokens and mentions of a piece of text. */
export function readPiece(text: string, within = { start: 0, end: text.length }): Reading {
  const tokens = tokenize(text, within);
  return { text, tokens, mentions: placeMentions(tokens, findMentions(text, within)) };
}

function placeMentions(tokens: readonly Token[], mentions: readonly Mention[]): PlacedMention[] {
  const placed: PlacedMention[] = [];
  let at = 0;
  for (const mention of mentions) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= mention.start) at++;
    let to = at;
    while (to < tokens.length && (tokens[to]?.start ?? mention.end) < mention.end) to++;
    const type = lexicon().skillById(mention.skill)?.type ?? "knowledge";
    placed.push({ ...mention, type, from: at, to });
  }
  return placed;
}

/** What a range says, as written. */
export function textOf({ text, tokens }: Reading, { from, to }: Range): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, " ");
}

const COMMAS = new Set([",", ";", "•", "|", "·", "*", "●"]);
const ANDS = new Set(["and", "en", "&", "plus", "alsmede", "evenals", "alsook", "+"]);
const ORS = new Set(["or", "of"]);

type Link = "comma" | "and" | "or" | "example";

/** A separator of a list: `from` up to `to` stands between two elements. */
interface Separator extends Range {
  readonly link: Link;
}

/**
 * Splits a range into the things it lists. "A, B or C" is one group of three, "A, B and C" are
 * three groups, "A such as B or C" and "A (B, C)" one group.
 */
export function splitList(reading: Reading, range: Range): Group[] {
  const separators = findSeparators(reading, range);
  const links = settleCommas(separators);
  const groups: Group[] = [];
  let any: Range[] = [];
  let from = range.from;
  const close = (to: number) => {
    if (to > from) any.push({ from, to });
  };
  const push = () => {
    const first = any[0];
    const last = any.at(-1);
    if (first !== undefined && last !== undefined) {
      groups.push({ any, from: first.from, to: last.to });
    }
    any = [];
  };
  separators.forEach((separator, at) => {
    close(separator.from);
    if (links[at] === "and") push();
    from = separator.to;
  });
  close(range.to);
  push();
  return groups;
}

/** A comma means what the next spoken link of its list means; "and" when none follows. */
function settleCommas(separators: readonly Separator[]): Link[] {
  const links: Link[] = separators.map(({ link }) => link);
  let next: Link = "and";
  for (let at = links.length - 1; at >= 0; at--) {
    if (links[at] === "comma") links[at] = next === "example" ? "and" : next;
    else next = links[at] ?? "and";
  }
  // Once examples have begun, the commas after them list further examples.
  for (let at = 0; at < links.length; at++) {
    if (links[at] !== "example") continue;
    for (let next = at + 1; next < links.length && separators[next]?.link === "comma"; next++) {
      links[next] = "or";
    }
  }
  return links;
}

function findSeparators(reading: Reading, range: Range): Separator[] {
  const found: Separator[] = [];
  const { mentions } = reading;
  let mention = 0;
  let depth = 0;
  for (let at = range.from; at < range.to; at++) {
    while (mention < mentions.length && (mentions[mention]?.to ?? 0) <= at) mention++;
    const inside = mentions[mention];
    if (inside !== undefined && inside.from < at && at < inside.to) continue;
    const token = reading.tokens[at];
    if (token?.text === "(") depth++;
    if (token?.text === ")") depth = Math.max(0, depth - 1);
    const separator = separatorAt(reading, at, range, depth);
    if (separator === null) continue;
    found.push(separator);
    at = separator.to - 1;
  }
  return found;
}

function separatorAt(
  reading: Reading,
  at: number,
  range: Range,
  depth: number,
): Separator | null {
  const token = reading.tokens[at];
  const word = token?.text ?? "";
  const next = reading.tokens[at + 1]?.text ?? "";
  const exampleTo = endOfExampleWords(reading.tokens, at, word, next);
  if (exampleTo > at) return { from: at, to: exampleTo, link: "example" };
  if (COMMAS.has(word)) return withSpokenLink(reading, at, depth);
  if (word === ")") return { from: at, to: at + 1, link: "comma" };
  if (word === "including" || word === "waaronder" || word === "inclusief") {
    return { from: at, to: at + 1, link: "and" };
  }
  if (word === "as" && next === "well" && at + 2 < range.to) {
    return { from: at, to: at + 3, link: "and" };
  }
  if (isEllipsis(reading.tokens, at) || joinsAdjectives(reading, at)) return null;
  if (word === "/" || word === "\\") {
    return joinsNames(reading, at) ? { from: at, to: at + 1, link: "or" } : null;
  }
  if (ORS.has(word)) return { from: at, to: at + 1, link: "or" };
  if (!ANDS.has(word)) return null;
  const isEither = next === "/" || reading.tokens[at + 2]?.text === "or" && next === "/";
  return isEither
    ? { from: at, to: Math.min(range.to, at + 3), link: "or" }
    : { from: at, to: at + 1, link: "and" };
}

/** "such as", "(e.g.", "zoals", "bijv.", "(": what follows are examples of what stands before. */
function endOfExampleWords(
  tokens: readonly Token[],
  at: number,
  word: string,
  next: string,
): number {
  if (word === "such" && next === "as") return at + 2;
  if (word === "zoals" || word === "like" || word === "bijvoorbeeld") return at + 1;
  if (word === "bijv") return next === "." ? at + 2 : at + 1;
  if (word === "e" && next === "." && tokens[at + 2]?.text === "g") {
    return tokens[at + 3]?.text === "." ? at + 4 : at + 3;
  }
  if (word === "eg" || word === "ie") return next === "." ? at + 2 : at + 1;
  if (word !== "(") return at;
  const inner = endOfExampleWords(tokens, at + 1, next, tokens[at + 2]?.text ?? "");
  return Math.max(inner, at + 1);
}

/** ", or", ", and": the comma and the word are one separator. */
function withSpokenLink(reading: Reading, at: number, _depth: number): Separator {
  const next = reading.tokens[at + 1]?.text ?? "";
  if (reading.tokens[at]?.text === ",") {
    if (ORS.has(next)) return { from: at, to: at + 2, link: "or" };
    if (ANDS.has(next)) return { from: at, to: at + 2, link: "and" };
    const example = endOfExampleWords(
      reading.tokens,
      at + 1,
      next,
      reading.tokens[at + 2]?.text ?? "",
    );
    if (example > at + 1 && next !== "(") return { from: at, to: example, link: "example" };
    if (next === "including" || next === "waaronder" || next === "inclusief") {
      return { from: at, to: at + 2, link: "and" };
    }
    return { from: at, to: at + 1, link: "comma" };
  }
  return { from: at, to: at + 1, link: "and" };
}

/** "wet- en regelgeving": one thing, its first half cut short. */
function isEllipsis(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.text === "-" && before.glued && tokens[at]?.glued === false;
}

const ADJECTIVE =
  /(?:al|ive|ic|ous|ary|able|ible|ed|ent|ant|ish|ory|ile|ele|ieve|ische|iele|ende|ige)$/;

/** "commercial or residential construction": two adjectives of one noun. */
function joinsAdjectives(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const word = tokens[at]?.text ?? "";
  if (!ANDS.has(word) && !ORS.has(word)) return false;
  const left = tokens[at - 1];
  const right = tokens[at + 1];
  const noun = tokens[at + 2];
  if (left?.kind !== "word" || right?.kind !== "word" || noun?.kind !== "word") return false;
  if (coveringMention(reading, at - 1) !== null) return false;
  if (isFunctionWord(noun.text) || !ADJECTIVE.test(left.text)) return false;
  return ADJECTIVE.test(right.text) && !isStartOfMention(reading, at + 1, at + 2);
}

/** A stroke between two known names, or spaced, lists them; else it is part of a name. */
function joinsNames(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const next = reading.tokens[at + 1];
  if (token === undefined || next === undefined) return false;
  if (!token.glued && !next.glued) return true;
  return coveringMention(reading, at - 1) !== null && coveringMention(reading, at + 1) !== null;
}

function coveringMention(reading: Reading, at: number): PlacedMention | null {
  return reading.mentions.find(({ from, to }) => from <= at && at < to) ?? null;
}

function isStartOfMention(reading: Reading, from: number, to: number): boolean {
  return reading.mentions.some((mention) => mention.from === from && mention.to <= to);
}

/** Heads that a name can lose without losing what it names: "Java experience" is "Java". */
const EMPTY_HEADS = new Set(
  ("experience experiences expertise knowledge skill skills understanding ability abilities proficiency familiarity background command competence competencies mastery exposure aptitude affinity " +
    "level plus bonus required preferred etc must requirement advantage asset desired work " +
    "ervaring kennis vaardigheid vaardigheden beheersing achtergrond affiniteit niveau werkervaring pre pluspunt vereist must inzicht werken")
    .split(" "),
);

const PURPOSES = new Set([
  "to",
  "om",
  "for",
  "voor",
  "in",
  "within",
  "binnen",
  "at",
  "bij",
  "on",
  "op",
  "across",
  "using",
  "with",
  "met",
  "under",
  "onder",
  "from",
  "by",
  "through",
  "as",
  "als",
  "via",
  "into",
  "over",
  "per",
  "during",
  "tijdens",
]);
const DUTCH_VERBS = new Set(
  ("werkt werken kent kennen spreekt spreken schrijft beheerst beheersen houdt houden denkt weet staat staan brengt zoekt zoeken maakt maken begrijpt voelt neemt legt stelt beschikt beschikken bezit " +
    "blijft blijven durft snapt vindt krijgt levert voert vraagt vragen verwachten verwacht hoort past bereid bent wilt kunt hebt leest heb vraag geldt betreft gebruikt gebruiken behaald behaalde opgedaan gewerkt bekend vertrouwd ervaren bedreven vaardig thuis zie ziet bieden")
    .split(" "),
);
const OPENERS = new Set(
  ("hands hands-on experienced skilled versed fluent familiar proficient comfortable adept knowledgeable qualified certified conversant possess possesses possession hold holds holding bring brings know knows knowing understand understands understanding have having having demonstrate demonstrates demonstrated show shown must use using used utilizing work working worked applying apply " +
    "preference include includes including looking seeking interested mastering maintaining youve ive youre expert experts specialist solid-hands deep dive own track record command involved completion graduation obtained please speak write read able willing bachelor affinity proven")
    .split(" "),
);

/**
 * Cuts a range down to the words that name something: without articles, praise, "experience with"
 * before it, "skills" behind it, and what follows a "that", a "to" or a "within".
 *
 * @returns Null when nothing is left that says what is asked.
 */
export function trimElement(reading: Reading, range: Range): Range | null {
  const { tokens } = reading;
  const known = reading.mentions.filter(({ from, to }) => from >= range.from && to <= range.to);
  let { from, to } = range;
  while (from < to && canDropFirst(reading, known, from, to)) from++;
  to = endOfName(tokens, known, from, to);
  while (to > from && canDropLast(tokens, known, from, to)) to--;
  if (from >= to) return null;
  const hasName = known.some((mention) => mention.from >= from && mention.to <= to);
  for (let at = from; at < to && !hasName; at++) {
    const token = tokens[at];
    if (token?.kind === "word" && token.text.length > 1 && isContentWord(token.text)) {
      return { from, to };
    }
  }
  return hasName ? { from, to } : null;
}

function isInside(known: readonly PlacedMention[], at: number): boolean {
  return known.some(({ from, to }) => from <= at && at < to);
}

function canDropFirst(
  reading: Reading,
  known: readonly PlacedMention[],
  at: number,
  to: number,
): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  if (isInside(known, at)) return false;
  if (token.kind === "symbol") return token.text !== "." || reading.tokens[at + 1]?.glued !== true;
  if (token.kind === "number") return at + 1 === to || !reading.tokens[at + 1]?.glued;
  const word = token.text;
  if (
    DETERMINERS.has(word) || PRONOUNS.has(word) || PREPOSITIONS.has(word) || AUXILIARIES.has(word)
  ) return true;
  if (CONJUNCTIONS.has(word) || ADVERBS.has(word) || OPENERS.has(word) || DUTCH_VERBS.has(word)) {
    return true;
  }
  if (PRAISE.has(word)) return true;
  if (GENERIC.has(word)) return opensPhrase(reading, known, at, to);
  if (verbBase(word) === null) return false;
  return known.some(({ from, type }) => from > at && type !== "soft") && !isNounBefore(reading, at);
}

/** "knowledge of …": an empty noun before a preposition, or before another empty one. */
function opensPhrase(
  reading: Reading,
  known: readonly PlacedMention[],
  at: number,
  to: number,
): boolean {
  const next = reading.tokens[at + 1];
  if (next === undefined || at + 1 >= to) return true;
  if (EMPTY_HEADS.has(reading.tokens[at]?.text ?? "")) return true;
  if (next.kind === "symbol") return !next.glued;
  if (isInside(known, at + 1)) return false;
  return isFunctionWord(next.text) ||
    verbBase(next.text)?.endsWith("e") === true && next.text.endsWith("ing");
}

/** Whether the word at `at`, though it may be a verb, is the first half of a name: "test plans". */
function isNounBefore(reading: Reading, at: number): boolean {
  const next = reading.tokens[at + 1]?.text ?? "";
  const word = reading.tokens[at]?.text ?? "";
  return next === "-" || !word.endsWith("ing") && !word.endsWith("ed") && at > 0 &&
      PREPOSITIONS.has(reading.tokens[at - 1]?.text ?? "") && reading.tokens[at - 1]?.text !== "to";
}

const MAX_NAME_TOKENS = 9;

/** Where a name ends: at a mark, a clause, an auxiliary, or a preposition behind a known name. */
function endOfName(
  tokens: readonly Token[],
  known: readonly PlacedMention[],
  from: number,
  to: number,
): number {
  let seenName = false;
  for (let at = from; at < to; at++) {
    if (isInside(known, at)) {
      seenName = true;
      continue;
    }
    const token = tokens[at];
    if (token === undefined) return at;
    const word = token.text;
    if (token.kind === "symbol" && endsName(tokens, at)) return at;
    if (at === from) continue;
    const nextKnown = known.some((mention) =>
      mention.from > at && mention.to <= to && mention.from - at <= 3
    );
    if (RELATIVES.has(word) || AUXILIARIES.has(word)) return at;
    if (PRONOUNS.has(word) && !DETERMINERS.has(word)) return at;
    if (PURPOSES.has(word) && seenName && !nextKnown) return at;
    if (PURPOSES.has(word) && word === "to" && at - from > 1) return at;
    if (at - from >= MAX_NAME_TOKENS) return lastFunctionWord(tokens, from, at);
  }
  return to;
}

function endsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if ("-/&'’.+#%@_".includes(token.text)) {
    return !token.glued && tokens[at + 1]?.glued !== true && token.text !== "&" &&
      token.text !== "/";
  }
  return true;
}

function lastFunctionWord(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to; at > from + 2; at--) {
    if (PREPOSITIONS.has(tokens[at]?.text ?? "")) return at;
  }
  return to;
}

function canDropLast(
  tokens: readonly Token[],
  known: readonly PlacedMention[],
  from: number,
  to: number,
): boolean {
  const token = tokens[to - 1];
  if (token === undefined || isInside(known, to - 1)) return false;
  if (token.kind === "symbol") return true;
  if (token.kind === "number") return known.length === 0 && to - from === 1;
  if (isFunctionWord(token.text) || ADVERBS.has(token.text)) return true;
  if (EMPTY_HEADS.has(token.text)) return to - from > 1;
  return PRAISE.has(token.text) && (to - from > 1 && known.length > 0);
}
