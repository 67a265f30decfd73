import { confirmGuarded } from "./context.ts";
import type { Base } from "./forms.ts";
import { isExactCase } from "./guards.ts";
import { type Label, type Lexicon, lexicon } from "./lexicon.ts";
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

/** `findMentions` over another lexicon than the shipped one. */
export function mentionsIn(words: Lexicon, text: string, within?: Span): Mention[] {
  const tokens = tokenize(text, within);
  const candidates = findCandidates(words, text, tokens);
  return confirmGuarded(text, tokens, candidates)
    .map(({ label, start, end }) => ({ skill: label.skill.id, start, end }));
}

function findCandidates(words: Lexicon, text: string, tokens: readonly Token[]): Candidate[] {
  const found: Candidate[] = [];
  const addresses = addressTokens(text, tokens);
  let coveredTo = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (addresses.has(at)) continue;
    const candidate = candidateAt(words, text, tokens, at, coveredTo) ??
      compoundAt(words, tokens, at, coveredTo);
    if (candidate === null) continue;
    found.push(candidate);
    if (candidate.label.skill.type === "occupation") continue;
    coveredTo = Math.max(coveredTo, candidate.to);
    at = coveredTo - 1;
  }
  return found;
}

/** The longest acceptable label at a token. */
function candidateAt(
  words: Lexicon,
  text: string,
  tokens: readonly Token[],
  at: number,
  coveredTo: number,
): Candidate | null {
  for (const hit of words.phrases.at(tokens, at, true)) {
    if (hit.from < coveredTo) continue;
    const first = tokens[hit.from];
    const last = tokens[hit.to - 1];
    if (first === undefined || last === undefined) continue;
    const span = { start: first.start, end: last.end };
    const written = text.slice(span.start, span.end);
    if (written.includes("\n\n")) continue;
    const label = hit.base === null
      ? pickLabel(hit.values, written)
      : pickInflected(hit.values, hit.base);
    if (label === null || !standsAlone(text, span, label)) continue;
    return { ...span, skill: label.skill.id, label, from: hit.from, to: hit.to };
  }
  return null;
}

function pickLabel(labels: readonly Label[], written: string): Label | null {
  let plain: Label | null = null;
  for (const label of labels) {
    if (label.guard === "any") plain ??= label;
    else if (isExactCase(written, label.text)) return label;
  }
  return plain;
}

/** A label of which the text has another form: of the right language, and a verb only for actions. */
function pickInflected(labels: readonly Label[], base: Base): Label | null {
  return labels.find(({ guard, language, skill, text }) => {
    if (guard !== "any" || language !== base.language) return false;
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
      return { skill: label.skill.id, label, start: token.start, end, from: at, to: at + 1 };
    }
  }
  return null;
}

const ADDRESS =
  /[^\s<>()[\]{}|,;"']{1,256}@[^\s<>()[\]{}|,;"']{1,256}|(?:https?:\/\/|www\.)[^\s<>()[\]{}|;"']+|\b[\w-]{1,63}\.(?:com|nl|org|io|dev|net|eu|be|de|co|ai)\/[^\s<>()[\]{}|;"']*/giu;

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
