import { accented, cleanCharacters, combiningMark, readingDirection } from "../characters.ts";
import { type GlyphLine, type PlacedGlyph, toLines } from "./lines.ts";
import type { Glyph } from "./painted.ts";

/** Text that stands together on one baseline, with no wide gap in it. */
export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline, y downwards. */
  readonly y: number;
  readonly size: number;
  /** Places in the page's painting order: of its first and last glyph. */
  readonly first: number;
  readonly last: number;
}

/** Wider than this, in font sizes, starts a new segment. */
const BREAK = 1.1;
/** The same where the painter came from elsewhere on the page, as between two columns. */
const BREAK_ACROSS = 0.45;
/** A narrower gap is no space between words. */
const SPACE = 0.1;

class SegmentBuilder {
  #text = "";
  #x0 = 0;
  #x1 = 0;
  #y = 0;
  #size = 0;
  #first = Infinity;
  #last = -1;

  add({ glyph, order }: PlacedGlyph, text: string, spaced: boolean): void {
    if (this.#text === "") [this.#x0, this.#x1] = [glyph.x, glyph.endX];
    if (spaced) this.space();
    this.#text += text;
    this.#x0 = Math.min(this.#x0, glyph.x);
    this.#x1 = Math.max(this.#x1, glyph.endX);
    if (glyph.size > this.#size) [this.#size, this.#y] = [glyph.size, glyph.y];
    this.#first = Math.min(this.#first, order);
    this.#last = Math.max(this.#last, order);
  }

  space(): void {
    if (this.#text !== "" && !this.#text.endsWith(" ")) this.#text += " ";
  }

  /** Puts a mark on the last letter; false when there is none. */
  mark(mark: string): boolean {
    const letter = this.#text.at(-1);
    if (!letter || !/\p{L}/u.test(letter)) return false;
    this.#text = this.#text.slice(0, -1) + accented(letter, mark);
    return true;
  }

  done(): Segment | undefined {
    const text = readingDirection(this.#text.trim()).normalize("NFC");
    if (text === "") return undefined;
    const [x0, x1, y, size] = [this.#x0, this.#x1, this.#y, this.#size];
    return { text, x0, x1, y, size, first: this.#first, last: this.#last };
  }
}

/** The letter spacing of "E X P E R I E N C E": the usual gap, when it is wide; else 0. */
function trackingOf(glyphs: readonly PlacedGlyph[]): number {
  const letters = glyphs.map(({ glyph }) => glyph).filter(({ text }) => text.trim() !== "");
  if (letters.length < 3) return 0;
  const gaps = letters.slice(1).map((letter, i) => {
    const before = letters[i]!; // one behind the slice
    return (letter.x - before.endX) / Math.max(letter.size, 1);
  });
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return usual > 0.08 && usual < 1.5 ? usual : 0;
}

/** The same glyph painted again on top of itself, as some programs make bold and shadows. */
function isRepeat(a: Glyph, b: Glyph): boolean {
  const width = Math.max(a.endX - a.x, a.size * 0.1);
  return a.text === b.text && Math.abs(a.x - b.x) < width * 0.3 &&
    Math.abs(a.y - b.y) < a.size * 0.15;
}

function splitLine(line: GlyphLine): Segment[] {
  const sorted = line.glyphs
    .filter(({ glyph }) => glyph.text.trim() !== "" || glyph.endX - glyph.x > 0)
    .sort((a, b) => a.glyph.x - b.glyph.x || a.order - b.order);
  return chop(sorted).flatMap((run) => build(run) ?? []);
}

/** Cuts a line at its wide gaps. Blanks are dropped: the gaps that they leave tell the same. */
function chop(sorted: readonly PlacedGlyph[]): PlacedGlyph[][] {
  const runs: PlacedGlyph[][] = [];
  let previous: PlacedGlyph | undefined;
  let end = -Infinity;
  let lastGap = 0;
  for (const placed of sorted) {
    const { glyph, order } = placed;
    if (glyph.text.trim() === "") {
      runs.at(-1)?.push(placed);
      continue;
    }
    const gap = (glyph.x - end) / Math.max(glyph.size, previous?.glyph.size ?? 0, 1);
    const follows = previous !== undefined && order > previous.order && order - previous.order <= 3;
    // Between words whose letters are spaced out the gaps are wide too.
    const isSpacedOut = lastGap > 0.25 && lastGap < BREAK;
    const widest = follows ? BREAK + (isSpacedOut ? lastGap * 2 : 0) : BREAK_ACROSS;
    if (gap > widest) runs.push([]);
    lastGap = gap;
    runs.at(-1)?.push(placed);
    end = Math.max(end, glyph.endX);
    if (runs.at(-1)?.length === 1) end = glyph.endX;
    previous = placed;
  }
  return runs;
}

function build(run: readonly PlacedGlyph[]): Segment | undefined {
  const tracking = trackingOf(run);
  const builder = new SegmentBuilder();
  let previous: Glyph | undefined;
  let mark: string | undefined;
  let blank = false;
  for (const placed of run) {
    const { glyph } = placed;
    if (glyph.text.trim() === "") {
      blank = true;
      continue;
    }
    if (previous && isRepeat(previous, glyph)) continue;
    const gap = previous ? (glyph.x - previous.endX) / Math.max(glyph.size, 1) : 0;
    const drawnOver = previous !== undefined && gap < -0.25 * (glyph.endX - glyph.x) / glyph.size;
    const accent = combiningMark(glyph.text);
    if (accent && drawnOver && builder.mark(accent)) continue;
    const text = cleanCharacters(glyph.text);
    const isSpaced = tracking > 0
      ? gap > tracking + Math.max(0.15, tracking * 0.5)
      : blank && gap > 0.03 || gap > SPACE;
    if (accent && !isSpaced && isAccentOfNext(run, placed)) mark = accent;
    else {
      builder.add(placed, mark ? accented(text, mark) : text, isSpaced);
      mark = undefined;
    }
    blank = false;
    previous = glyph;
  }
  return builder.done();
}

/** Whether the next letter starts under this accent. */
function isAccentOfNext(run: readonly PlacedGlyph[], accent: PlacedGlyph): boolean {
  const { x, endX } = accent.glyph;
  const next = run[run.indexOf(accent) + 1]?.glyph;
  return next !== undefined && /^\p{L}$/u.test(next.text) && next.x < x + (endX - x) * 0.8;
}

/** Sorts a page's upright glyphs into segments, from top to bottom and left to right. */
export function toSegments(glyphs: readonly PlacedGlyph[]): Segment[] {
  return toLines(glyphs).flatMap(splitLine);
}
