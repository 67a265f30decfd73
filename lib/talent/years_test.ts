import assert from "node:assert/strict";
import fc from "fast-check";
import { readYears } from "./years.ts";

Deno.test("readYears() reads figures, words and ranges in both languages", () => {
  const asked: readonly (readonly [string, number])[] = [
    ["5+ years of Java", 5],
    ["minimaal drie jaar ervaring", 3],
    ["3-5 years", 3],
    ["4 - 7 yrs", 4],
    ["three to five years", 3],
    ["twee tot vier jaar", 2],
    ["two (2) years", 2],
    ["5 or more years", 5],
    ["5 jaar of meer", 5],
    ["at least 2.5 years", 2.5],
    ["1,5 jaar", 1.5],
    ["anderhalf jaar", 1.5],
    ["18 maanden", 1.5],
    ["één jaar ervaring", 1],
    ["Java (3+ jaar)", 3],
    ["5 years' experience", 5],
  ];
  for (const [text, years] of asked) {
    assert.deepEqual(readYears(text).map((one) => one.years), [years], text);
  }
});

Deno.test("readYears() leaves other years alone", () => {
  for (
    const text of [
      "founded over 30 years ago",
      "18 years of age",
      "een jaarcontract",
      "in the last 5 years",
      "een contract van 7 maanden oud",
      "20 jaar geleden",
      "since 2019",
      "a 4 year degree",
    ]
  ) {
    assert.deepEqual(readYears(text), [], text);
  }
});

Deno.test("readYears() gives spans in range", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom("5", "years", "jaar", "-", "(", "three", " ", "+"),
  );
  fc.assert(fc.property(fc.array(part), (parts) => {
    const text = parts.join(" ");
    for (const { start, end, years } of readYears(text)) {
      assert.ok(start >= 0 && end > start && end <= text.length && years > 0 && years <= 25);
    }
  }));
});
