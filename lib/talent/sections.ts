import { type Headings, JOB_HEADINGS, RESUME_HEADINGS, type SectionKind } from "./headings.ts";
import { bulletLength, fold, lines, type Token, tokenize, trimSpan } from "./text.ts";
import { headingsOfRunOn, RUN_ON } from "./run_on.ts";
import type { Span } from "./types.ts";

export type { SectionKind } from "./headings.ts";

/** A part of a text under one heading. */
export interface Section {
  readonly kind: SectionKind;
  /** The heading itself; null for what stands before the first one. */
  readonly heading: Span | null;
  /** What stands under it, heading excluded, without the white space around. */
  readonly body: Span;
}

interface Found {
  readonly kind: SectionKind;
  readonly heading: Span;
  /** Where the body starts: after the heading and its colon. */
  readonly bodyStart: number;
}

/**
 * Cuts a text into its headed sections, in order: headings on a line of their own, before a colon,
 * or (job texts) swallowed by a paragraph. The sections hold all of the text but the headings.
 *
 * @returns At least one section. What stands before the first heading is "intro" (job) or
 * "summary" (résumé) with a null heading.
 */
export function readSections(text: string, as: "job" | "resume"): Section[] {
  const headings = as === "job" ? JOB_HEADINGS : RESUME_HEADINGS;
  const found: Found[] = [];
  for (const line of lines(text)) {
    const heading = headingOfLine(text, line, headings, as);
    if (heading !== null) found.push(heading);
    const from = heading?.bodyStart ?? line.start;
    const rest = { start: from, end: line.end };
    if (as === "job" && line.end - from > 60) found.push(...headingsInside(text, rest, headings));
    if (as === "resume" && line.end - from > RUN_ON) {
      found.push(...headingsOfRunOn(text, rest, headings));
    }
  }
  if (as === "resume") found.push(...otherHeadings(text, found));
  found.sort((a, b) => a.heading.start - b.heading.start);
  return toSections(text, found, as === "job" ? "intro" : "summary");
}

const MARKDOWN = /^#{1,6}(?=\s)/;

/** "## Looking at": headings of their own words, marked as two or more known ones are. */
function otherHeadings(text: string, found: readonly Found[]): Found[] {
  const markOf = ({ start, end }: Span) => MARKDOWN.exec(text.slice(start, end))?.[0] ?? "";
  const known = new Set(found.map(({ heading }) => heading.start));
  const marks = found.map(({ heading }) => markOf(heading)).filter((mark) => mark !== "");
  if (marks.length < 2) return [];
  return lines(text).filter((line) =>
    marks.includes(markOf(line)) && !known.has(line.start) && line.end - line.start < 60 &&
    !/\d/.test(text.slice(line.start, line.end))
  ).map((heading) => ({ kind: "other", heading, bodyStart: heading.end }));
}

function toSections(text: string, found: readonly Found[], first: SectionKind): Section[] {
  const sections: Section[] = [];
  const opening = trimSpan(text, { start: 0, end: found[0]?.heading.start ?? text.length });
  if (opening.end > opening.start || found.length === 0) {
    sections.push({ kind: first, heading: null, body: opening });
  }
  for (let at = 0; at < found.length; at++) {
    const one = found[at];
    if (one === undefined) continue;
    const end = Math.max(one.bodyStart, found[at + 1]?.heading.start ?? text.length);
    const body = trimSpan(text, { start: one.bodyStart, end });
    sections.push({ kind: one.kind, heading: one.heading, body });
  }
  return sections;
}

const MAX_HEADING_LENGTH = 90;

