import type { Glyph } from "./painted.ts";

/** A glyph with its place in the painting order. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly order: number;
}

/** Glyphs on one baseline, wherever on the page's width. */
export interface GlyphLine {
  y: number;
  size: number;
  /** Nothing but bullets and signs so far: no letter has told where the baseline is. */
  isSign: boolean;
  glyphs: PlacedGlyph[];
}

/** How signs raised or lowered beside a larger glyph compare with it, in its font sizes. */
const SIGN_SIZE = { min: 0.45, max: 0.88 };
const RAISED_BY = 0.6;
const LOWERED_BY = 0.3;
const BESIDE = 0.25;

const isSign = (glyph: Glyph) => !/[\p{L}\p{N}\s]/u.test(glyph.text);

/** Bullets are often small and stand above the baseline. */
function isLevel(line: GlyphLine, glyph: Glyph): boolean {
  const small = Math.min(line.size, glyph.size);
  const reach = line.isSign || isSign(glyph) ? 0.7 : 0.35;
  return Math.abs(line.y - glyph.y) <= small * reach;
}

function byBaseline(glyphs: readonly PlacedGlyph[]): GlyphLine[] {
  const lines: GlyphLine[] = [];
  const byY = glyphs.toSorted((a, b) => a.glyph.y - b.glyph.y || a.order - b.order);
  for (const placed of byY) {
    const { glyph } = placed;
    const line = lines.slice(-3).findLast((candidate) => isLevel(candidate, glyph));
    if (line) {
      line.glyphs.push(placed);
      if (isSign(glyph) || !line.isSign && glyph.size <= line.size * 1.05) continue;
      // The larger letters tell where the baseline is.
      Object.assign(line, { y: glyph.y, size: glyph.size, isSign: false });
    } else lines.push({ y: glyph.y, size: glyph.size, isSign: isSign(glyph), glyphs: [placed] });
  }
  return lines;
}

/** Splits a line of small glyphs where there is room between them. */
function clusters(line: GlyphLine): PlacedGlyph[][] {
  const found: PlacedGlyph[][] = [];
  let end = -Infinity;
  for (const placed of line.glyphs.toSorted((a, b) => a.glyph.x - b.glyph.x)) {
    if (placed.glyph.x - end > line.size * 0.4) found.push([]);
    found.at(-1)?.push(placed);
    end = placed.glyph.endX;
  }
  return found;
}

/** The line of larger glyphs that a few small ones hang on: "1st", a footnote sign. */
function hostOf(cluster: readonly PlacedGlyph[], line: GlyphLine, lines: readonly GlyphLine[]) {
  const first = cluster[0]?.glyph;
  if (!first || cluster.length > 4) return undefined;
  return lines.find((host) =>
    line.size < host.size * SIGN_SIZE.max && line.size > host.size * SIGN_SIZE.min &&
    host.y - line.y < host.size * RAISED_BY && line.y - host.y < host.size * LOWERED_BY &&
    host.glyphs.some(({ glyph }) =>
      glyph.text.trim() !== "" && Math.abs(first.x - glyph.endX) < glyph.size * BESIDE
    )
  );
}

/** Sorts glyphs into lines by their baselines; raised and lowered ones join the line beside them. */
export function toLines(glyphs: readonly PlacedGlyph[]): GlyphLine[] {
  const lines = byBaseline(glyphs);
  lines.forEach((line, i) => {
    const near = lines.slice(Math.max(0, i - 3), i + 4);
    if (!near.some((other) => line.size < other.size * SIGN_SIZE.max)) return;
    for (const cluster of clusters(line)) {
      const host = hostOf(cluster, line, near);
      if (!host) continue;
      host.glyphs.push(...cluster);
      line.glyphs = line.glyphs.filter((placed) => !cluster.includes(placed));
    }
  });
  return lines.filter((line) => line.glyphs.length > 0);
}
