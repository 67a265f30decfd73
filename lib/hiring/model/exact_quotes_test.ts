import assert from "node:assert/strict";
import fc from "fast-check";
import { exactQuotes } from "./exact_quotes.ts";

Deno.test("exactQuotes() takes what stands in the text, to the letter", () => {
  const text = "Built APIs in Go. Mail: a@b.nl";
  assert.deepEqual(
    exactQuotes(text, [" Built APIs in Go ", "built apis in go", "Built APIs in Rust"]),
    [
      { text: "Built APIs in Go", start: 0, end: 16 },
    ],
  );
  assert.deepEqual(exactQuotes(text, ["a@b.nl"], [{ start: 24, end: 30 }]), []);
});

Deno.test("exactQuotes() never answers what the text does not hold", () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.string()), (text, quotes) => {
    for (const { text: quote, start, end } of exactQuotes(text, quotes)) {
      assert.equal(text.slice(start, end), quote);
    }
  }));
});