/** "Jij:", "You …": the items below say what one has or is. */
const ADDRESS =
  /^[#*_ ]*(?:jij|je|you|you must|you should|je moet)(?: have| be| hebben| zijn)?[*_ ]*(?::|\.{3}|…)[*_ ]*$/iu;
/** "Wij zoeken een leerkracht die:", "We need somebody who:". */
const SOUGHT_WHO =
  /(?<!\p{L})(?:zoeken|zoekt|op zoek naar|looking for|seeking|need|hiring)(?!\p{L}).{1,80}(?<!\p{L})(?:die|who|that|met|with)[ \t]*:$/iu;

/** The heading that a line is, or opens with before a colon. */
function headingOfLine(
  text: string,
  line: Span,
  headings: Headings,
  as: "job" | "resume",
): Found | null {
  const raw = text.slice(line.start, Math.min(line.end, line.start + MAX_HEADING_LENGTH + 1));
  const skip = isMarkedUp(raw) ? 0 : bulletLength(raw);
  const colon = raw.indexOf(":");
  if (as === "job" && (ADDRESS.test(raw) || SOUGHT_WHO.test(raw))) {
    return { kind: "requirements", heading: line, bodyStart: line.end };
  }
  if (line.end - line.start <= MAX_HEADING_LENGTH && (colon < 0 || colon === raw.length - 1)) {
    if (skip > 0 && colon < 0 && !/^\d/.test(raw)) return null;
    const kind = kindOf(raw.slice(skip), headings);
    if (kind === null || looksLikeProse(raw.slice(skip), colon >= 0)) return null;
    return { kind, heading: line, bodyStart: line.end };
  }
  if (colon < 2 || colon > 50 || skip > 0) return null;
  const kind = kindOf(raw.slice(0, colon), headings);
  if (kind === null || (as === "resume" && !opensList(raw, kind))) return null;
  const heading = { start: line.start, end: line.start + colon };
  return { kind, heading, bodyStart: line.start + colon + 1 };
}

const MAX_LABEL_LENGTH = 40;
/** Words that are headings on a line of their own, and ordinary subjects before a colon. */
const LABEL =
  /\b(?:must|nice|credit|preferred|optional|bonus|plus|pluspunt|pre|pr\u00e9|vereist|verplicht|required|mandatory|optioneel|gewenst|wenselijk|desired|desirable|ideally|idealiter|voorkeur|meegenomen|eis|essential)/i;

/**
 * The label that an item opens with, as in "Nice to have: Rust" or "Pré – Terraform": what it says
 * of the level holds for that item alone.
 */
export function labelOf(text: string, item: Span): { kind: SectionKind; bodyStart: number } | null {
  const raw = text.slice(item.start, Math.min(item.end, item.start + MAX_LABEL_LENGTH));
  const mark = /:|\s[-\u2013\u2014]\s/.exec(raw);
  if (mark === null || !LABEL.test(raw.slice(0, mark.index))) return null;
  const kind = kindOf(raw.slice(0, mark.index), JOB_HEADINGS);
  const bodyStart = item.start + mark.index + mark[0].length;
  if (kind === null || text.slice(bodyStart, item.end).trim() === "") return null;
  return { kind, bodyStart };
}

/** In a résumé "Tools: …" inside a role is no new section; "Languages: …" may be one. */
function opensList(raw: string, kind: SectionKind): boolean {
  if (
    kind !== "skills" && kind !== "languages" && kind !== "certificates" && kind !== "interests"
  ) {
    return false;
  }
  return !/^(?:tools|technolog|software|programming|expertise|system|applica)/i.test(raw);
}

function isMarkedUp(raw: string): boolean {
  return /^[*#=_~-]{2,}|^#/.test(raw) || /^\*[^\s*]/.test(raw);
}

/** A line that ends like a sentence is none of ours, however few words it has. */
function looksLikeProse(raw: string, hasColon: boolean): boolean {
  return !hasColon && (/[.,;]$/.test(raw) || /^\p{Ll}/u.test(raw) && /[!]$/.test(raw));
}

/** The kind of a heading's words, or null when one of them is foreign to headings. */
function kindOf(raw: string, headings: Headings): SectionKind | null {
  const tokens = tokenize(closeUp(raw)).filter((token) => token.kind !== "symbol");
  if (tokens.length === 0 || tokens.length > 11) return null;
  const kinds = coverWith(tokens, headings);
  return kinds === null ? null : pick(kinds, tokens);
}

/** "E X P E R I E N C E" → "EXPERIENCE". */
function closeUp(raw: string): string {
  if (!/^(?:\p{L} ){3,}/u.test(raw)) return raw;
  return raw.split(/ {2,}|\t/).map((word) =>
    /^(?:\S )+\S$/.test(word) ? word.replaceAll(" ", "") : word
  )
    .join(" ");
}

/** The kinds of the phrases that, with fillers, make up all the words; null when they don't. */
function coverWith(tokens: readonly Token[], headings: Headings): SectionKind[] | null {
  const kinds: SectionKind[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = headings.phrases.at(tokens, at)[0];
    const kind = hit?.values[0];
    if (hit !== undefined && kind !== undefined) {
      kinds.push(kind);
      at = hit.to;
    } else if (headings.fillers.has(tokens[at]?.text ?? "") || tokens[at]?.kind === "number") at++;
    else return null;
  }
  return kinds.length > 0 ? kinds : null;
}

const REQUIRED_WORDS = new Set(["required", "minimum", "mandatory", "must", "vereist", "harde"]);

/** Which of several kinds a heading has: a wish beats the noun beside it, what is asked the rest. */
function pick(kinds: readonly SectionKind[], tokens: readonly Token[]): SectionKind | null {
  const isRequired = tokens.some(({ text }) => REQUIRED_WORDS.has(text));
  if (kinds.includes("nice_to_have") && !isRequired) return "nice_to_have";
  if (kinds.includes("benefits")) return "benefits";
  if (kinds.includes("experience") && kinds.includes("projects")) return "experience";
  if (kinds.includes("other") && kinds[0] === "other") return "other";
  if (kinds.includes("requirements")) return "requirements";
  return kinds[0] ?? null;
}

/** Headings inside a paragraph: "… on time.Requirements: SQL …", "…teams.What You Need - AWS". */
function headingsInside(text: string, line: Span, headings: Headings): Found[] {
  const found: Found[] = [];
  const tokens = splitHumps(text, tokenize(text, line));
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word" || !startsUpper(text, token)) continue;
    if (!followsBreak(text, tokens, at)) continue;
    const end = headingEnd(text, tokens, at, headings);
    if (end === null) continue;
    found.push(end.found);
    at = end.to - 1;
  }
  return found;
}

const HUMP =
  /(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Ll}{3})(?=\p{Lu}{3})/u;

