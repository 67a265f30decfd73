import { isPortraitShaped } from "../photo/portrait.ts";
import { boxAfter, intersect } from "./geometry.ts";
import type { Painted, Picture } from "./painted.ts";
import type { PageOperations, Pixels } from "./pdfjs.ts";

/** Larger ones are not decoded to look at their colours: nobody stores a logo so finely. */
const MAX_DECODED_PIXELS = 4_000_000;

/** Whether a picture of that many pixels need not be looked at to be taken for a photo. */
export function isTooFineForLogo(width: number, height: number): boolean {
  return width * height > MAX_DECODED_PIXELS;
}

/** Pictures of a page that have the size and the shape of a portrait. */
export function portraitsOf({ pictures }: Painted): Picture[] {
  return pictures.filter((picture) => {
    const { x0, y0, x1, y1 } = intersect(boxAfter(picture.matrix, [0, 0, 1, 1]), picture.clip);
    const { pixelWidth, pixelHeight } = picture;
    const shown = { width: x1 - x0, height: y1 - y0, pixelWidth, pixelHeight };
    return picture.stencil === undefined && isPortraitShaped(shown);
  });
}

/**
 * Whether one of a page's portraits has the colours of a photo.
 *
 * @param operations Of a file that was opened with pixels.
 */
export function hasPhoto(operations: PageOperations, portraits: readonly Picture[]): boolean {
  return portraits.some(({ source }) => {
    const pixels = operations.pixelsOf(source);
    return pixels !== undefined && looksLikePhoto(pixels);
  });
}

/** Looked at so many times across and down. */
const SAMPLES = 64;
const SHADES = 32;
/** A shade is there when at least this share has it; edges of letters have fewer. */
const MIN_SHADE_SHARE = 0.004;
const MIN_SHADES = 12;
/** Most of a logo has one colour. */
const MAX_ONE_SHADE = 0.65;
const MIN_OPAQUE = 0.3;

/** A photo has many shades of grey, none of which makes up most of it. */
function looksLikePhoto({ width, height, data, layout }: Pixels): boolean {
  if (layout === "bits") return false;
  const bytes = layout === "rgb" ? 3 : 4;
  const counts = new Array<number>(SHADES).fill(0);
  let opaque = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = Math.floor((i % SAMPLES) * width / SAMPLES);
    const y = Math.floor(Math.floor(i / SAMPLES) * height / SAMPLES);
    const at = (y * width + x) * bytes;
    if (layout === "rgba" && (data[at + 3] ?? 0) < 128) continue;
    const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) +
      0.114 * (data[at + 2] ?? 0);
    const shade = Math.min(SHADES - 1, Math.floor(grey * SHADES / 256));
    counts[shade] = (counts[shade] ?? 0) + 1;
    opaque++;
  }
  if (opaque < SAMPLES * SAMPLES * MIN_OPAQUE) return false;
  const shades = counts.filter((count) => count / opaque >= MIN_SHADE_SHARE).length;
  return shades >= MIN_SHADES && Math.max(...counts) / opaque <= MAX_ONE_SHADE;
}
