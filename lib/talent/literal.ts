import { stem } from "./stems.ts";
import { type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";
import { isContentWord, isFunctionWord } from "./words.ts";

/** Where a phrase was found by its words. */
export interface LiteralHit extends Span {
  /** The share of the phrase's content words that stand together here, over 0 to 1. */
  readonly share: number;
}

/** The words of a text by their stems, made once for all phrases. */
export interface WordIndex {
  readonly tokens: readonly Token[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

/** Words of a phrase stand at most this far apart. */
const REACH = 8;
/** A phrase that stands in more places shows nothing more by those. */
const MAX_PLACES = 400;

export function indexWords(tokens: readonly Token[]): WordIndex {
  const positions = new Map<string, number[]>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "symbol") continue;
    const key = stem(token.text);
    const known = positions.get(key);
    if (known === undefined) positions.set(key, [at]);
    else if (known.length < MAX_PLACES) known.push(at);
  }
  return { tokens, positions };
}

/** Nouns that say little of what a phrase is about: "the energy sector", "packaging industry". */
const GENERIC_NOUNS = new Set(
  "sector sectors industry industries branche branches industrie".split(" "),
);

/** The stems of the words of a phrase that say something; all of its words when none does. */
export function contentStems(phrase: string): string[] {
  const words = tokenize(phrase).filter(({ kind }) => kind !== "symbol").map(({ text }) => text);
  const telling = words.filter((word) => isContentWord(word) && !GENERIC_NOUNS.has(word));
  const content = telling.length > 0 ? telling : words.filter(isContentWord);
  const rest = words.filter((word) => !isFunctionWord(word));
  const chosen = content.length > 0 ? content : rest.length > 0 ? rest : words;
  return [...new Set(chosen.map(stem))];
}

/**
 * Finds a literal phrase by its content words, inflected or not, near each other in any order.
 *
 * @returns The places with the greatest share of the words, in order; empty when under half of
 * them stand together anywhere.
 */
export function findLiteral(words: WordIndex, phrase: string): LiteralHit[] {
  const stems = contentStems(phrase);
  if (stems.length === 0) return [];
  let best: LiteralHit[] = [];
  let share = 0.5;
  for (const key of stems) {
    for (const at of words.positions.get(key) ?? []) {
      const hit = around(words, stems, at);
      if (hit.share < share || (hit.share < 1 && !isTelling(hit.found, stems))) continue;
      if (hit.share > share) best = [];
      share = hit.share;
      if (!best.some(({ start }) => start === hit.start)) best.push(hit);
      if (best.length > 20) break;
    }
  }
  return best.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** One word of several tells something only where it is long, or half of a name of two. */
const LONG_STEM = 7;

function isTelling(found: ReadonlySet<string>, stems: readonly string[]): boolean {
  if (found.size > 1) return true;
  const [only = ""] = found;
  return stems.length === 2 && only.length >= LONG_STEM;
}

/** The words of the phrase around one of them. */
function around(
  words: WordIndex,
  stems: readonly string[],
  at: number,
): LiteralHit & { readonly found: ReadonlySet<string> } {
  const seen = new Set<string>();
  let first = at;
  let last = at;
  const reach = REACH + stems.length;
  for (let near = Math.max(0, at - reach); near <= at + reach; near++) {
    const token = words.tokens[near];
    if (token === undefined || token.kind === "symbol") continue;
    const key = stem(token.text);
    if (!stems.includes(key) || seen.has(key)) continue;
    seen.add(key);
    first = Math.min(first, near);
    last = Math.max(last, near);
  }
  const [start, end] = [words.tokens[first]?.start ?? 0, words.tokens[last]?.end ?? 0];
  return { start, end, share: seen.size / stems.length, found: seen };
}
