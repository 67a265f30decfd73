import assert from "node:assert/strict";
import fc from "fast-check";
import { lineOrder } from "./fixtures/layouts/line_order.ts";
import { RUNNING } from "./fixtures/layouts/hard_source.ts";
import { measureLayouts } from "./fixtures/layouts/measure.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readBytes } from "./read_bytes.ts";

/** The least share of lines that may stand whole and in order. */
const FLOOR = 0.98;

Deno.test("readBytes() reads the layouts of nine producers in the order of their source", async () => {
  const measured = await measureLayouts();
  assert.ok(new Set(measured.map(({ madeBy }) => madeBy)).size >= 9);
  const low = measured.filter(({ share }) => share < FLOOR)
    .map(({ madeBy, share, wrong }) => `${madeBy}: ${share.toFixed(3)}, not ${wrong.join(" | ")}`);
  assert.deepEqual(low, []);
});

Deno.test("readBytes() tells a head and a foot that stand on every page once", async () => {
  for (const name of ["hard_running.pdf", "hard_office.pdf"]) {
    const bytes = await Deno.readFile(new URL(`./fixtures/layouts/${name}`, import.meta.url));
    const { text, pages } = await readBytes(bytes, DEFAULT_LIMITS);
    assert.ok(pages.length > 1, name);
    assert.equal(text.split(RUNNING.head).length - 1, 1, `${name}: ${RUNNING.head}`);
    assert.equal(text.match(/Page \d of \d/g)?.length, 1, name);
  }
});

Deno.test("lineOrder() counts what is missing, and what stands elsewhere, as few as it can", () => {
  const lines = ["one", "two", "three", "four"];
  assert.equal(lineOrder("o n e\ntwo\nthree\nfour", lines).share, 1);
  assert.deepEqual(lineOrder("one\nthree\nfour", lines), { share: 0.75, wrong: ["two"] });
  assert.deepEqual(lineOrder("four\none\ntwo\nthree", lines), { share: 0.75, wrong: ["four"] });
  assert.equal(lineOrder("two\none\nfour\nthree", lines).share, 0.5);
  assert.equal(lineOrder("", lines).share, 0);
});

Deno.test("lineOrder() is whole for the source itself and falls with every other order", () => {
  const lines = ["alpha", "bravo", "charlie", "delta", "echo"];
  fc.assert(fc.property(fc.shuffledSubarray(lines, { minLength: 5 }), (order) => {
    const isSame = order.every((line, at) => line === lines[at]);
    assert.equal(lineOrder(order.join("\n"), lines).share === 1, isSame);
  }));
});
