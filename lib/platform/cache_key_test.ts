import assert from "node:assert/strict";
import fc from "fast-check";
import { cacheKey } from "./cache_key.ts";
import { canonicalJson } from "./canonical_json.ts";
import { parsedValues } from "../../tests/harness/parsed_values.ts";

Deno.test("cacheKey() is another one for other parsedValues, another id and another name", () => {
  const parts = fc.tuple(
    fc.constantFrom("job", "jobs"),
    fc.option(fc.string({ unit: "binary", maxLength: 200 }), { nil: undefined }),
    parsedValues,
  );
  fc.assert(fc.property(parts, parts, (one, other) => {
    const isSame = one[0] === other[0] && one[1] === other[1] &&
      canonicalJson(one[2]) === canonicalJson(other[2]);
    assert.equal(cacheKey(...one) === cacheKey(...other), isSame);
  }));
});

Deno.test("cacheKey() stays short, and is read by a person", () => {
  const id = "0198f2c4-6a10-7c3e-9b52-0d4be1a7c101";
  assert.match(cacheKey("job", id, { language: "en" }), new RegExp(`^job:${id}:`));
  const [long, longer] = ["x".repeat(5000), "x".repeat(5001)];
  assert.ok(cacheKey("search", undefined, { q: long }).length < 100);
  assert.notEqual(
    cacheKey("search", undefined, { q: long }),
    cacheKey("search", undefined, { q: longer }),
  );
});

Deno.test("cacheKey() refuses what JSON would not tell apart", () => {
  for (const value of [NaN, Infinity, () => 1, new Map([[1, 2]]), 1n, Symbol("a")]) {
    assert.throws(() => cacheKey("job", undefined, { value }), TypeError);
  }
});
