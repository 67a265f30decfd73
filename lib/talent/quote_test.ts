import assert from "node:assert/strict";
import { quoteOf } from "./quote.ts";

const quote = (text: string, words: string) => {
  const start = text.indexOf(words);
  return quoteOf(text, { start, end: start + words.length }, { start: 0, end: text.length }).text;
};

Deno.test("quoteOf() gives the whole sentence when it is short", () => {
  assert.equal(
    quote("Payments API in TypeScript on Node.js", "TypeScript"),
    "Payments API in TypeScript on Node.js",
  );
});

Deno.test("quoteOf() leaves addresses out of a line of contact data", () => {
  assert.equal(
    quote("Utrecht · you@example.com · +31 6 1 · Dutch national", "Dutch"),
    "Dutch national",
  );
  assert.equal(
    quote("Eindhoven, you@example.com, EU Blue Card holder", "Blue Card"),
    "EU Blue Card holder",
  );
});

Deno.test("quoteOf() cuts a long sentence around the words that matter", () => {
  const text = `${"a long story about boats ".repeat(20)}written in TypeScript ${
    "and sails ".repeat(30)
  }`;
  const cut = quote(text, "TypeScript");
  assert.ok(cut.length <= 200 && cut.includes("TypeScript"), cut);
});
