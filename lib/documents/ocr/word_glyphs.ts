import type { Box } from "../pdf/geometry.ts";
import type { Glyph } from "../pdf/painted.ts";
import type { RecognisedWord } from "./tesseract.ts";

/** Less sure than this, it is a blot or a part of a photo. */
const MIN_CONFIDENCE = 0.3;
/** The same for what has neither letter nor digit: rules, frames and dirt. */
const MIN_SIGN_CONFIDENCE = 0.6;

/** Letters that reach below the baseline. */
const BELOW = /[gjpqyQ,;()[\]{}|/_]/;
/** How far capitals and letters such as "h" rise, in font sizes. */
const RISE = 0.73;
/** The same of letters such as "x". */
const LOW_RISE = 0.53;
const HIGH = /[\p{Lu}\p{N}bdfhklt]/u;

/** What bullets are taken for when they stand before a line. */
const BULLETS = /^[«»*¢©®°•·○●■▪◦‣+-]$/u;

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

function isKept({ text, confidence }: RecognisedWord, isFirst: boolean): boolean {
  if (isWord(text)) return confidence >= MIN_CONFIDENCE;
  return confidence >= MIN_SIGN_CONFIDENCE || (isFirst && BULLETS.test(text));
}

function median(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** How far lines fall, in pixels for each one to the right: a page lies a little askew. */
function slopeOf(lines: readonly (readonly RecognisedWord[])[]): number {
  const slopes = lines.flatMap((words) => {
    const standing = words.filter(({ text }) => isWord(text) && !BELOW.test(text));
    const [first, last] = [standing[0], standing.at(-1)];
    if (!first || !last || last.left - first.left < (first.bottom - first.top) * 8) return [];
    return [(last.bottom - first.bottom) / (last.right - first.right)];
  });
  return median(slopes) ?? 0;
}

/** One line of words, its baseline and its font size, in pixels. */
function measure(words: readonly RecognisedWord[], slope: number) {
  const level = words.map((word) => {
    const shift = slope * (word.left + word.right) / 2;
    return { ...word, top: word.top - shift, bottom: word.bottom - shift };
  });
  const standing = level.filter(({ text }) => isWord(text) && !BELOW.test(text));
  const lowest = Math.max(...level.map(({ bottom }) => bottom));
  const highest = Math.min(...level.map(({ top }) => top));
  const baseline = median(standing.map(({ bottom }) => bottom)) ??
    lowest - (lowest - highest) * 0.22;
  const high = level.filter(({ text }) => HIGH.test(text)).map(({ top }) => baseline - top);
  const low = level.map(({ top }) => baseline - top);
  const size = high.length > 0 ? (median(high) ?? 0) / RISE : (median(low) ?? 0) / LOW_RISE;
  return { level, baseline, size: Math.max(1, size) };
}

/**
 * The words of a picture as the glyphs of a page, so that they are put in order as those of any
 * page are. A word's letters get equal shares of its width; what is too doubtful is left out.
 *
 * @param density Pixels a point.
 * @param page In points.
 */
export function glyphsOf(
  words: readonly RecognisedWord[],
  density: number,
  page: Box,
): Glyph[] {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()];
  const slope = slopeOf(lines);
  const glyphs: Glyph[] = [];
  for (const [run, line] of lines.entries()) {
    const kept = line.filter((word, i) => isKept(word, i === 0 && line.length > 1));
    if (kept.length === 0) continue;
    const { level, baseline, size } = measure(kept, slope);
    const y = baseline / density;
    const common = { y, endY: y, size: size / density, run };
    level.forEach((word, i) => {
      const isBullet = i === 0 && level.length > 1 && BULLETS.test(word.text);
      const letters = isBullet ? ["•"] : [...word.text];
      const step = (word.right - word.left) / letters.length;
      letters.forEach((text, at) => {
        const x = (word.left + step * at) / density;
        const endX = (word.left + step * (at + 1)) / density;
        glyphs.push({ ...PRINTED, ...common, text, x, endX, clip: page });
      });
      const end = word.right / density;
      glyphs.push({ ...PRINTED, ...common, text: " ", x: end, endX: end, clip: page });
    });
  }
  return glyphs;
}

const PRINTED = { fill: [0, 0, 0], alpha: 1, unpainted: false, shapesBefore: 0, font: "" } as const;
