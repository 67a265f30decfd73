import { fold } from "../talent/text.ts";

/** How many hashes a signature has; its estimate is good to about 0.05. */
export const SIGNATURE_SIZE = 64;

/** Four hashes to a band: two texts that are 0.8 alike share one of sixteen all but always. */
const ROWS_PER_BAND = 4;

/** From this share of common shingles on, two texts count as nearly the same. */
export const NEAR = 0.8;

const WORDS_PER_SHINGLE = 5;

/** What is compared of a text; a résumé that is longer says who it is before this. */
const MAX_CHARACTERS = 100_000;

/**
 * The MinHash of a text over its shingles of five words, accents and case left aside: 64 signed
 * 32-bit integers. Two texts have as many of them in common as they have shingles in common.
 *
 * @returns Null for a text without words.
 */
export function signatureOf(text: string): number[] | null {
  const shingles = shinglesOf(text);
  if (shingles.size === 0) return null;
  const least = new Uint32Array(SIGNATURE_SIZE).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let row = 0; row < SIGNATURE_SIZE; row++) {
      const hash = mix(shingle ^ SEEDS[row]!); // row < SIGNATURE_SIZE, its length
      if (hash < least[row]!) least[row] = hash;
    }
  }
  return Array.from(least, (hash) => hash | 0);
}

/** The buckets of a signature: texts that share none are not alike. */
export function bandsOf(signature: readonly number[]): number[] {
  const bands: number[] = [];
  for (let start = 0; start < signature.length; start += ROWS_PER_BAND) {
    let hash = start + 1; // the same hashes in another band are another bucket
    for (const row of signature.slice(start, start + ROWS_PER_BAND)) hash = mix(hash ^ row) + row;
    bands.push(hash | 0);
  }
  return bands;
}

/** How alike two texts are by their signatures, from 0 to 1. */
export function estimateSimilarity(one: readonly number[], other: readonly number[]): number {
  return one.filter((hash, row) => hash === other[row]).length / SIGNATURE_SIZE;
}

/** The share of shingles that two texts have in common (Jaccard), from 0 to 1. */
export function similarityOf(one: string, other: string): number {
  const [a, b] = [shinglesOf(one), shinglesOf(other)];
  const common = a.intersection(b).size;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** The hashes of all runs of five words; one of all words when there are fewer. */
function shinglesOf(text: string): Set<number> {
  const words = fold(text.slice(0, MAX_CHARACTERS)).match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashWord);
  const shingles = new Set<number>();
  const last = Math.max(1, hashes.length - WORDS_PER_SHINGLE + 1);
  for (let start = 0; start < last && start < hashes.length; start++) {
    let shingle = 0;
    for (const hash of hashes.slice(start, start + WORDS_PER_SHINGLE)) {
      shingle = mix(Math.imul(shingle, 31) + hash);
    }
    shingles.add(shingle);
  }
  return shingles;
}

/** FNV-1a over UTF-16 code units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Spreads the bits of a 32-bit integer; one to one, and never negative. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One number to each hash function: the stored signatures were made with these. */
const SEEDS = Uint32Array.from(
  { length: SIGNATURE_SIZE },
  (_, row) => mix(Math.imul(row + 1, 0x9e3779b1)),
);
