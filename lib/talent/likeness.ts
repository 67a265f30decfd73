import { isContact } from "./contact.ts";
import { doubtAt } from "./denial.ts";
import { outside } from "./personal_spans.ts";
import type { ParsedResume } from "./resume.ts";
import { stem } from "./stems.ts";
import { tellingOf } from "./telling.ts";
import { tokenize } from "./text.ts";
import type { Evidence, Likeness, PostingWord } from "./types.ts";

/** The figures of BM25, and what they are set to. */
export const BM25 = {
  /** How soon a word that is said again adds little. */
  k1: 1.2,
  /** How much a long résumé has to say more. */
  b: 0.75,
  /** The length of a usual résumé, in words. */
  usualLength: 600,
  /** Nobody says all the words of a posting: who says this much of them is fully alike. */
  wholeFrom: 0.4,
} as const;

/** What tells less is in every posting. */
const MIN_TELLING = 0.25;
const MAX_WORDS = 40;
/** Words beyond this are not read, as with requirements. */
const MAX_LENGTH = 50_000;
const MAX_QUOTES = 10;

/**
 * The words of a posting that say most of what the work is about, each with how much it weighs: how
 * much it tells, more when it is said again.
 *
 * @returns At most 40, the heaviest first; equals in the order of the alphabet.
 * @see tellingOf for where the weight of a word comes from: our own lexicon, no corpus
 */
export function readPosting(text: string): PostingWord[] {
  const found = new Map<string, { telling: number; times: number }>();
  for (const { kind, text: word } of tokenize(text.slice(0, MAX_LENGTH))) {
    if (kind !== "word") continue;
    const telling = tellingOf(word);
    if (telling <= MIN_TELLING) continue;
    const key = stem(word);
    const known = found.get(key);
    if (known === undefined) found.set(key, { telling, times: 1 });
    else {
      known.telling = Math.max(known.telling, telling);
      known.times += 1;
    }
  }
  return [...found].map(([word, { telling, times }]) => ({
    word,
    weight: Math.round(telling * (1 + Math.log(times)) * 1000) / 1000,
  })).sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, MAX_WORDS);
}

/**
 * How alike a résumé is to the words of a posting: the BM25 of the words that it says, as a share of
 * what all of them could give. Who somebody is and what the résumé denies say nothing.
 *
 * @returns Null when the posting has no words.
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance
 *   Framework: BM25 and Beyond
 */
export function likenessOf(
  resume: ParsedResume,
  posting: readonly PostingWord[],
): Likeness | null {
  const all = posting.reduce((sum, { weight }) => sum + weight, 0);
  if (all <= 0) return null;
  const written = outside(resume.words.tokens, resume.personal);
  const length = written.filter(({ kind }) => kind === "word").length;
  const slack = BM25.k1 * (1 - BM25.b + BM25.b * length / BM25.usualLength);
  const found: { gain: number; quote: Evidence }[] = [];
  for (const { word, weight } of posting) {
    const places = placesOfWord(resume, word);
    const [first] = places;
    if (first === undefined) continue;
    found.push({ gain: weight * places.length / (places.length + slack), quote: first });
  }
  const gained = found.reduce((sum, { gain }) => sum + gain, 0);
  const share = Math.min(1, gained / (all * BM25.wholeFrom));
  const quotes = found.sort((a, b) => b.gain - a.gain || a.quote.start - b.quote.start)
    .slice(0, MAX_QUOTES).map(({ quote }) => quote);
  return { percent: Math.floor(share * 100 + 1e-7), evidence: quotes };
}

function placesOfWord({ text, words, doubts, personal }: ParsedResume, word: string) {
  const places: Evidence[] = [];
  for (const at of words.positions.get(word) ?? []) {
    const token = words.tokens[at];
    if (token === undefined || isContact(personal, token)) continue;
    if (doubtAt(doubts, token)?.doubt === "denied") continue;
    places.push({ start: token.start, end: token.end, text: text.slice(token.start, token.end) });
  }
  return places;
}
