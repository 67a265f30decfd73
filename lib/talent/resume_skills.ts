import { findDates } from "./dates.ts";
import { lexicon } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";
import { readSections, type SectionKind } from "./sections.ts";
import { bulletLength, fold, lines, trimSpan } from "./text.ts";
import type { Span } from "./types.ts";
import { AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, verbBase } from "./words.ts";

const LISTED: ReadonlySet<SectionKind> = new Set(["skills", "languages", "certificates"]);
const UNREAD: ReadonlySet<SectionKind> = new Set(["references", "interests"]);
/** From this many items on, a résumé's own lists say what its owner counts as skills. */
const FULL_LIST = 5;

/**
 * The skills that a résumé names: every item of its lists, and each known name elsewhere once. Where
 * the lists are full, running text adds tools, certificates and languages alone.
 */
export function readResumeSkills(text: string): Span[] {
  const sections = readSections(text, "resume");
  const items: Span[] = [];
  const prose: Span[] = [];
  for (const { kind, body } of sections) if (LISTED.has(kind)) readItems(text, body, items, prose);
  const types = items.length >= FULL_LIST ? NAMES : KNOWN;
  const seen = new Set(items.map(({ start, end }) => fold(text.slice(start, end))));
  for (const item of items) {
    for (const { skill } of findMentions(text, item)) seen.add(skill);
  }
  const found = [...items];
  const running = sections.flatMap(({ kind, body }) =>
    UNREAD.has(kind) || LISTED.has(kind) && items.length > 0 ? [] : [body]
  );
  for (const body of [...running, ...prose]) {
    for (const { skill, start, end } of findMentions(text, body)) {
      const type = lexicon().skillById(skill)?.type ?? "occupation";
      if (!types.has(type) || lexicon().isIndustry(skill)) continue;
      if (seen.has(skill) || seen.has(fold(text.slice(start, end)))) continue;
      seen.add(skill);
      found.push({ start, end });
    }
  }
  return found;
}

const NAMES: ReadonlySet<string> = new Set(["tool", "certificate", "licence", "language"]);
const KNOWN: ReadonlySet<string> = new Set([...NAMES, "knowledge", "method", "skill"]);
const MAX_ITEM_LENGTH = 60;
const MAX_ITEM_WORDS = 7;

function readItems(text: string, body: Span, found: Span[], prose: Span[]): void {
  for (const line of listLines(text, body)) {
    const from = line.start + bulletLength(text.slice(line.start, line.end));
    const start = afterLabel(text, { start: from, end: line.end });
    for (const item of itemsOf(text, { start, end: line.end })) {
      const written = text.slice(item.start, item.end);
      if (isItem(written)) (isProse(written) ? prose : found).push(item);
    }
  }
}

const WRAP_WIDTH = 60;

/** Lines, with those put together that break in the middle of a list: "SQL, data\nmodelling, …". */
function listLines(text: string, body: Span): Span[] {
  const joined: Span[] = [];
  for (const line of lines(text, body)) {
    const last = joined.at(-1);
    if (last !== undefined && isBroken(text, last, line)) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
    } else joined.push(line);
  }
  return joined;
}

function isBroken(text: string, last: Span, line: Span): boolean {
  if (text.slice(last.end, line.start).split("\n").length !== 2) return false;
  const lineStart = Math.max(last.start, text.lastIndexOf("\n", last.end - 1) + 1);
  const written = text.slice(lineStart, last.end);
  if (written.endsWith("(") || written.lastIndexOf("(") > written.lastIndexOf(")")) return true;
  const next = text.slice(line.start, line.end);
  return written.length >= WRAP_WIDTH && written.includes(",") && next.includes(",") &&
    !/[.:;]$/.test(written) && bulletLength(next) === 0;
}

/** "Programming languages: Java, C" lists what stands behind the colon. */
function afterLabel(text: string, line: Span): number {
  const colon = text.indexOf(":", line.start);
  return colon > line.start && colon < line.end && colon - line.start < 40 ? colon + 1 : line.start;
}

function* itemsOf(text: string, line: Span): Generator<Span> {
  let start = line.start;
  let depth = 0;
  for (let at = line.start; at <= line.end; at++) {
    const char = at < line.end ? text[at] ?? "" : "\n";
    if (at < line.end && !isCut(text, at, char)) continue;
    const item = trimSpan(text, { start, end: at });
    if (depth === 0 || char === "," || !isDuration(text.slice(item.start, item.end))) yield item;
    if (char === "(") depth++;
    if (char === ")") depth = Math.max(0, depth - 1);
    start = at + 1;
  }
}

const CUTS = new Set([..."\t,;•|·●▪❖()[]"]);

function isCut(text: string, at: number, char: string): boolean {
  if (CUTS.has(char)) return true;
  const next = text[at + 1] ?? " ";
  if (char === ".") return next.trim() === "";
  return (char === "-" || char === "–" || char === "—") && text[at - 1] === " " && next === " ";
}

/** "(Less than 1 year)", "(2 jaar)": how long, not what. */
function isDuration(item: string): boolean {
  return /\b(?:years?|months?|jaar|jaren|maanden|yrs?)\b/i.test(item);
}

const NOT_ITEMS =
  /^(?:and|or|etc|en|of|than|years?|months?|jaar|exp|experience|beginner|intermediate|expert|advanced|good|basic|page|http|www)$|@|:\/\/|^[\d\W]+$/i;

/**
 * A piece of a sentence or a period among the items of a list: "by cloning the same", "it has two
 * planes", "Jan 2010". Capitals ("In Design", "CAN bus") make a name.
 */
function isProse(item: string): boolean {
  const words = item.split(/\s+/);
  const opens = words.length > 1 && !/^(?:\p{Lu}\S*\s+\p{Lu}|\p{Lu}{2,}\s)/u.test(item) &&
    OPENINGS.some((set) => set.has((words[0] ?? "").toLowerCase()));
  return opens || isDeed(words) || words.slice(1, -1).some((word) => AUXILIARIES.has(word)) ||
    findDates(item).some(({ month, weak }) => month !== null && !weak);
}

/** Names of skills begin with none of them. */
const OPENINGS = [DETERMINERS, PRONOUNS, PREPOSITIONS, RELATIVES, AUXILIARIES];

/** "Implemented the security architecture" tells a deed, "Distributed systems" names a thing. */
function isDeed([first = "", second = ""]: readonly string[]): boolean {
  return /ed$/i.test(first) && verbBase(first.toLowerCase()) !== null &&
    (DETERMINERS.has(second) || PREPOSITIONS.has(second));
}

function isItem(item: string): boolean {
  if (item.length < 2 && !/^[CR]$/.test(item)) return false;
  if (item.length > MAX_ITEM_LENGTH || item.split(/\s+/).length > MAX_ITEM_WORDS) return false;
  return !NOT_ITEMS.test(item) && !isDuration(item);
}
