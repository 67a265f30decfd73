import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RGB = 2;
const RGBA = 6;

/** Rows of pixels, three bytes each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/**
 * Packs a PNG as tightly as it goes without losing a pixel: a browser packs its screenshots fast.
 *
 * @param png 8 bits a channel, colour with or without an alpha channel, which must be opaque.
 * @throws {RangeError} If it is another kind of PNG.
 */
export function repackPng(png: Uint8Array): Uint8Array {
  const packed = writePng(readPng(png));
  return packed.length < png.length ? packed : png;
}

/** The pixels of a PNG; see `repackPng()` for which can be read. */
export function readPng(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = view.getUint32(at);
    const type = new TextDecoder().decode(png.subarray(at + 4, at + 8));
    const body = at + 8;
    if (type === "IHDR") {
      [width, height] = [view.getUint32(body), view.getUint32(body + 4)];
      const [depth, colour, , , interlace] = png.subarray(body + 8, body + 13);
      if (depth !== 8 || interlace !== 0 || (colour !== RGB && colour !== RGBA)) {
        throw new RangeError("Only PNGs of 8-bit colour that are not interlaced can be packed");
      }
      channels = colour === RGB ? 3 : 4;
    }
    if (type === "IDAT") parts.push(png.subarray(body, body + length));
    at = body + length + 4;
  }
  const raw = inflateSync(concat(parts));
  return { width, height, rgb: toRgb(unfilter(raw, width * channels, channels), channels) };
}

/** Takes back what the five filters of PNG did to each row. */
function unfilter(raw: Uint8Array, rowBytes: number, step: number): Uint8Array {
  const height = raw.length / (rowBytes + 1);
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x >= step ? out[at - step] ?? 0 : 0;
      const up = y > 0 ? out[at - rowBytes] ?? 0 : 0;
      const corner = x >= step && y > 0 ? out[at - rowBytes - step] ?? 0 : 0;
      out[at] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + guess(filter ?? 0, left, up, corner);
    }
  }
  return out;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function toRgb(bytes: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return bytes;
  const rgb = new Uint8Array(bytes.length / 4 * 3);
  for (let from = 0, to = 0; from < bytes.length; from += 4, to += 3) {
    if (bytes[from + 3] !== 255) throw new RangeError("Only opaque PNGs can be packed");
    rgb.set(bytes.subarray(from, from + 3), to);
  }
  return rgb;
}

/** Pixels as a PNG. Tries one filter for all rows, and a filter for each; the smallest counts. */
export function writePng({ width, height, rgb }: Pixels): Uint8Array {
  const rowBytes = width * 3;
  const best = [0, 1, 2, 4].map((filter) => deflate(filterRows(rgb, rowBytes, () => filter)))
    .concat(deflate(filterRows(rgb, rowBytes, smallestFilter)))
    .reduce((least, one) => one.length < least.length ? one : least);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, RGB, 0, 0, 0], 8);
  return concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("IDAT", best),
    chunk("IEND", new Uint8Array()),
  ]);
}

function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, memLevel: 9 });
}

type Row = (filter: number, y: number) => Uint8Array;

/** The filter whose row has the smallest sum, which is likely to pack best. */
function smallestFilter(row: Row, y: number): number {
  const sums = [0, 1, 2, 3, 4].map((filter) =>
    row(filter, y).reduce((sum, byte) => sum + (byte < 128 ? byte : 256 - byte), 0)
  );
  return sums.indexOf(Math.min(...sums));
}

function filterRows(
  rgb: Uint8Array,
  rowBytes: number,
  choose: (row: Row, y: number) => number,
): Uint8Array {
  const height = rgb.length / rowBytes;
  const row: Row = (filter, y) => {
    const line = new Uint8Array(rowBytes);
    for (let x = 0; x < rowBytes; x += 1) {
      const at = y * rowBytes + x;
      const left = x >= 3 ? rgb[at - 3] ?? 0 : 0;
      const up = y > 0 ? rgb[at - rowBytes] ?? 0 : 0;
      const corner = x >= 3 && y > 0 ? rgb[at - rowBytes - 3] ?? 0 : 0;
      line[x] = (rgb[at] ?? 0) - guess(filter, left, up, corner);
    }
    return line;
  };
  const out = new Uint8Array((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const filter = choose(row, y);
    out[y * (rowBytes + 1)] = filter;
    out.set(row(filter, y), y * (rowBytes + 1) + 1);
  }
  return out;
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const named = concat([new TextEncoder().encode(type), body]);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, body.length);
  ends.setUint32(4, crc32(named));
  const bytes = new Uint8Array(ends.buffer);
  return concat([bytes.subarray(0, 4), named, bytes.subarray(4)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
