import assert from "node:assert/strict";
import { accented, cleanCharacters, combiningMark, readingDirection } from "./characters.ts";

Deno.test("cleanCharacters() keeps letters with marks and currency", () => {
  assert.equal(cleanCharacters("é ë ï ç ø ß € – “…”"), "é ë ï ç ø ß € – “…”");
});

Deno.test("cleanCharacters() spells ligatures out", () => {
  assert.equal(cleanCharacters("eﬃcient ﬁnance ﬂow oﬀ ﬆ"), "efficient finance flow off st");
});

Deno.test("cleanCharacters() turns symbol bullets into one and drops icons and marks", () => {
  assert.equal(cleanCharacters("\uf0b7\uf0a7"), "••");
  assert.equal(cleanCharacters("\uf0e0mail\u200b\u202e\ufeff"), "mail");
  assert.equal(cleanCharacters("a\u00a0b\u2003c\u0000"), "a b c");
});

Deno.test("cleanCharacters() leaves no half of a pair behind", () => {
  assert.equal(cleanCharacters("a\ud83d").isWellFormed(), true);
});

Deno.test("accented() puts an accent that stands alone on its letter", () => {
  assert.equal(accented("e", combiningMark("´") ?? ""), "é");
  assert.equal(accented("ı", combiningMark("¨") ?? ""), "ï");
  assert.equal(combiningMark("x"), undefined);
});

Deno.test("readingDirection() turns right-to-left words and nothing else", () => {
  assert.equal(readingDirection("Noa םולש Bakker"), "Noa שלום Bakker");
  assert.equal(readingDirection("left to right"), "left to right");
});
