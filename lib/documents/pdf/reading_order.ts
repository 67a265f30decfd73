import type { Segment } from "./segments.ts";

/** Text that is read through before the next block begins; lines from top to bottom. */
export type Block = readonly Segment[];

/** A gap between columns is at least this wide: in font sizes, and in points. */
const MIN_GUTTER = 0.8;
const MIN_GUTTER_POINTS = 7;
/** A column is at least this wide, in points; narrower ones are bullets and numbers. */
const MIN_COLUMN = 36;
/** No page for people has more pieces of text; guards against one made to exhaust us. */
const MAX_SEGMENTS = 4000;
/** Lines on each side before one speaks of columns. */
const MIN_LINES = 3;

interface Extent {
  readonly x0: number;
  readonly x1: number;
}

interface Gutter extends Extent {
  /** The segments between which it runs, in order of height: [from, to). */
  readonly from: number;
  readonly to: number;
}

function extentOf(segments: readonly Segment[]): Extent {
  let [x0, x1] = [Infinity, -Infinity];
  for (const segment of segments) {
    x0 = Math.min(x0, segment.x0);
    x1 = Math.max(x1, segment.x1);
  }
  return { x0, x1 };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** How many lines of text the segments stand on. */
function countLines(segments: readonly Segment[]): number {
  let count = 0;
  let last = -Infinity;
  for (const { y, size } of segments.toSorted((a, b) => a.y - b.y)) {
    if (y - last <= size * 0.35) continue;
    count++;
    last = y;
  }
  return count;
}

function isOnOneLine(a: Segment, b: Segment): boolean {
  return Math.abs(a.y - b.y) <= Math.min(a.size, b.size) * 0.25;
}

/** The share of a side's lines that stand level with a line on the other side. */
function levelShare(side: readonly Segment[], other: readonly Segment[]): number {
  const level = side.filter((segment) => other.some((their) => isOnOneLine(segment, their)));
  return level.length / side.length;
}

/**
 * How the page was written: 0 when one side was painted after the other, 1 when the painter
 * crossed over for each line.
 */
function crossings(left: readonly Segment[], right: readonly Segment[]): number {
  const all = [
    ...left.map(({ first }) => ({ first, side: 0 })),
    ...right.map(({ first }) => ({ first, side: 1 })),
  ].sort((a, b) => a.first - b.first);
  const switches = all.filter(({ side }, i) => i > 0 && side !== all[i - 1]?.side).length;
  return (switches - 1) / Math.max(1, 2 * Math.min(countLines(left), countLines(right)) - 2);
}

/** Text that wraps at the column's edge: most lines are long and reach about as far. */
function isProse(side: readonly Segment[]): boolean {
  const { x0, x1 } = extentOf(side);
  const filled = side.filter((s) => s.text.length > 20 && s.x1 - s.x0 > (x1 - x0) * 0.7);
  return filled.length >= side.length * 0.5;
}

/** A few cells that end at the same place but start where they like: dates and towns at the margin. */
function isMargin(side: readonly Segment[], other: readonly Segment[]): boolean {
  if (countLines(side) > countLines(other) * 0.6) return false;
  const { x0, x1 } = extentOf(side);
  const flushRight = side.filter((segment) => x1 - segment.x1 < 3).length;
  const flushLeft = side.filter((segment) => segment.x0 - x0 < 3).length;
  return flushRight >= side.length * 0.75 && flushLeft < side.length * 0.6;
}

/** Few short pieces of text, each beginning level with a line beside it: labels of rows. */
function areLabels(side: readonly Segment[], other: readonly Segment[]): boolean {
  if (countLines(side) > countLines(other) * 0.5) return false;
  const sorted = side.toSorted((a, b) => a.y - b.y);
  const starts = sorted.filter((segment, i) => {
    const above = sorted[i - 1];
    return !above || segment.y - above.y > segment.size * 1.7;
  });
  if (starts.length < 2 || sorted.length > starts.length * 2.5) return false;
  return levelShare(starts, other) >= 0.75;
}

/** What parts of a résumé are called: over a column of its own, never over one of a table. */
const PART =
  /^(?:contact|profile?|about me|summary|(?:work )?experience|employment|education|training|(?:hard |soft |key )?skills|languages|interests|hobbies|certificates|certifications|licen[cs]es|courses|references|tools|software|awards|projects|profiel|over mij|(?:werk)?ervaring|opleiding(?:en)?|vaardigheden|talen|hobby.?s|interesses|certificaten|rijbewij(?:s|zen)|cursussen|referenties|competenties|kennis|projecten|persoonsgegevens|personalia)$/i;

/** Two lists side by side, each under its own heading, even where the painter went row by row. */
function areHeadedApart(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const top = (side: readonly Segment[]) => side.reduce((a, b) => b.y < a.y ? b : a);
  const [first, second] = [top(left), top(right)];
  return isOnOneLine(first, second) && PART.test(first.text) && PART.test(second.text) &&
    isUnbroken(left) && isUnbroken(right);
}

/** Whether lines stand close below each other, with no room for something else between them. */
function isUnbroken(side: readonly Segment[]): boolean {
  const sorted = side.toSorted((a, b) => a.y - b.y);
  return sorted.every((row, i) => row.y - (sorted[i - 1] ?? row).y < row.size * 3.5);
}

/**
 * Whether two sides are columns, each read on its own, and not the cells of rows: a date at the
 * margin, a label before its text, a table.
 */
function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  const lines = [countLines(left), countLines(right)];
  if (Math.min(...lines) < MIN_LINES) return false;
  for (const side of [left, right]) {
    const { x0, x1 } = extentOf(side);
    if (x1 - x0 < MIN_COLUMN) return false;
    if (side.every(({ text }) => text.length < 4)) return false;
  }
  const fewer = (lines[0] ?? 0) <= (lines[1] ?? 0) ? [left, right] : [right, left];
  const level = levelShare(fewer[0] ?? [], fewer[1] ?? []);
  const crossed = crossings(left, right);
  if (areHeadedApart(left, right)) return true;
  if (isMargin(right, left) || isMargin(left, right)) return false;
  if (areLabels(right, left) || areLabels(left, right)) return false;
  if (level < 0.5) return true;
  if (crossed <= 0.25) return true;
  if (level < 0.75) return crossed < 0.6 || (isProse(left) && isProse(right));
  return crossed < 0.6 && isProse(left) && isProse(right);
}

