import { findMentions } from "./mentions.ts";
import { lexicon } from "./lexicon.ts";
import { readSections, type SectionKind } from "./sections.ts";
import { bulletLength, lines, trimSpan } from "./text.ts";
import type { Span } from "./types.ts";

const LISTED: ReadonlySet<SectionKind> = new Set(["skills", "languages", "certificates"]);
const KNOWN_TYPES = new Set([
  "tool",
  "knowledge",
  "method",
  "skill",
  "certificate",
  "licence",
  "language",
]);

/** The skills that a résumé names: the items of its lists, and known names elsewhere. */
export function readResumeSkills(text: string): Span[] {
  const found: Span[] = [];
  for (const { kind, body } of readSections(text, "resume")) {
    if (kind === "references" || kind === "interests") continue;
    if (LISTED.has(kind)) readItems(text, body, found);
    for (const { skill, start, end } of findMentions(text, body)) {
      const type = lexicon().skillById(skill)?.type ?? "occupation";
      if (KNOWN_TYPES.has(type)) found.push({ start, end });
    }
  }
  return found;
}

const MAX_ITEM_LENGTH = 60;
const MAX_ITEM_WORDS = 7;

function readItems(text: string, body: Span, found: Span[]): void {
  for (const line of lines(text, body)) {
    const written = text.slice(line.start, line.end);
    const from = line.start + bulletLength(written);
    for (
      const item of itemsOf(text, {
        start: afterLabel(text, { start: from, end: line.end }),
        end: line.end,
      })
    ) {
      if (isItem(text.slice(item.start, item.end))) found.push(item);
    }
  }
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
    if (char === "(") depth++;
    const isCut = at === line.end || ",;•|·●▪()[]\t".includes(char) ||
      isSpacedDash(text, at, char) ||
      char === "." && /\s|$/.test(text[at + 1] ?? " ");
    if (!isCut) continue;
    const item = trimSpan(text, { start, end: at });
    if (depth === 0 || char === "(") yield item;
    if (char === ")") depth = Math.max(0, depth - 1);
    start = at + 1;
  }
}

function isSpacedDash(text: string, at: number, char: string): boolean {
  return "-–—".includes(char) && char !== "" && text[at - 1] === " " && text[at + 1] === " ";
}

const NOT_ITEMS =
  /^(?:and|or|etc|en|of|less than|more than|years?|months?|jaar|exp|experience|beginner|intermediate|expert|advanced|good|basic|page|http|www)\b|@|:\/\/|^\d+$/i;

function isItem(item: string): boolean {
  if (item.length < 2 && !/^[CR]$/.test(item)) return false;
  if (item.length > MAX_ITEM_LENGTH || item.split(/\s+/).length > MAX_ITEM_WORDS) return false;
  return /\p{L}/u.test(item) && !NOT_ITEMS.test(item);
}
