import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits, ReadProgress, Recognition } from "../types.ts";
import { assemblePage, type PageText } from "./assemble.ts";
import { withDrawnBullets } from "./drawn_bullets.ts";
import { Painter } from "./paint.ts";
import type { Painted, Picture } from "./painted.ts";
import { hasPhoto, isTooFineForLogo, portraitsOf } from "./photo.ts";
import { type OpenPdf, openPdf } from "./pdfjs.ts";
import { type PaintedPage, recogniseScans } from "./recognise_scans.ts";
import { withoutRepeats } from "./running_lines.ts";
import { withTexLetters } from "./tex_letters.ts";
import { TextBuilder } from "./text_builder.ts";
import { hasOcrLayer, hiddenCauses } from "./visibility.ts";

/** A page with fewer letters than this says nothing when a picture covers most of it. */
const FEW_LETTERS = 40;
const PICTURE_SHARE = 0.4;
/** Letters drawn as outlines: this many paths on a page without text. */
const MANY_PATHS = 60;

/** Plays the operations of a page. @throws {Refusal} `corrupt` when they make no sense. */
async function paint(pdf: OpenPdf, number: number): Promise<PaintedPage> {
  try {
    const operations = await pdf.page(number);
    const painted = new Painter(operations, pdf.ops).paint();
    const isDrawn = (font: string) => operations.fonts.get(font)?.isDrawn === true;
    const glyphs = withTexLetters(withDrawnBullets(painted), isDrawn);
    return { operations, painted: { ...painted, glyphs } };
  } catch (error) {
    throw new Refusal("corrupt", {}, { cause: error });
  }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** A page as it was read, and what is a picture on it. */
interface ReadPage extends PageText {
  /** A picture of a page or a drawing, not (only) a text. */
  readonly isPicture: boolean;
  /** Words that a scanner laid under its picture. */
  readonly hasOcrLayer: boolean;
  /** Pictures that have the size and the shape of a portrait. */
  readonly portraits: readonly Picture[];
}

function readPage(painted: Painted): ReadPage {
  const placed = painted.glyphs.map((glyph, order) => ({ glyph, order }));
  const page = assemblePage(placed, hiddenCauses(painted), painted.height);
  const isDrawing = page.lines.length === 0 && painted.pathCount >= MANY_PATHS;
  const isPicture = painted.pictureShare >= PICTURE_SHARE || isDrawing;
  const portraits = portraitsOf(painted);
  return { ...page, isPicture, hasOcrLayer: hasOcrLayer(painted), portraits };
}

const lettersOn = ({ lines }: PageText) => lettersIn(lines.map(({ text }) => text).join(" "));

/**
 * Reads a PDF's text in reading order: columns apart, lines kept, words that were broken at a
 * line's end joined, and what nobody can see reported in `hidden`. Scanned pages are read when
 * `limits` says within what bounds.
 *
 * @throws {Refusal} `encrypted`, `corrupt`, `scanned`, `too_many_scanned`, `unreadable`, `empty`,
 * `too_many_pages` or `too_much_text`.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  progress: ReadProgress = {},
): Promise<DocumentText> {
  const again = bytes.slice(); // pdf.js takes the bytes
  const pages = await withPdf(bytes, false, (pdf) => readPages(pdf, limits, progress));
  const scanned = scannedPages(pages);
  if (!limits.ocr || scanned.length === 0) {
    refuseWithoutText(pages);
    return { ...toDocument(pages, layerOf(pages)), hasPhoto: await findPhoto(again, pages) };
  }
  const { maxPages: limit } = limits.ocr;
  if (scanned.length > limit) {
    throw new Refusal("too_many_scanned", { actual: scanned.length, limit });
  }
  progress.onScanned?.();
  const read = await withPdf(again, true, (pdf) => recogniseScans(pdf, scanned, paint));
  const all = pages.map((page, i) => ({ ...page, lines: read.lines.get(i + 1) ?? page.lines }));
  const letters = all.reduce((sum, page) => sum + lettersOn(page), 0);
  if (letters < FEW_LETTERS) throw new Refusal("unreadable", { pages: scanned.length });
  const { pages: layered = [] } = layerOf(pages) ?? {};
  const numbers = [...layered, ...read.lines.keys()].sort((a, b) => a - b);
  return toDocument(
    all,
    numbers.length > 0 ? { pages: numbers, confidence: read.confidence } : null,
  );
}

/** Of a scanned page nobody can tell: the photo is a part of the picture. */
async function findPhoto(bytes: Uint8Array, [first]: readonly ReadPage[]): Promise<boolean | null> {
  if (!first || first.isPicture) return null;
  const { portraits } = first;
  if (portraits.some((one) => isTooFineForLogo(one.pixelWidth, one.pixelHeight))) return true;
  return portraits.length > 0 && await withPdf(bytes, true, async (pdf) => {
    const { operations, painted } = await paint(pdf, 1);
    return hasPhoto(operations, portraitsOf(painted));
  });
}

async function withPdf<T>(
  bytes: Uint8Array,
  withPixels: boolean,
  work: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  const pdf = await openPdf(bytes, withPixels);
  try {
    return await work(pdf);
  } finally {
    await pdf.close();
  }
}

async function readPages(
  pdf: OpenPdf,
  { maxPages, maxCharacters }: ReadLimits,
  { onPage }: ReadProgress,
): Promise<ReadPage[]> {
  if (pdf.pageCount > maxPages) {
    throw new Refusal("too_many_pages", { actual: pdf.pageCount, limit: maxPages });
  }
  const pages: ReadPage[] = [];
  let characters = -1;
  for (let number = 1; number <= pdf.pageCount; number++) {
    const { painted } = await paint(pdf, number);
    const page = readPage(painted);
    pages.push(page);
    for (const { text } of page.lines) characters += text.length + 1;
    if (characters > maxCharacters) {
      throw new Refusal("too_much_text", { limit: maxCharacters, actual: characters });
    }
    onPage?.(number, pdf.pageCount);
  }
  return pages;
}

/** The numbers of the pages that are pictures with hardly a letter of their own. */
function scannedPages(pages: readonly ReadPage[]): number[] {
  return pages.flatMap((page, i) => page.isPicture && lettersOn(page) < FEW_LETTERS ? [i + 1] : []);
}

/** What kind of nothing was found: a scan or a drawing, or just blank paper. */
function refuseWithoutText(pages: readonly ReadPage[]): void {
  const letters = pages.reduce((sum, page) => sum + lettersOn(page), 0);
  if (pages.some(({ isPicture }) => isPicture) && letters < FEW_LETTERS * pages.length) {
    throw new Refusal("scanned", { pages: pages.length });
  }
  if (pages.every(({ lines }) => lines.length === 0)) throw new Refusal("empty");
}

/** What scanners made out themselves. */
function layerOf(pages: readonly ReadPage[]): Recognition | null {
  const numbers = pages.flatMap(({ hasOcrLayer }, i) => hasOcrLayer ? [i + 1] : []);
  return numbers.length > 0 ? { pages: numbers, confidence: null } : null;
}

function toDocument(pages: readonly PageText[], recognition: Recognition | null): DocumentText {
  const builder = new TextBuilder();
  for (const { lines, hidden } of withoutRepeats(pages)) builder.addPage(lines, hidden);
  const { text, pages: spans, hidden } = builder;
  return { kind: "pdf", text, pages: spans, hidden, recognition, hasPhoto: null };
}