/** Two words that lost the line end between them are two: "DockerWhat's" ends and begins a line. */
function splitHumps(text: string, tokens: readonly Token[]): Token[] {
  const split: Token[] = [];
  for (const token of tokens) {
    const written = text.slice(token.start, token.end);
    const cut = token.kind === "word" && written.length > 4 ? HUMP.exec(written)?.index ?? 0 : 0;
    if (cut < 2) {
      split.push(token);
      continue;
    }
    const middle = token.start + cut;
    split.push({ ...token, text: fold(written.slice(0, cut)), end: middle });
    split.push({ ...token, text: fold(written.slice(cut)), start: middle, glued: true });
  }
  return split;
}

/** Whether something ended right before: a sentence, or (two words run together) a line. */
function followsBreak(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined) return false;
  if (before.kind === "word" && before.end === token.start) return true;
  if (before.kind === "symbol") return ".!?)•*;:%".includes(before.text);
  return text.slice(before.end, token.start).includes("  ");
}

function headingEnd(
  text: string,
  tokens: readonly Token[],
  at: number,
  headings: Headings,
): { found: Found; to: number } | null {
  const kinds: SectionKind[] = [];
  let to = at;
  let phraseWords = 0;
  let afterPhrase = at;
  while (to < tokens.length && to - at < 8) {
    const hit = headings.phrases.at(tokens, to)[0];
    const kind = hit?.values[0];
    if (hit !== undefined && kind !== undefined && isTitled(text, tokens, to)) {
      kinds.push(kind);
      phraseWords += hit.to - hit.from;
      afterPhrase = to = hit.to;
    } else if (headings.fillers.has(tokens[to]?.text ?? "") && kinds.length < 3) to++;
    else break;
  }
  const first = tokens[at];
  if (kinds.length === 0 || first === undefined) return null;
  for (const end of new Set([to, afterPhrase])) {
    const last = tokens[end - 1];
    const kind = pick(kinds, tokens.slice(at, end));
    if (last === undefined || kind === null) continue;
    if (!isHeadingLike(text, tokens, at, end, phraseWords)) continue;
    const next = tokens[end];
    const bodyStart = next?.text === ":" ? next.end : last.end;
    return { found: { kind, heading: { start: first.start, end: last.end }, bodyStart }, to: end };
  }
  return null;
}

function isTitled(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && startsUpper(text, token);
}

/** What follows tells: a colon, a dash, or (after several capitalised words) a new capital. */
function isHeadingLike(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  phraseWords: number,
): boolean {
  const next = tokens[to];
  if (next === undefined) return false;
  if (next.text === ":") return true;
  const long = tokens[from]?.text.length ?? 0;
  if ("-–*•".includes(next.text)) return next.glued || phraseWords >= 2 || long >= 12;
  if (next.kind === "number") return phraseWords >= 2;
  if (next.kind !== "word" || !startsUpper(text, next)) return false;
  const last = tokens[to - 1];
  if (last === undefined || !startsUpper(text, last) && tokens[from]?.text !== "what") return false;
  if (
    phraseWords === 1 && !STRONG_HEADINGS.has(last.text) &&
    !STRONG_HEADINGS.has(tokens[from]?.text ?? "")
  ) {
    return false;
  }
  return phraseWords >= 2 || (long >= 10 && to - from === 1) || to - from >= 2;
}

/** Words that need no colon to be a heading in the middle of a paragraph. */
const STRONG_HEADINGS = new Set(
  ("responsibilities requirements qualifications duties benefits accountabilities competencies functie-eisen " +
    "werkzaamheden verantwoordelijkheden arbeidsvoorwaarden vereisten kwalificaties").split(" "),
);

function startsUpper(text: string, token: Token): boolean {
  return /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
}
