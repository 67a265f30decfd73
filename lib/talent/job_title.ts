import { lines, type Token } from "./text.ts";
import { type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead, occupationIn } from "./roles.ts";
import { readSections } from "./sections.ts";
import type { Span } from "./types.ts";
import { AUXILIARIES, DETERMINERS, isFunctionWord, PRONOUNS } from "./words.ts";

/** The occupation that a job text is for. */
export interface JobTitle {
  /** Without "(m/v)", hours and place. */
  readonly name: string;
  /** The line or sentence that says it. */
  readonly source: Span;
  /** Where the name itself ends; what stands before it in its sentence is about the company. */
  readonly end: number;
  /** Whether its words are those of an occupation; a first line may be a slogan. */
  readonly isSure: boolean;
}

const MAX_TITLE_WORDS = 12;
const SEARCH_LENGTH = 2000;

/** Finds the occupation behind "Job title:", in the first line or behind "we are looking for". */
export function readJobTitle(text: string): JobTitle | null {
  const [first] = lines(text);
  if (first === undefined) return null;
  const headed = readSections(text, "job")[0]?.heading?.start === first.start;
  const fromLine = headed ? null : titleOfLine(text, first);
  if (fromLine?.isSure) return fromLine;
  return labelledTitle(text) ?? titleInProse(text) ?? fromLine;
}

const TITLE_LABEL =
  /^[ \t]*(?:(?:class|job|position|role|vacancy|working)[ \t]+title|job|position|role|vacancy|title|wanted|functie(?:titel|naam|benaming)?|vacature(?:titel)?|gezocht|gevraagd)[ \t]*:[ \t]*/iu;
const MAX_LABEL_LINES = 30;

/** "Class Title: Procurement Officer (P-4)", in the head of a form. */
function labelledTitle(text: string): JobTitle | null {
  for (const line of lines(text).slice(0, MAX_LABEL_LINES)) {
    const label = TITLE_LABEL.exec(text.slice(line.start, line.end))?.[0];
    if (label === undefined) continue;
    const title = titleOfLine(text, { start: line.start + label.length, end: line.end });
    if (title?.isSure) return { ...title, source: line };
  }
  return null;
}

function titleOfLine(text: string, line: Span): JobTitle | null {
  if (line.end - line.start > 140 || /[.!?]$/.test(text.slice(line.start, line.end))) return null;
  const reading = readPiece(text, line);
  const { tokens } = reading;
  let words = 0;
  for (const token of tokens) {
    if (token.kind === "word") words++;
    if (token.text !== "you" && (PRONOUNS.has(token.text) || AUXILIARIES.has(token.text))) {
      return null;
    }
  }
  if (words === 0 || words > MAX_TITLE_WORDS) return null;
  const parts = partsOf(tokens);
  const part = parts.find((range) => isRole(reading, range)) ?? parts[0];
  if (part === undefined) return null;
  return {
    name: textOf(reading, part),
    source: line,
    end: line.start,
    isSure: isRole(reading, part),
  };
}

const PART_ENDS = new Set(["(", ")", "|", ",", "–", "—", ":", "•", "@", "[", "]", ";"]);

/** "Baker wanted", "Keukenhulp gezocht". */
const SOUGHT = new Set(["wanted", "needed", "gezocht", "gevraagd"]);

/** The parts of a title line: "Kok (m/v) – Utrecht, 32 uur" has three. */
function partsOf(tokens: readonly Token[]): Range[] {
  const parts: Range[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    const isEnd = token === undefined || PART_ENDS.has(token.text) ||
      token.text === "-" && !token.glued || token.kind === "number" ||
      ["bij", "at", "voor", "for", "in", "te"].includes(token.text) && at > from ||
      SOUGHT.has(token.text) && at > from;
    if (!isEnd) continue;
    if (at > from) parts.push({ from, to: at });
    from = at + 1;
  }
  return parts;
}

function isRole(reading: Reading, range: Range): boolean {
  if (occupationIn(reading, range) !== null) return true;
  return reading.tokens.slice(range.from, range.to).some(({ text }) => isRoleHead(text));
}

