import { LANGUAGES } from "../ocr/languages.ts";
import { type RecognisedWord, recogniseWords } from "../ocr/tesseract.ts";
import { glyphsOf } from "../ocr/word_glyphs.ts";
import { assemblePage } from "./assemble.ts";
import { drawScan } from "./draw_scan.ts";
import type { TextLine } from "./hyphens.ts";
import type { Painted } from "./painted.ts";
import type { OpenPdf, PageOperations } from "./pdfjs.ts";

/** A page's operations, and what they came to. */
export interface PaintedPage {
  readonly operations: PageOperations;
  readonly painted: Painted;
}

/** What was made out on scanned pages. */
export interface RecognisedPages {
  /** By the number of the page, from 1; a page of which nothing was made out is not there. */
  readonly lines: ReadonlyMap<number, readonly TextLine[]>;
  /** The mean over all letters, 0 to 1; null when nothing was made out. */
  readonly confidence: number | null;
}

/**
 * Makes out the words on the pictures of pages. It can't be stopped, so it runs only where whoever
 * asked ends the process when the time is over.
 *
 * @param pdf Opened with pixels.
 * @param numbers Of the pages, from 1.
 */
export async function recogniseScans(
  pdf: OpenPdf,
  numbers: readonly number[],
  paint: (pdf: OpenPdf, number: number) => Promise<PaintedPage>,
): Promise<RecognisedPages> {
  const lines = new Map<number, readonly TextLine[]>();
  const all: RecognisedWord[] = [];
  for (const number of numbers) {
    const { operations, painted } = await paint(pdf, number);
    const scan = drawScan(operations, painted);
    if (!scan) continue;
    const words = await recogniseWords(scan.image, scan.density * 72, LANGUAGES);
    const box = { x0: 0, y0: 0, x1: painted.width, y1: painted.height };
    const placed = glyphsOf(words, scan.density, box).map((glyph, order) => ({ glyph, order }));
    const page = assemblePage(placed, placed.map(() => null), painted.height);
    if (page.lines.length === 0) continue;
    lines.set(number, page.lines);
    all.push(...words);
  }
  return { lines, confidence: confidenceOf(all) };
}

/** By letters, so that blots count for little; in hundredths. */
function confidenceOf(words: readonly RecognisedWord[]): number | null {
  let [sum, letters] = [0, 0];
  for (const { text, confidence } of words) {
    const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    sum += confidence * count;
    letters += count;
  }
  return letters === 0 ? null : Math.round((sum / letters) * 100) / 100;
}
