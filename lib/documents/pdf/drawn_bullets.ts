import type { Glyph, Painted, Shape } from "./painted.ts";

/** How large a drawn bullet is, in points, and how far before its text it stands. */
const SIZE = { min: 1.4, max: 7 };
const BEFORE_TEXT = { min: 1.5, max: 22 };
/** Dots this near beside each other are a rating, not bullets. */
const RATING_GAP = 24;

/** More are a pattern or a chart. */
const MAX_DOTS = 500;

function isDot({ box, colour, alpha }: Shape): boolean {
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
  return colour !== null && alpha > 0.3 && Math.abs(width - height) < 1 &&
    Math.min(width, height) >= SIZE.min && Math.max(width, height) <= SIZE.max;
}

const middle = ({ box }: Shape) => (box.y0 + box.y1) / 2;

/** The letter that a dot stands before: the dot at half its height, a small step to the left. */
function letterAfter(dot: Shape, glyphs: readonly Glyph[]): number {
  return glyphs.findIndex((glyph) => {
    const [gap, drop] = [glyph.x - dot.box.x1, glyph.y - middle(dot)];
    return gap > BEFORE_TEXT.min && gap < BEFORE_TEXT.max && glyph.text.trim() !== "" &&
      drop > glyph.size * 0.05 && drop < glyph.size * 0.6;
  });
}

function isAlone(dot: Shape, dots: readonly Shape[]): boolean {
  return !dots.some((other) =>
    other !== dot && Math.abs(middle(other) - middle(dot)) < 2 &&
    Math.abs(other.box.x0 - dot.box.x0) < RATING_GAP && other.box.x0 !== dot.box.x0
  );
}

/** A line down the page: this narrow, and this long, in points. */
const RAIL = { width: 4, height: 25 };

/** The line of a timeline, which its dots stand on: they mark a role, and are no bullets. */
function isOnRail(dot: Shape, rails: readonly Shape[]): boolean {
  return rails.some(({ box }) =>
    box.x1 > dot.box.x0 && box.x0 < dot.box.x1 && box.y0 <= dot.box.y1 && box.y1 >= dot.box.y0
  );
}

function isRail({ box }: Shape): boolean {
  return box.x1 - box.x0 <= RAIL.width && box.y1 - box.y0 >= RAIL.height;
}

/**
 * Browsers draw the bullets of a list as small discs and squares instead of writing them. Gives
 * the page's glyphs with a "•" for each, painted just before the text that it stands before.
 */
export function withDrawnBullets({ shapes, glyphs }: Painted): readonly Glyph[] {
  const rails = shapes.filter(isRail);
  const dots = shapes.filter((shape) => isDot(shape) && !isOnRail(shape, rails));
  if (dots.length > MAX_DOTS) return glyphs;
  const bullets = new Map<number, Glyph>();
  for (const dot of dots) {
    const at = isAlone(dot, dots) ? letterAfter(dot, glyphs) : -1;
    const letter = glyphs[at];
    if (!letter) continue;
    const place = { x: dot.box.x0, endX: dot.box.x1, y: letter.y, endY: letter.y };
    // It is the dot itself: no colour behind it tells whether it is seen.
    bullets.set(at, { ...letter, ...place, fill: null, text: "•" });
  }
  if (bullets.size === 0) return glyphs;
  return glyphs.flatMap((glyph, i) => {
    const bullet = bullets.get(i);
    return bullet ? [bullet, glyph] : [glyph];
  });
}
