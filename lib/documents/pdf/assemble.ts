import { joinHyphens, type TextLine } from "./hyphens.ts";
import type { HiddenCause } from "./visibility.ts";
import { linesOf, readingOrder } from "./reading_order.ts";
import type { PlacedGlyph } from "./lines.ts";
import { type Segment, toSegments } from "./segments.ts";

/** A page as lines of text, with what was hidden on it. */
export interface PageText {
  readonly lines: readonly TextLine[];
  readonly hidden: readonly HiddenRun[];
}

export interface HiddenRun {
  readonly text: string;
  readonly cause: HiddenCause;
  /** Its place in the page's painting order. */
  readonly order: number;
}

/** Wider than this, in font sizes, is a cell's border and becomes a tab. */
const CELL_GAP = 1.1;
const LABEL = /^(?:[^\p{L}\p{N}\s]{1,2}|\(?\p{N}{1,2}[.)]|\p{L}[.)])$/u;

function joinSegments(segments: readonly Segment[]): string {
  let text = "";
  let previous: Segment | undefined;
  for (const segment of segments) {
    if (previous) {
      const gap = (segment.x0 - previous.x1) / Math.max(segment.size, previous.size);
      text += gap > CELL_GAP && !LABEL.test(previous.text) ? "\t" : " ";
    }
    text += segment.text;
    previous = segment;
  }
  return text;
}

function toLine(segments: readonly Segment[], startsBlock: boolean, height: number): TextLine {
  const last = Math.max(...segments.map((segment) => segment.last));
  return { text: joinSegments(segments), last, startsBlock, y: (segments[0]?.y ?? 0) / height };
}

/** 0 for upright text, else a quarter turn or an odd angle, in degrees clockwise. */
function angleOf({ glyph }: PlacedGlyph): number {
  const [dx, dy] = [glyph.endX - glyph.x, glyph.endY - glyph.y];
  if (dx === 0 && dy === 0) return 0;
  return (Math.round(Math.atan2(dy, dx) * 180 / Math.PI / 15) * 15 + 360) % 360;
}

/** Turns a glyph's page so that its text stands upright. */
function turned({ glyph, order }: PlacedGlyph, angle: number): PlacedGlyph {
  const [sin, cos] = [Math.sin(-angle * Math.PI / 180), Math.cos(-angle * Math.PI / 180)];
  const turn = (x: number, y: number) => [x * cos - y * sin, x * sin + y * cos] as const;
  const [x, y] = turn(glyph.x, glyph.y);
  const [endX, endY] = turn(glyph.endX, glyph.endY);
  return { glyph: { ...glyph, x, y, endX, endY }, order };
}

function linesOfAngle(
  glyphs: readonly PlacedGlyph[],
  angle: number,
  height: number,
): TextLine[] {
  const upright = angle === 0 ? glyphs : glyphs.map((placed) => turned(placed, angle));
  const lines = readingOrder(toSegments(upright)).flatMap((block) =>
    linesOf(block).map((line, i) => toLine(line, i === 0, height))
  );
  return angle === 0 ? lines : lines.map((line) => ({ ...line, y: undefined }));
}

/** Collects hidden glyphs that were painted in a row into runs with spaces where there was room. */
function hiddenRuns(glyphs: readonly PlacedGlyph[], causes: readonly (HiddenCause | null)[]) {
  const runs: { cause: HiddenCause; order: number; glyphs: PlacedGlyph[] }[] = [];
  let open = false;
  for (const placed of glyphs) {
    const cause = causes[placed.order] ?? null;
    const isBlank = placed.glyph.text.trim() === "";
    const run: (typeof runs)[number] | undefined = open ? runs.at(-1) : undefined;
    if (run && (isBlank || run.cause === cause)) run.glyphs.push(placed);
    else if (cause) runs.push({ cause, order: placed.order, glyphs: [placed] });
    open = cause !== null || (open && isBlank);
  }
  return runs.map((run): HiddenRun => ({
    cause: run.cause,
    order: run.order,
    text: linesOf(toSegments(run.glyphs)).map(joinSegments).join("\n"),
  })).filter(({ text }) => text !== "");
}

/**
 * Turns a page's glyphs into lines in reading order. Text that stands at an angle comes after
 * the upright text.
 *
 * @param causes For each glyph why it is not seen, or null; see `hiddenCauses`.
 * @param height Of the page, in points.
 */
export function assemblePage(
  placed: readonly PlacedGlyph[],
  causes: readonly (HiddenCause | null)[],
  height: number,
): PageText {
  const seen = placed.filter(({ order }) => causes[order] === null);
  const angles = Map.groupBy(seen, angleOf);
  const sorted = [...angles].sort(([a], [b]) => a - b);
  const lines = sorted.flatMap(([angle, glyphs]) => linesOfAngle(glyphs, angle, height));
  return { lines: joinHyphens(lines), hidden: hiddenRuns(placed, causes) };
}