/** All gutters worth a look, the most promising first. `rows` are sorted by height. */
function findGutters(rows: readonly Segment[]): Gutter[] {
  const { x0, x1 } = extentOf(rows);
  const minimum = Math.max(MIN_GUTTER_POINTS, median(rows.map(({ size }) => size)) * MIN_GUTTER);
  const found = new Map<string, Gutter & { score: number }>();
  for (let x = Math.ceil(x0) + MIN_COLUMN; x < x1 - MIN_COLUMN; x += 2) {
    for (const gutter of guttersAt(rows, x)) {
      const width = gutter.x1 - gutter.x0;
      if (width < minimum) continue;
      const { from, to } = gutter;
      // A longer gutter wins, then one past more text; between equals, the wider one.
      const score = countLines(rows.slice(from, to)) + (to - from) / 2 + Math.min(width, 40) / 100;
      found.set(`${gutter.from} ${gutter.to} ${gutter.x0}`, { ...gutter, score });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score).slice(0, 12);
}

/** The stretches of rows that nothing crosses at `x`, with text on both sides. */
function guttersAt(rows: readonly Segment[], x: number): Gutter[] {
  const gutters: Gutter[] = [];
  let from = 0;
  for (let i = 0; i <= rows.length; i++) {
    const row = rows[i];
    if (row && (row.x1 <= x || row.x0 >= x)) continue;
    const gutter = narrow(rows, from, i, x);
    if (gutter) gutters.push(gutter);
    from = i + 1;
  }
  return gutters;
}

/** Trims a stretch to where both sides have text, and measures the free space around `x`. */
function narrow(rows: readonly Segment[], from: number, to: number, x: number): Gutter | undefined {
  const left = rows.slice(from, to).filter((row) => row.x1 <= x);
  const right = rows.slice(from, to).filter((row) => row.x0 >= x);
  if (left.length < MIN_LINES || right.length < MIN_LINES) return undefined;
  return { x0: extentOf(left).x1, x1: extentOf(right).x0, from, to };
}

/** One or two lines at the left edge, right above text of the full width, are its heading. */
function headingAtEnd(rows: readonly Segment[], gutter: Gutter, x: number): number {
  if (gutter.to === rows.length) return 0;
  const band = rows.slice(gutter.from, gutter.to);
  const after = band.length - 1 - band.findLastIndex((row) => row.x0 >= x);
  return after <= 2 ? after : 0;
}

/**
 * How many of a band's first segments are rows of their own: a date at the margin, level with
 * the text on the left and far above whatever else stands on the right.
 */
function cellsAtStart(band: readonly Segment[], x: number): number {
  const right = band.filter((row) => row.x0 >= x);
  let count = 0;
  for (const [i, cell] of right.entries()) {
    const next = right[i + 1];
    const isLevel = band.some((row) => row.x1 <= x && isOnOneLine(row, cell));
    if (!next || !isLevel || next.y - cell.y < cell.size * 3.5) break;
    count = 1 + band.findLastIndex((row) => row.y <= cell.y + cell.size * 0.5);
  }
  return count;
}

/** How many of a band's segments stand above two headings on one line, one on each side; else 0. */
function aboveHeadings(band: readonly Segment[], x: number): number {
  const right = band.filter((row) => row.x0 >= x && PART.test(row.text));
  const at = band.findIndex((row) =>
    row.x1 <= x && PART.test(row.text) && right.some((other) => isOnOneLine(row, other))
  );
  if (at < 0) return 0;
  const { y, size } = band[at]!; // found there
  const above = band.findIndex((row) => row.y > y - size * 0.3);
  // Columns that have begun above them only happen to have a heading level with another.
  return areColumns(...sidesOf(band.slice(0, above), x)) ? 0 : above;
}

function sidesOf(band: readonly Segment[], x: number): [left: Segment[], right: Segment[]] {
  return [band.filter((row) => row.x1 <= x), band.filter((row) => row.x0 >= x)];
}

function split(rows: readonly Segment[], gutter: Gutter) {
  const x = (gutter.x0 + gutter.x1) / 2;
  const to = gutter.to - headingAtEnd(rows, gutter, x);
  const whole = rows.slice(gutter.from, to);
  const from = gutter.from + (aboveHeadings(whole, x) || cellsAtStart(whole, x));
  const band = rows.slice(from, to);
  const [left, right] = sidesOf(band, x);
  return { above: rows.slice(0, from), left, right, below: rows.slice(to) };
}

/** A piece of a gutter that was found to be the space between cells is no better. */
function isWithin(gutter: Gutter, other: Gutter): boolean {
  return gutter.from >= other.from && gutter.to <= other.to &&
    gutter.x0 < other.x1 + 1 && gutter.x1 > other.x0 - 1;
}

/**
 * Finds the order in which a page is read: columns one after the other, headings that span them
 * before and after, and the cells of one row together. By the white space between the segments,
 * cut again and again; the painting order decides only where geometry allows both.
 *
 * @param depth How often it may still cut; a page has few nested columns.
 */
export function readingOrder(segments: readonly Segment[], depth = 6): Block[] {
  const rows = segments.toSorted((a, b) =>
    a.y - a.size * 0.3 - (b.y - b.size * 0.3) || a.x0 - b.x0
  );
  if (depth === 0 || rows.length < 2 * MIN_LINES || rows.length > MAX_SEGMENTS) {
    return rows.length > 0 ? [rows] : [];
  }
  const rejected: Gutter[] = [];
  for (const gutter of findGutters(rows)) {
    const { above, left, right, below } = split(rows, gutter);
    const isCells = rejected.some((other) => isWithin(gutter, other));
    if (isCells && !areHeadedApart(left, right)) continue;
    if (!areColumns(left, right)) {
      rejected.push(gutter);
      continue;
    }
    return [
      ...readingOrder(above, depth - 1),
      ...readingOrder(left, depth - 1),
      ...readingOrder(right, depth - 1),
      ...readingOrder(below, depth - 1),
    ];
  }
  return [rows];
}

/** The lines of a block from top to bottom, each with its segments from left to right. */
export function linesOf(block: Block): Segment[][] {
  const lines: Segment[][] = [];
  for (const segment of block.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (
      line && first && Math.abs(segment.y - first.y) <= Math.max(first.size, segment.size) * 0.3
    ) {
      line.push(segment);
    } else lines.push([segment]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}
