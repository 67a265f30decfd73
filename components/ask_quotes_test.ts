import assert from "node:assert/strict";
import fc from "fast-check";
import { markedQuote, quotePath } from "./ask_quotes.ts";

Deno.test("markedQuote() gives the quote back whole, its marks as they stand", () => {
  const quote = {
    start: 100,
    end: 121,
    text: "led a team of nurses.",
    marks: [{ start: 100, end: 110, asked: 0 }, { start: 114, end: 120, asked: 1 }],
  };
  assert.deepEqual(markedQuote(quote), [
    { text: "led a team", isHit: true },
    { text: " of ", isHit: false },
    { text: "nurses", isHit: true },
    { text: ".", isHit: false },
  ]);
});

Deno.test("quotePath() names the quote, or both ends of a long one, within one fragment", () => {
  const path = (text: string) => quotePath("1", { start: 0, end: text.length, text, marks: [] });
  assert.equal(
    path("built, e-mail\n& more"),
    "/resumes/1#:~:text=built%2C%20e%2Dmail%20%26%20more",
  );
  assert.equal(
    path("one two three four five six seven eight nine ten eleven"),
    "/resumes/1#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
  );
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    const fragment = path(text).split("#:~:text=")[1] ?? "";
    assert.ok(fragment.split(",").length <= 2);
    assert.doesNotMatch(fragment, /[-&\s]/);
  }));
});
