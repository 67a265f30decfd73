import type { JobSentence } from "./job_sentences.ts";
import { dutyWords } from "./match_duty.ts";
import { readPiece, textOf } from "./reading.ts";
import { isDuty } from "./target.ts";
import type { Token } from "./text.ts";
import type { Span } from "./types.ts";
import { AUXILIARIES, isFunctionWord, verbBase } from "./words.ts";

/** A piece of the work, in the posting's words. */
export interface Duty {
  readonly name: string;
  readonly source: Span;
}

const MAX_DUTIES = 10;
const MAX_TOKENS = 34;

/** Opens the work behind "you will", "responsible for", "the coach will". */
const LEADS = new Set(["will", "to", "for", "in", "by", "with"]);
const MAX_LEAD = 12;

/**
 * The pieces of work that a posting tells at length: those that say most of what the work is about,
 * in the order of the text.
 */
export function readDuties(text: string, sentences: readonly JobSentence[]): Duty[] {
  const found: (Duty & { weight: number })[] = [];
  for (const sentence of sentences) {
    if (sentence.zone === "requirement" || sentence.zone === "wish") continue;
    const duty = dutyOf(text, sentence);
    if (duty === null || found.some(({ name }) => name === duty.name)) continue;
    const words = [...dutyWords(duty.name).values()].sort((a, b) => b - a).slice(0, 6);
    found.push({ ...duty, weight: words.reduce((sum, one) => sum + one, 0) });
  }
  const kept = found.toSorted((a, b) => b.weight - a.weight || a.source.start - b.source.start)
    .slice(0, MAX_DUTIES);
  return kept.sort((a, b) => a.source.start - b.source.start)
    .map(({ name, source }) => ({ name, source }));
}

function dutyOf(text: string, sentence: JobSentence): Duty | null {
  const { tokens } = sentence;
  const from = openingOf(tokens.map(({ text }) => text));
  const first = from === null ? undefined : tokens[from];
  if (from === null || first === undefined) return null;
  const last = tokens[Math.min(tokens.length, from + MAX_TOKENS) - 1];
  const reading = readPiece(text, { start: first.start, end: last?.end ?? sentence.end });
  if (!isDuty(reading)) return null;
  let to = reading.tokens.length;
  while (to > 0 && saysNothing(reading.tokens[to - 1])) to--;
  const name = textOf(reading, { from: 0, to }).slice(0, 255).trimEnd();
  return { name, source: { start: sentence.start, end: sentence.end } };
}

function saysNothing(token: Token | undefined): boolean {
  return token === undefined || token.kind === "symbol" || isFunctionWord(token.text);
}

/** The verb that the work opens with: the first word, or the first verb behind a lead. */
function openingOf(words: readonly string[]): number | null {
  if (isVerb(words[0])) return 0;
  if (isVerb(words[1]) && !/\w/.test(words[0] ?? "")) return 1;
  for (let at = 1; at < Math.min(words.length, MAX_LEAD); at++) {
    if (LEADS.has(words[at - 1] ?? "") && isVerb(words[at])) return at;
  }
  return null;
}

function isVerb(word: string | undefined): boolean {
  return word !== undefined && verbBase(word) !== null && !AUXILIARIES.has(word);
}
