import assert from "node:assert/strict";
import { crc32, deflateSync } from "node:zlib";
import { readPng, repackPng } from "./png.ts";

function chunk(type: string, body: Uint8Array): number[] {
  const named = [...new TextEncoder().encode(type), ...body];
  const word = (value: number) => [...new Uint8Array(new Uint32Array([value]).buffer)].reverse();
  return [...word(body.length), ...named, ...word(crc32(Uint8Array.from(named)))];
}

/** A PNG without filters, packed loosely, as a browser might. */
function png(
  width: number,
  height: number,
  colour: number,
  pixel: (x: number, y: number) => number[],
) {
  const rows: number[] = [];
  for (let y = 0; y < height; y += 1) {
    rows.push(0);
    for (let x = 0; x < width; x += 1) rows.push(...pixel(x, y));
  }
  const header = Uint8Array.from([0, 0, 0, width, 0, 0, 0, height, 8, colour, 0, 0, 0]);
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", header),
    ...chunk("IDAT", deflateSync(Uint8Array.from(rows), { level: 1 })),
    ...chunk("IEND", new Uint8Array()),
  ]);
}

Deno.test("repackPng() keeps every pixel and makes the file smaller", () => {
  const slope = (x: number, y: number) => [(x * 3 + y) % 256, (y * 5) % 256, (x ^ y) & 255, 255];
  const loose = png(120, 90, 6, slope);
  const packed = repackPng(loose);
  assert.ok(packed.length < loose.length, `${packed.length} of ${loose.length}`);
  assert.deepEqual(readPng(packed), readPng(loose));
  assert.deepEqual([...readPng(packed).rgb.subarray(0, 6)], [0, 0, 0, 3, 0, 1]);
  // A second time every filter that was chosen is read back.
  assert.deepEqual(readPng(repackPng(packed)), readPng(loose));
});

Deno.test("repackPng() refuses what it would spoil", () => {
  const clear = png(2, 2, 6, () => [1, 2, 3, 128]);
  assert.throws(() => repackPng(clear), { name: "RangeError", message: /opaque/ });
  const grey = png(2, 2, 0, () => [7]);
  assert.throws(() => repackPng(grey), { name: "RangeError", message: /8-bit colour/ });
});
