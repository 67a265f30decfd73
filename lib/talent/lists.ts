import { lexicon } from "./lexicon.ts";
import type { PlacedMention, Range, Reading } from "./reading.ts";
import type { Token } from "./text.ts";
import { isFunctionWord, verbBase } from "./words.ts";

/** Elements of a list of which one would do; one element for most. */
export interface Group extends Range {
  readonly any: readonly Range[];
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
  const choiceAt = findChoice(reading.tokens, range);
  separators.forEach(({ from }, at) => {
    if (choiceAt !== null && from > choiceAt) links[at] = "or";
  });
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

const CHOSEN_FROM = new Set(["de", "deze", "onderstaande", "volgende", "die"]);

/** Where "at least one of", "een of meer van" makes alternatives of what follows. */
function findChoice(tokens: readonly Token[], { from, to }: Range): number | null {
  for (let at = from; at + 2 < to; at++) {
    const word = tokens[at]?.text;
    const [next, after, last] = [1, 2, 3].map((step) => tokens[at + step]?.text);
    if ((word === "one" || word === "any") && next === "of") return at + 1;
    if (word === "one" && next === "or" && after === "more" && last === "of") return at + 3;
    if (word === "een" && next === "van" && CHOSEN_FROM.has(after ?? "")) return at + 2;
    if (word === "een" && next === "of" && after === "meer" && last === "van") return at + 3;
  }
  return null;
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
  for (let at = range.from; at < range.to; at++) {
    while (mention < mentions.length && (mentions[mention]?.to ?? 0) <= at) mention++;
    const inside = mentions[mention];
    if (inside !== undefined && inside.from < at && at < inside.to) continue;
    const separator = separatorAt(reading, at, range);
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
): Separator | null {
  const token = reading.tokens[at];
  const word = token?.text ?? "";
  const next = reading.tokens[at + 1]?.text ?? "";
  const exampleTo = endOfExampleWords(reading.tokens, at, word, next);
  if (exampleTo > at) return { from: at, to: exampleTo, link: "example" };
  if (COMMAS.has(word)) return withSpokenLink(reading, at);
  if (word === ")") return { from: at, to: at + 1, link: "comma" };
  if (word === "including" || word === "inclusief") return { from: at, to: at + 1, link: "and" };
  if (isWhich(word, next)) return { from: at, to: at + (word === "of" ? 2 : 1), link: "and" };
  if (word === "as" && next === "well" && at + 2 < range.to) {
    return { from: at, to: at + 3, link: "and" };
  }
  if (word === "-" || word === "–" || word === "—") {
    return isDash(reading.tokens, at) ? { from: at, to: at + 1, link: "and" } : null;
  }
  if (isEllipsis(reading.tokens, at) || joinsAdjectives(reading, at)) return null;
  if (word === "/" || word === "\\") {
    return joinsNames(reading, at) ? { from: at, to: at + 1, link: "or" } : null;
  }
  if (isOr(reading, at)) return { from: at, to: at + 1, link: "or" };
  if (joinsTools(reading, at)) return { from: at, to: at + 1, link: "and" };
  if (!ANDS.has(word)) return null;
  const isEither = next === "/" || reading.tokens[at + 2]?.text === "or" && next === "/";
  return isEither
    ? { from: at, to: Math.min(range.to, at + 3), link: "or" }
    : { from: at, to: at + 1, link: "and" };
}

/** "five years, of which two in a leading role": another demand begins. */
function isWhich(word: string, next: string): boolean {
  return word === "of" && next === "which" || word === "waarvan" || word === "waaronder";
}

/** "or", and the Dutch "of", which is English for something else. */
function isOr(reading: Reading, at: number): boolean {
  const word = reading.tokens[at]?.text;
  if (word === "or") return true;
  if (word !== "of" || reading.language === "en") return false;
  if (reading.language === "nl") return true;
  return coveringMention(reading, at - 1) !== null && coveringMention(reading, at + 1) !== null;
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
function withSpokenLink(reading: Reading, at: number): Separator {
  const next = reading.tokens[at + 1]?.text ?? "";
  if (reading.tokens[at]?.text === ",") {
    const beyond = reading.tokens[at + 2]?.text ?? "";
    if (isWhich(next, beyond)) return { from: at, to: at + (next === "of" ? 3 : 2), link: "and" };
    if (isOr(reading, at + 1)) return { from: at, to: at + 2, link: "or" };
    if (ANDS.has(next)) return { from: at, to: at + 2, link: "and" };
    const example = endOfExampleWords(
      reading.tokens,
      at + 1,
      next,
      reading.tokens[at + 2]?.text ?? "",
    );
    if (example > at + 1 && next !== "(") return { from: at, to: example, link: "example" };
    if (next === "including" || next === "inclusief") {
      return { from: at, to: at + 2, link: "and" };
    }
    const isClause = verbBase(next) === next && coveringMention(reading, at + 1) === null;
    return { from: at, to: at + 1, link: isClause ? "and" : "comma" };
  }
  return { from: at, to: at + 1, link: "and" };
}

/** A dash between items: "AWS - Linux- Python"; not the hyphen of "wet- en regelgeving". */
function isDash(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.glued) return false;
  return !ANDS.has(next.text) && !ORS.has(next.text);
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

const BESIDE = new Set(["with", "using", "met"]);

/** "deployed to AWS with Terraform": both are used; "CAD with SolidWorks" is one thing. */
function joinsTools(reading: Reading, at: number): boolean {
  if (!BESIDE.has(reading.tokens[at]?.text ?? "")) return false;
  const before = coveringMention(reading, at - 1);
  const after = coveringMention(reading, at + 1);
  if (before?.type !== "tool" || after?.type !== "tool") return false;
  const { kind } = lexicon().relation(before.skill, after.skill);
  return kind === "none" || kind === "related";
}

function coveringMention(reading: Reading, at: number): PlacedMention | null {
  return reading.mentions.find(({ from, to }) => from <= at && at < to) ?? null;
}

function isStartOfMention(reading: Reading, from: number, to: number): boolean {
  return reading.mentions.some((mention) => mention.from === from && mention.to <= to);
}
