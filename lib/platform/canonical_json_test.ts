import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalJson } from "./canonical_json.ts";
import { parsedValues } from "../../tests/harness/parsed_values.ts";

/** The same with the fields of each object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([k, v]) => [k, turned(v)]));
}

/** -0 is 0 in JSON, and a field of a dictionary called __proto__ is none. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

Deno.test("canonicalJson() is JSON, and the same in whatever order the fields stand", () => {
  fc.assert(fc.property(parsedValues, (value) => {
    const text = canonicalJson(value);
    assert.deepEqual(JSON.parse(text), plain(value));
    assert.equal(canonicalJson(turned(value)), text);
  }));
});

Deno.test("canonicalJson() writes the example of RFC 8785 as it does", () => {
  const given = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  assert.equal(
    canonicalJson(given),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

Deno.test("canonicalJson() sorts fields by UTF-16 code units, as RFC 8785 does", () => {
  const names = ["\u20ac", "\r", "\ufb33", "1", "\u{1f600}", "\u0080", "\u00f6"];
  const given = Object.fromEntries(names.map((name) => [name, 0]));
  const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\u{1f600}", "\ufb33"];
  assert.equal(
    canonicalJson(given),
    `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(",")}}`,
  );
});

Deno.test("canonicalJson() writes numbers as RFC 8785 lists them", () => {
  const bits: [string, string][] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555557", "333333333.33333343"],
  ];
  for (const [hex, text] of bits) {
    const value = new DataView(Uint8Array.fromHex(hex).buffer).getFloat64(0);
    assert.equal(canonicalJson(value), text);
  }
});

Deno.test("canonicalJson() refuses what has no text in JSON", () => {
  for (const value of [NaN, -Infinity, () => 1, new Map([[1, 2]]), 1n, Symbol("a")]) {
    assert.throws(() => canonicalJson([value]), TypeError);
  }
});