const SEEK = new Set([
  "seeking",
  "for",
  "seeks",
  "zoekt",
  "zoeken",
  "naar",
  "hiring",
  "as",
  "als",
  "recruiting",
  "need",
]);
const SEEK_BEFORE = new Set([
  "looking",
  "searching",
  "op",
  "zoek",
  "role",
  "position",
  "are",
  "is",
  "currently",
  "actively",
  "wij",
  "we",
  "join",
  "us",
  "work",
  "ga",
  "aan",
  "slag",
  "functie",
  "bent",
  "be",
]);

/** "… is looking for a detail-oriented accountant", "zoeken wij een kok". */
function titleInProse(text: string): JobTitle | null {
  const reading = readPiece(text, { start: 0, end: Math.min(text.length, SEARCH_LENGTH) });
  const { tokens } = reading;
  for (let at = 1; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? "";
    const role = SOUGHT.has(word) ? roleBefore(reading, at) : roleBehind(reading, at, word);
    const first = role === null ? undefined : tokens[role.from];
    if (role === null || first === undefined) continue;
    const line = lines(text).find(({ start, end }) => start <= first.start && first.start < end);
    const source = line === undefined || line.end - line.start > 400
      ? { start: first.start, end: tokens[role.to - 1]?.end ?? first.end }
      : line;
    const end = tokens[role.to - 1]?.end ?? first.end;
    return { name: textOf(reading, role), source, end, isSure: true };
  }
  return null;
}

/** "Kitchen assistant needed.": an occupation that opens its sentence. */
function roleBefore({ tokens, mentions }: Reading, at: number): Range | null {
  const role = mentions.findLast(({ type, to }) => type === "occupation" && to === at);
  if (role === undefined) return null;
  let first = role.from;
  while (first > 0 && DETERMINERS.has(tokens[first - 1]?.text ?? "")) first--;
  const before = tokens[first - 1];
  return before === undefined || [".", "!", "?"].includes(before.text) ? role : null;
}

const MAX_BETWEEN = 16;

/** The occupation behind a word of seeking; "zoekt ten behoeve van het team Bouw een jurist". */
function roleBehind(reading: Reading, at: number, word: string): Range | null {
  if (!SEEK.has(word)) return null;
  const { tokens } = reading;
  const isWeak = word === "for" || word === "as" || word === "als" || word === "naar";
  if (isWeak && !SEEK_BEFORE.has(tokens[at - 1]?.text ?? "")) return null;
  const near = roleAfter(reading, at + 1);
  if (near !== null || isWeak) return near;
  for (let next = at + 1; next < tokens.length && next - at <= MAX_BETWEEN; next++) {
    const token = tokens[next]?.text ?? "";
    if ([".", ";", "!", "?", ":"].includes(token)) return null;
    if (token !== "een" && token !== "a" && token !== "an") continue;
    const role = roleAfter(reading, next + 1);
    if (role !== null) return role;
  }
  return null;
}

function roleAfter(reading: Reading, from: number): Range | null {
  const { tokens } = reading;
  let start = from;
  while (
    start < tokens.length && start - from < 4 &&
    (isFunctionWord(tokens[start]?.text ?? "") || DETERMINERS.has(tokens[start]?.text ?? ""))
  ) start++;
  for (let at = start; at < tokens.length && at - start < 8; at++) {
    const token = tokens[at];
    if (
      token === undefined || token.kind === "symbol" && token.text !== "-" && token.text !== "/"
    ) return null;
    if (isFunctionWord(token.text)) return null;
    if (isRoleHead(token.text)) {
      const occupation = reading.mentions.find(({ type, from, to }) =>
        type === "occupation" && from >= start && from <= at && to > at
      );
      const adjectives = reading.mentions.findLast(({ type, to }) =>
        type === "soft" && to <= at
      )?.to ?? start;
      return {
        from: Math.max(start, adjectives, occupation?.from ?? at - 2),
        to: occupation?.to ?? at + 1,
      };
    }
  }
  return null;
}
