import { Refusal } from "../refusal.ts";
import type { DocumentNote, DocumentText, HiddenText, Page, ReadLimits } from "../types.ts";
import { assemblePage, type HiddenRun } from "./assemble.ts";
import { withDrawnBullets } from "./drawn_bullets.ts";
import { type Painted, Painter } from "./paint.ts";
import { type OpenPdf, openPdf } from "./pdfjs.ts";
import type { TextLine } from "./hyphens.ts";
import { hasOcrLayer, hiddenCauses } from "./visibility.ts";

/** A page with fewer letters than this says nothing when a picture covers most of it. */
const FEW_LETTERS = 40;
const PICTURE_SHARE = 0.4;
/** Letters drawn as outlines: this many paths on a page without text. */
const MANY_PATHS = 60;

/** Gathers the pages' lines into one text. */
class TextBuilder {
  text = "";
  readonly pages: Page[] = [];
  readonly hidden: HiddenText[] = [];

  addPage(lines: readonly TextLine[], hidden: readonly HiddenRun[]): void {
    if (this.pages.length > 0) this.text += "\n\n";
    const start = this.text.length;
    const ends: { last: number; end: number }[] = [];
    lines.forEach((line, i) => {
      if (i > 0) this.text += line.startsBlock ? "\n\n" : "\n";
      this.text += line.text;
      ends.push({ last: line.last, end: this.text.length });
    });
    this.pages.push({ start, end: this.text.length });
    for (const { text, cause, order } of hidden) {
      const at = nearestBefore(ends, order) ?? start;
      this.hidden.push({ page: this.pages.length, at, text, cause });
    }
  }
}

/** The end of the line that was painted last before `order`. */
function nearestBefore(ends: readonly { last: number; end: number }[], order: number) {
  let best: { last: number; end: number } | undefined;
  for (const line of ends) {
    if (line.last < order && (!best || line.last > best.last)) best = line;
  }
  return best?.end;
}

async function paintPage(pdf: OpenPdf, number: number): Promise<Painted> {
  try {
    const painted = new Painter(await pdf.page(number), pdf.ops).paint();
    return { ...painted, glyphs: withDrawnBullets(painted) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("corrupt", {}, { cause: error });
  }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** What kind of nothing was found: a scan or a drawing, or just blank paper. */
function refuseWithoutText(builder: TextBuilder, picturePages: number): void {
  const letters = lettersIn(builder.text);
  const pages = builder.pages.length;
  if (picturePages > 0 && letters < FEW_LETTERS * pages) throw new Refusal("scanned", { pages });
  if (builder.text.trim() === "") throw new Refusal("empty");
}

/**
 * Reads a PDF's text in reading order: columns apart, lines kept, words that were broken at a
 * line's end joined, and what nobody can see reported in `hidden`.
 *
 * @throws {Refusal} `encrypted`, `corrupt`, `scanned`, `empty`, `too_many_pages` or `too_much_text`.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  onPage: (page: number, of: number) => void,
): Promise<DocumentText> {
  const pdf = await openPdf(bytes);
  try {
    return await readPages(pdf, limits, onPage);
  } finally {
    await pdf.close();
  }
}

async function readPages(
  pdf: OpenPdf,
  limits: ReadLimits,
  onPage: (page: number, of: number) => void,
): Promise<DocumentText> {
  if (pdf.pageCount > limits.maxPages) {
    throw new Refusal("too_many_pages", { actual: pdf.pageCount, limit: limits.maxPages });
  }
  const builder = new TextBuilder();
  const notes = new Set<DocumentNote>();
  let picturePages = 0;
  for (let number = 1; number <= pdf.pageCount; number++) {
    const painted = await paintPage(pdf, number);
    const placed = painted.glyphs.map((glyph, order) => ({ glyph, order }));
    const { lines, hidden } = assemblePage(placed, hiddenCauses(painted));
    builder.addPage(lines, hidden);
    const isDrawing = lines.length === 0 && painted.pathCount >= MANY_PATHS;
    if (painted.pictureShare >= PICTURE_SHARE || isDrawing) picturePages++;
    if (hasOcrLayer(painted)) notes.add("ocr_layer");
    if (builder.text.length > limits.maxCharacters) {
      throw new Refusal("too_much_text", {
        limit: limits.maxCharacters,
        actual: builder.text.length,
      });
    }
    onPage(number, pdf.pageCount);
  }
  refuseWithoutText(builder, picturePages);
  const { text, pages, hidden } = builder;
  return { kind: "pdf", text, pages, hidden, notes: [...notes] };
}
