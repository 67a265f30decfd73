import assert from "node:assert/strict";
import fc from "fast-check";
import { contentStems, findLiteral, indexWords } from "./literal.ts";
import { quoteOf } from "./quote.ts";
import { stem } from "./stems.ts";
import { tokenize } from "./text.ts";

const find = (text: string, phrase: string) =>
  findLiteral(indexWords(tokenize(text)), phrase).map(({ start, end, share }) =>
    `${text.slice(start, end)} ${share}`
  );

Deno.test("stem() joins the forms of a word, English and Dutch", () => {
  const families = [
    ["planning", "planned", "plans"],
    ["calibrate", "calibrated", "calibration"],
    ["taken", "taak"],
    ["facturen", "factuur"],
    ["cliënten", "cliënt"].map((word) => word.normalize("NFD").replace(/\p{M}/gu, "")),
  ];
  for (const family of families) assert.equal(new Set(family.map(stem)).size, 1, family.join());
  assert.notEqual(stem("java"), stem("javascript"));
});

Deno.test("findLiteral() finds inflected words near each other in any order", () => {
  assert.deepEqual(find("Calibrated the looms weekly.", "loom calibration"), [
    "Calibrated the looms 1",
  ]);
  assert.deepEqual(find("Sold looms to weavers.", "dance choreography"), []);
});

Deno.test("findLiteral() gives the share of the words that stand together", () => {
  assert.deepEqual(find("Did loom calibration", "loom calibration of brass spindles"), [
    "loom calibration 0.5",
  ]);
  const far = `loom ${"and more words ".repeat(20)} calibration`;
  assert.deepEqual(find(far, "loom calibration"), ["calibration 0.5"]);
});

Deno.test("contentStems() leaves out words that say nothing, unless there are no others", () => {
  assert.deepEqual(contentStems("the packaging industry"), [stem("packaging")]);
  assert.ok(contentStems("of the").length > 0);
});

Deno.test("quoteOf() quotes exactly, holds what it shows, and stays short", () => {
  fc.assert(fc.property(
    fc.array(fc.constantFrom("word", "clause,", "longer-word", "end.", "é", ";"), {
      minLength: 3,
      maxLength: 200,
    }),
    fc.nat(),
    (words, pick) => {
      const text = words.join(" ");
      const tokens = tokenize(text);
      const token = tokens[pick % tokens.length];
      assert.ok(token);
      const quote = quoteOf(text, token, { start: 0, end: text.length });
      assert.equal(text.slice(quote.start, quote.end), quote.text);
      assert.ok(quote.start <= token.start && quote.end >= token.end);
      assert.ok(quote.text.length <= 240);
    },
  ));
});
