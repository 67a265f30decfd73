import { computed, signal } from "@preact/signals";
import fc from "fast-check";
import assert from "node:assert/strict";
import { h } from "preact";
import { parse } from "./parse.ts";
import { isSignal, stringify } from "./stringify.ts";

const SIGNALS = {
  Signal: (value: unknown) => signal(value),
  Computed: (value: unknown) => computed(() => value),
};

function roundTrip<T>(value: T): T {
  return parse<T>(stringify(value), SIGNALS);
}

Deno.test("stringify() and parse() keep every kind of value", () => {
  const values = [
    undefined,
    null,
    true,
    0,
    -0,
    1.5,
    NaN,
    Infinity,
    -Infinity,
    -7,
    123n,
    "</script>\u2028",
    [1, , undefined],
    { a: 1, "b c": [null] },
    new Uint8Array([0, 255, 7]),
    new Uint8Array([1, 2, 3, 4]).subarray(1, 3),
    new URL("https://a.example/?b#c"),
    new Date("2026-01-02T03:04:05.678Z"),
    new Date(NaN),
    /a["\/]\n/giu,
    new Set([1, "a", NaN, new Set()]),
    new Map<unknown, unknown>([[{ k: 1 }, undefined], ["a", new Map()]]),
    Temporal.Instant.from("2026-01-02T03:04:05Z"),
    Temporal.PlainDate.from("2026-01-02"),
    Temporal.Duration.from("P1DT2H"),
    Temporal.ZonedDateTime.from("2026-01-02T03:04:05+01:00[Europe/Amsterdam]"),
  ];
  for (const value of values) {
    const copy = roundTrip(value);
    if (Object.prototype.toString.call(value).includes("Temporal")) {
      assert.equal(String(copy), String(value));
      assert.equal(copy?.constructor, value?.constructor);
    } else {
      assert.deepEqual(copy, value);
    }
  }
  assert.deepEqual(roundTrip(values.slice(0, 22)), values.slice(0, 22));
});

Deno.test("stringify() and parse() keep any plain value", () => {
  const plain = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withNullPrototype: false,
  });
  fc.assert(
    fc.property(plain, (value) => assert.deepEqual(roundTrip(value), value)),
  );
});

Deno.test("stringify() keeps cycles and shared references", () => {
  const shared = { n: 1 };
  const cycle: Record<string, unknown> = { a: shared, b: shared };
  cycle.self = cycle;
  cycle.set = new Set([cycle]);
  cycle.map = new Map([[shared, cycle]]);
  const copy = roundTrip(cycle);
  assert.equal(copy.self, copy);
  assert.equal(copy.a, copy.b);
  assert.ok((copy.set as Set<unknown>).has(copy));
  assert.equal((copy.map as Map<unknown, unknown>).get(copy.a), copy);
});

Deno.test("stringify() sends signals, a shared one once", () => {
  const count = signal({ n: 1 });
  const copy = roundTrip({
    a: count,
    b: count,
    twice: computed(() => count.value.n * 2),
  });
  assert.equal(copy.a, copy.b);
  assert.ok(isSignal(copy.a));
  assert.deepEqual(copy.a.value, { n: 1 });
  copy.a.value = { n: 5 };
  assert.equal(copy.twice.value, 2);
  assert.throws(() => {
    (copy.twice as { value: number }).value = 3;
  });
});

Deno.test("stringify() says where something is that cannot be sent", () => {
  assert.throws(
    () => stringify({ a: { onClick: () => {} } }),
    /function.*a\.onClick/,
  );
  assert.throws(() => stringify([Symbol()]), /symbol.*: 0/);
  assert.throws(() => stringify({ tabs: [h("b", null)] }), /element.*tabs\.0/);
});

Deno.test("parse() sets no prototype", () => {
  const copy = roundTrip(JSON.parse('{"__proto__": {"isAdmin": true}}'));
  assert.equal(Object.getPrototypeOf(copy), Object.prototype);
  assert.equal(copy.isAdmin, undefined);
});

Deno.test("parse() refuses what it does not know", () => {
  assert.throws(() => parse('[["Nope",-1]]'), /Nope/);
  assert.throws(() => parse("-99"), TypeError);
});
