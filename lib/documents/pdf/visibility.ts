import { contrast, MIN_CONTRAST } from "../contrast.ts";
import type { HiddenText } from "../types.ts";
import { type Box, contains, overlaps } from "./geometry.ts";
import type { Colour, Glyph, Painted, Shape } from "./painted.ts";

export type HiddenCause = HiddenText["cause"];

/** Smaller is not read by anybody: points as seen. */
const MIN_SIZE = 2;
/** Pictures over this share of a page make it a scan, if hardly anything else is on it. */
const SCAN_SHARE = 0.6;

const PAPER: NonNullable<Colour> = [255, 255, 255];

function blend(over: NonNullable<Colour>, under: NonNullable<Colour>, alpha: number) {
  return over.map((channel, i) => channel * alpha + (under[i] ?? 0) * (1 - alpha)) as [
    number,
    number,
    number,
  ];
}

/** The colours that may lie behind a point; null among them when one can't be known. */
function backgrounds(shapes: readonly Shape[], before: number, x: number, y: number): Colour[] {
  const found: Colour[] = [];
  for (let i = before - 1; i >= 0; i--) {
    const shape = shapes[i]!; // i runs over the array
    if (shape.alpha < 0.05 || !contains(shape.box, x, y)) continue;
    const colour = shape.colour &&
      (shape.alpha < 1 ? blend(shape.colour, PAPER, shape.alpha) : shape.colour);
    found.push(colour);
    // Whatever does not fill its whole box may leave what is below it in sight.
    if (colour === null || (shape.isRectangle && shape.alpha >= 0.95)) return found;
  }
  found.push(PAPER);
  return found;
}

function isFaint(glyph: Glyph, shapes: readonly Shape[], x: number, y: number): boolean {
  if (glyph.alpha < 0.04) return true;
  const { fill } = glyph;
  if (fill === null) return false;
  const behind = backgrounds(shapes, glyph.shapesBefore, x, y);
  return behind.every((colour) =>
    colour !== null && contrast(blend(fill, colour, glyph.alpha), colour) < MIN_CONTRAST
  );
}

function boxOf(glyph: Glyph): Box {
  const reach = glyph.size * 0.3;
  return {
    x0: Math.min(glyph.x, glyph.endX),
    x1: Math.max(glyph.x, glyph.endX),
    y0: Math.min(glyph.y, glyph.endY) - glyph.size + reach,
    y1: Math.max(glyph.y, glyph.endY) + reach,
  };
}

/** Whether something opaque that fills its box was painted over all of a glyph. */
function isCovered(glyph: Glyph, shapes: readonly Shape[]): boolean {
  const { x0, y0, x1, y1 } = inkOf(glyph);
  for (let i = glyph.shapesBefore; i < shapes.length; i++) {
    const shape = shapes[i]!; // i runs over the array
    if (!shape.isRectangle || shape.isBlended || shape.colour === null || shape.alpha < 0.95) {
      continue; // of a picture nobody knows how much of it is clear
    }
    if (contains(shape.box, x0, y0) && contains(shape.box, x1, y1)) return true;
  }
  return false;
}

/** Where a letter's ink is at most: from its baseline to the height of small letters. */
function inkOf({ x, endX, y, endY, size }: Glyph): Box {
  return {
    x0: Math.min(x, endX),
    x1: Math.max(x, endX),
    y0: Math.min(y, endY) - size * 0.5,
    y1: Math.max(y, endY),
  };
}

function causeOf(glyph: Glyph, page: Painted, isOcrLayer: boolean): HiddenCause | null {
  if (glyph.text.trim() === "") return null;
  if (glyph.size < MIN_SIZE) return "size";
  if (!overlaps(boxOf(glyph), glyph.clip)) return "off_page";
  if (glyph.unpainted) return isOcrLayer ? null : "invisible";
  const [x, y] = [(glyph.x + glyph.endX) / 2, (glyph.y + glyph.endY) / 2 - glyph.size * 0.3];
  if (isFaint(glyph, page.shapes, x, y)) return "colour";
  return isCovered(glyph, page.shapes) ? "invisible" : null;
}

/**
 * A scanned page whose words a recogniser laid under the picture, unpainted. A page that also
 * shows text of its own is none, so nobody can smuggle words in behind a large photo.
 */
export function hasOcrLayer(page: Painted): boolean {
  if (page.pictureShare < SCAN_SHARE) return false;
  const letters = page.glyphs.filter((glyph) => glyph.text.trim() !== "");
  const unpainted = letters.filter((glyph) => glyph.unpainted).length;
  return unpainted > 0 && letters.length - unpainted < unpainted * 0.2;
}

/**
 * Says for each glyph of a page why a reader would not see it, or null when they would: by size,
 * place, render mode, what was painted over it, and contrast with what was painted beneath it (a
 * picture counts as seen).
 * Blanks are never hidden.
 */
export function hiddenCauses(page: Painted): (HiddenCause | null)[] {
  const isOcrLayer = hasOcrLayer(page);
  return page.glyphs.map((glyph) => causeOf(glyph, page, isOcrLayer));
}
