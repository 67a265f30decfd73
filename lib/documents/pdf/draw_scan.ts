import type { GreyImage } from "../ocr/tesseract.ts";
import { apply, boxAfter, intersect, type Matrix } from "./geometry.ts";
import type { Painted, Picture } from "./painted.ts";
import type { PageOperations, Pixels } from "./pdfjs.ts";

/** What recognition works best at, in pixels a point: 200 to 300 to an inch. */
const DENSITY = { min: 200 / 72, max: 300 / 72 };

/** A page is drawn no larger than this, whatever its size: A4 at 300 to an inch has 8.7 million. */
const MAX_PIXELS = 10_000_000;

/** Samples in each direction where a picture is drawn smaller than it is. */
const MAX_SAMPLES = 3;

export interface DrawnScan {
  readonly image: GreyImage;
  /** Pixels a point. */
  readonly density: number;
}

/**
 * Draws the pictures of a page, and nothing else of it, in shades of grey on white paper: as large
 * as the finest of them is, within the bounds above.
 *
 * @returns Undefined when no picture has pixels.
 */
export function drawScan(operations: PageOperations, painted: Painted): DrawnScan | undefined {
  const found = painted.pictures.flatMap((picture) => {
    const pixels = operations.pixelsOf(picture.source);
    return pixels ? [{ picture, pixels }] : [];
  });
  if (found.length === 0) return undefined;
  const { width, height } = painted;
  const finest = Math.max(...found.map(({ picture, pixels }) => densityOf(picture, pixels)));
  const wanted = Math.min(DENSITY.max, Math.max(DENSITY.min, finest));
  const density = Math.min(wanted, Math.sqrt(MAX_PIXELS / (width * height)));
  const image = {
    width: Math.max(1, Math.floor(width * density)),
    height: Math.max(1, Math.floor(height * density)),
  };
  const canvas = { ...image, pixels: new Uint8Array(image.width * image.height).fill(255) };
  for (const { picture, pixels } of found) draw(canvas, density, picture, pixels);
  return { image: canvas, density };
}

function densityOf({ matrix }: Picture, { width, height }: Pixels): number {
  const across = Math.hypot(matrix[0], matrix[1]);
  const down = Math.hypot(matrix[2], matrix[3]);
  return Math.min(width / Math.max(across, 1), height / Math.max(down, 1));
}

/** From device space to the unit square; undefined for a picture that has no area. */
function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-6) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

function draw(canvas: GreyImage, density: number, picture: Picture, pixels: Pixels): void {
  const toUnit = inverse(picture.matrix);
  if (!toUnit) return;
  const { width, height } = pixels;
  const step = densityOf(picture, pixels) / density;
  const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.round(step)));
  const sample = sampler(pixels, picture.stencil);
  const box = intersect(boxAfter(picture.matrix, [0, 0, 1, 1]), picture.clip);
  const [left, right] = [Math.max(0, box.x0 * density), Math.min(canvas.width, box.x1 * density)];
  const [top, end] = [Math.max(0, box.y0 * density), Math.min(canvas.height, box.y1 * density)];
  for (let y = Math.floor(top); y < end; y++) {
    for (let x = Math.floor(left); x < right; x++) {
      const at = y * canvas.width + x;
      let sum = 0;
      for (let i = 0; i < samples * samples; i++) {
        const dx = (i % samples + 0.5) / samples;
        const dy = (Math.floor(i / samples) + 0.5) / samples;
        const [u, v] = apply(toUnit, (x + dx) / density, (y + dy) / density);
        sum += sample(u * width, (1 - v) * height, canvas.pixels[at] ?? 255);
      }
      canvas.pixels[at] = Math.round(sum / (samples * samples));
    }
  }
}

const greyOf = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;

/** The grey at a place of the picture, over the grey that is there; outside it, the latter. */
function sampler(
  { width, height, data, layout }: Pixels,
  stencil: Picture["stencil"],
): (x: number, y: number, under: number) => number {
  const ink = stencil ? greyOf(...stencil) : 0;
  const rowBytes = (width + 7) >> 3;
  const bytes = layout === "rgb" ? 3 : 4;
  return (x, y, under) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= width || row >= height) return under;
    if (layout === "bits") {
      const bit = (data[row * rowBytes + (column >> 3)] ?? 0) >> (7 - (column & 7)) & 1;
      if (stencil === undefined) return bit * 255;
      return bit === 0 ? ink : under;
    }
    const at = (row * width + column) * bytes;
    const grey = greyOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    const alpha = layout === "rgba" ? (data[at + 3] ?? 255) / 255 : 1;
    return grey * alpha + under * (1 - alpha);
  };
}
