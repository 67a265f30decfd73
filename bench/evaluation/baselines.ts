import { isContentWord } from "../../lib/talent/words.ts";

type Counts = ReadonlyMap<string, number>;

/** Scores every document of a pool against a query. */
export type Scorer = (query: string, pool: readonly string[]) => number[];

const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu;

function countWords(text: string): Counts {
  const counts = new Map<string, number>();
  for (const [found] of text.toLowerCase().matchAll(WORD)) {
    const word = found.replace(/\.+$/, "");
    if (!isContentWord(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function documentCounts(pool: readonly Counts[]): Counts {
  const found = new Map<string, number>();
  for (const counts of pool) {
    for (const word of counts.keys()) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return found;
}

/** The cosine of the words' weights: 1 + ln of the count, times rarity in the pool. */
export const tfIdfCosine: Scorer = (query, pool) => {
  const counted = pool.map(countWords);
  const found = documentCounts(counted);
  const weigh = (counts: Counts) => {
    const weights = new Map<string, number>();
    for (const [word, count] of counts) {
      const rarity = Math.log((1 + pool.length) / (1 + (found.get(word) ?? 0))) + 1;
      weights.set(word, (1 + Math.log(count)) * rarity);
    }
    return { weights, length: Math.hypot(...weights.values()) || 1 };
  };
  const asked = weigh(countWords(query));
  return counted.map((counts) => {
    const { weights, length } = weigh(counts);
    let dot = 0;
    for (const [word, weight] of weights) dot += weight * (asked.weights.get(word) ?? 0);
    return dot / (length * asked.length);
  });
};

const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 with k1 1.2 and b 0.75; a word that the query repeats counts each time. */
export const bm25: Scorer = (query, pool) => {
  const counted = pool.map(countWords);
  const found = documentCounts(counted);
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0));
  const mean = lengths.reduce((sum, n) => sum + n, 0) / pool.length || 1;
  const asked = countWords(query);
  return counted.map((counts, at) => {
    let score = 0;
    for (const [word, times] of asked) {
      const count = counts.get(word) ?? 0;
      const inPool = found.get(word) ?? 0;
      const rarity = Math.log(1 + (pool.length - inPool + 0.5) / (inPool + 0.5));
      const length = 1 - B + B * (lengths[at] ?? 0) / mean;
      score += times * rarity * (count * (K1 + 1)) / (count + K1 * length);
    }
    return score;
  });
};
