import { createHash } from "node:crypto";
import type { Span } from "../../lib/talent/types.ts";
import type { Marked } from "./skill_metrics.ts";

const LONGEST_WORDS = 6;
const LEAST_SHARE = 0.3;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#.'’/&-]*|\.[\p{L}][\p{L}\p{N}]*/gu;

interface Word extends Span {
  readonly key: string;
}

/**
 * What a word list made of the labels themselves finds: of each half of the texts (by a hash of
 * the id) the phrases that were marked in the other half, the longest first.
 */
export function gazetteerSpans(texts: readonly Marked[]): Span[][] {
  const half = ({ id }: Marked) => createHash("sha256").update(id).digest()[0]! % 2;
  const lists = [0, 1].map((one) => phrasesOf(texts.filter((text) => half(text) !== one)));
  return texts.map((text) => phrasesIn(text.text, lists[half(text)]!).map(({ span }) => span));
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: found, index }) => {
    const word = found.replace(/[.'’/&-]+$/, "");
    return { key: word.toLowerCase(), start: index, end: index + word.length };
  });
}

/** The marked phrases that are marked wherever they stand often enough to be no chance. */
function phrasesOf(texts: readonly Marked[]): Set<string> {
  const marked = new Map<string, number>();
  for (const { text, skills } of texts) {
    for (const { start, end } of skills) {
      const words = wordsOf(text.slice(start, end));
      if (words.length === 0 || words.length > LONGEST_WORDS) continue;
      countIn(marked, words.map(({ key }) => key).join(" "));
    }
  }
  const stands = new Map<string, number>();
  const all = new Set(marked.keys());
  for (const { text } of texts) {
    for (const { phrase } of phrasesIn(text, all)) countIn(stands, phrase);
  }
  return new Set(
    [...marked].filter(([phrase, times]) => times / (stands.get(phrase) ?? times) >= LEAST_SHARE)
      .map(([phrase]) => phrase),
  );
}

function phrasesIn(text: string, phrases: ReadonlySet<string>): { phrase: string; span: Span }[] {
  const words = wordsOf(text);
  const found: { phrase: string; span: Span }[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(LONGEST_WORDS, words.length - at); length > 0; length--) {
      const run = words.slice(at, at + length);
      const phrase = run.map(({ key }) => key).join(" ");
      if (!phrases.has(phrase)) continue;
      found.push({ phrase, span: { start: run[0]!.start, end: run.at(-1)!.end } });
      at += length - 1;
      break;
    }
  }
  return found;
}

function countIn(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
