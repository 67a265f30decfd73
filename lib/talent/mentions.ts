import { confirmGuarded } from "./context.ts";
import type { Base } from "./forms.ts";
import { isExactCase } from "./guards.ts";
import { type Label, type Lexicon, lexicon } from "./lexicon.ts";
import type { Hit } from "./phrases.ts";
import { type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";

/** A known skill, where a text names it. */
export interface Mention extends Span {
  /** The skill's id. */
  readonly skill: string;
}

/** A mention that may still turn out to be an ordinary word. */
export interface Candidate extends Mention {
  readonly label: Label;
  /** What the words mean where nothing supports that label: "Chef" is a cook without Puppet beside. */
  readonly otherwise: Label | null;
  /** Tokens `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the known skills that a text names, by one walk over its tokens.
 *
 * @param within Look in this part alone; offsets stay those of the whole text.
 * @returns Sorted by start. The longest label wins; no mention lies over another, except that the
 * skills inside an occupation's name ("Java developer") are given too.
 */
export function findMentions(text: string, within?: Span): Mention[] {
  return mentionsIn(lexicon(), text, within);
}

/** `findMentions` in a text that is cut into tokens already. */
export function mentionsAmong(text: string, tokens: readonly Token[]): Mention[] {
  return confirmed(lexicon(), text, tokens);
}

/** `findMentions` over another lexicon than the shipped one. */
export function mentionsIn(words: Lexicon, text: string, within?: Span): Mention[] {
  return confirmed(words, text, tokenize(text, within));
}

function confirmed(words: Lexicon, text: string, tokens: readonly Token[]): Mention[] {
  const candidates = findCandidates(words, text, tokens);
  return confirmGuarded(text, tokens, candidates)
    .map(({ label, start, end }) => ({ skill: label.skill.id, start, end }));
}

function findCandidates(words: Lexicon, text: string, tokens: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  const addresses = addressTokens(text, tokens);
  let coveredTo = 0;
  let roleTo = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (addresses.has(at)) continue;
    const first = candidateAt(words, text, tokens, at, { coveredTo, isInRole: at < roleTo }) ??
      compoundAt(words, tokens, at, coveredTo);
    if (first === null) continue;
    found.push(first);
    if (first.label.skill.type === "occupation") {
      roleTo = first.to;
      const inner = candidateAt(words, text, tokens, at, { coveredTo, isInRole: true });
      if (inner === null || inner.to > roleTo) continue;
      found.push(inner);
      coveredTo = inner.to;
    } else coveredTo = first.to;
    at = coveredTo - 1;
  }
  return found;
}

interface Place {
  /** Tokens before this one belong to a name already. */
  readonly coveredTo: number;
  /** Inside an occupation's name neither other occupations count nor verbs: a bediende is a clerk. */
  readonly isInRole: boolean;
}

/** The longest acceptable label at a token. */
function candidateAt(
  words: Lexicon,
  text: string,
  tokens: readonly Token[],
  at: number,
  place: Place,
): Candidate | null {
  if (at < place.coveredTo) return null;
  for (const hit of hitsAt(words, tokens, at)) {
    const first = tokens[hit.from];
    const last = tokens[hit.to - 1];
    if (first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    const written = text.slice(span.start, span.end);
    if (written.includes("\n\n") || endsInNext(text, span.end, written)) continue;
    if (place.isInRole && hit.base?.isVerb === true) continue;
    const label = hit.base === null
      ? pickLabel(hit.values, written)
      : pickInflected(hit.values, hit.base);
    if (label === null || place.isInRole && label.skill.type === "occupation") continue;
    if (standsAlone(text, span, label)) {
      const otherwise = label.guard === "guarded" ? plainOf(hit.values) : null;
      return { ...span, skill: label.skill.id, label, otherwise, from: hit.from, to: hit.to };
    }
  }
  return null;
}

/** "B2 B2" holds no "B2B": one letter with a digit behind it begins another name. */
function endsInNext(text: string, end: number, written: string): boolean {
  return /\d/.test(text[end] ?? "") && /\s\p{L}$/u.test(written);
}

const MAX_LABEL_TOKENS = 8;

/** The phrases at a token; "front-end" is also looked up as "frontend". */
function hitsAt(words: Lexicon, tokens: readonly Token[], at: number): Hit<Label>[] {
  const hits = words.phrases.at(tokens, at, true);
  const [token, hyphen, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.kind !== "word" || next?.kind !== "word" || hyphen?.text !== "-") return hits;
  if (!hyphen.glued || !next.glued || hits.some(({ to }) => to > at + 1)) return hits;
  const joined = { ...token, text: token.text + next.text, end: next.end };
  const rest = [joined, ...tokens.slice(at + 3, at + MAX_LABEL_TOKENS)];
  const more = words.phrases.at(rest, 0, true)
    .map((hit) => ({ ...hit, from: at, to: hit.to + at + 2 }));
  return [...more, ...hits];
}

function pickLabel(labels: readonly Label[], written: string): Label | null {
  return labels.find(({ guard, text }) => guard !== "any" && isExactCase(written, text)) ??
    plainOf(labels);
}

function plainOf(labels: readonly Label[]): Label | null {
  return labels.find(({ guard }) => guard === "any") ?? null;
}

/** A label of which the text has another form: of the right language, and a verb only for actions. */
function pickInflected(labels: readonly Label[], base: Base): Label | null {
  return labels.find(({ guard, language, skill, text }) => {
    if (guard !== "any" || language !== base.language || skill.type === "language") return false;
    const isAction = skill.type === "skill" || skill.type === "method";
    if (base.isVerb) return isAction;
    return !isAction || language === "en" || !text.endsWith("en");
  }) ?? null;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a label stands apart from letters and from marks that would make it another name. */
function standsAlone(text: string, span: Span, label: Label): boolean {
  const before = text[span.start - 1] ?? " ";
  const after = text[span.end] ?? " ";
  if (after === "+" && text[span.end + 1] === "+") return false;
  if (after === "#" || (after === "+" && span.end - span.start === 1)) return false;
  const isShort = span.end - span.start <= 3;
  if (LETTER_OR_DIGIT.test(before)) return false;
  if (LETTER_OR_DIGIT.test(after)) return !isShort && /\p{N}/u.test(after) && label.guard === "any";
  return true;
}

/** Heads of Dutch compounds that say "skill in" what stands before them. */
const COMPOUND_HEADS = [
  "vaardigheden",
  "vaardigheid",
  "werkzaamheden",
  "ervaring",
  "kennis",
  "applicaties",
  "applicatie",
  "systemen",
  "systeem",
  "omgevingen",
  "omgeving",
  "projecten",
  "trajecten",
  "taken",
];

/** "Excelvaardigheden", "inkoopervaring": a label written together with such a head. */
function compoundAt(
  words: Lexicon,
  tokens: readonly Token[],
  at: number,
  coveredTo: number,
): Candidate | null {
  const token = tokens[at];
  if (token === undefined || at < coveredTo || token.kind !== "word" || token.text.length < 10) {
    return null;
  }
  for (const head of COMPOUND_HEADS) {
    if (!token.text.endsWith(head)) continue;
    const stem = token.text.slice(0, -head.length);
    for (const part of [stem, stem.replace(/s$/, "")]) {
      if (part.length < 4) continue;
      const [hit] = words.phrases.at([{ ...token, text: part }], 0);
      const label = hit?.values.find(({ guard }) => guard === "any");
      if (label === undefined || token.end - token.start !== token.text.length) continue;
      const end = token.start + part.length;
      const span = { start: token.start, end, from: at, to: at + 1 };
      return { ...span, skill: label.skill.id, label, otherwise: null };
    }
  }
  return null;
}

const ADDRESS =
  /(?<![^\s<>()[\]{}|,;"'])[^\s<>()[\]{}|,;"']{1,256}@[^\s<>()[\]{}|,;"']{1,256}|(?:https?:\/\/|www\.)[^\s<>()[\]{}|;"']+|\b[\w-]{1,63}\.(?:com|nl|org|io|dev|net|eu|be|de|co|ai)\/[^\s<>()[\]{}|;"']*/giu;

/** The tokens that belong to an e-mail or web address, which name no skill. */
function addressTokens(text: string, tokens: readonly Token[]): Set<number> {
  const first = tokens[0];
  const last = tokens.at(-1);
  const inside = new Set<number>();
  if (first === undefined || last === undefined) return inside;
  const part = text.slice(first.start, last.end);
  if (!part.includes("@") && !part.includes("/") && !part.includes("www.")) return inside;
  let at = 0;
  for (const match of part.matchAll(ADDRESS)) {
    const start = first.start + match.index;
    const end = start + match[0].length;
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    for (; at < tokens.length && (tokens[at]?.start ?? end) < end; at++) inside.add(at);
  }
  return inside;
}
