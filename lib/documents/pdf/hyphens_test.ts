import assert from "node:assert/strict";
import { joinHyphens, type TextLine } from "./hyphens.ts";

const lines = (...texts: string[]): TextLine[] =>
  texts.map((text, last) => ({ text, last, startsBlock: last === 0 }));
const joined = (...texts: string[]) => joinHyphens(lines(...texts)).map(({ text }) => text);

Deno.test("joinHyphens() mends a broken word and keeps the lines", () => {
  assert.deepEqual(joined("Leiding aan de ont-", "wikkeling van beleid,", "en meer"), [
    "Leiding aan de ontwikkeling",
    "van beleid,",
    "en meer",
  ]);
});

Deno.test("joinHyphens() moves punctuation with the word, and a whole short line", () => {
  assert.deepEqual(joined("strong commu-", "nication."), ["strong communication."]);
});

Deno.test("joinHyphens() mends a word that is broken more than once", () => {
  assert.deepEqual(joined("arbeids-", "ongeschiktheids-", "verzekering afgesloten"), [
    "arbeidsongeschiktheidsverzekering",
    "afgesloten",
  ]);
});

Deno.test("joinHyphens() keeps a hyphen that belongs to the word", () => {
  assert.deepEqual(joined("Noord-", "Holland"), ["Noord-Holland"]);
  assert.deepEqual(joined("an event-", "driven system"), ["an event-driven", "system"]);
  assert.deepEqual(joined("by e-", "mail"), ["by e-mail"]);
  assert.deepEqual(joined("a self-made man", "and self-", "made woman"), [
    "a self-made man",
    "and self-made",
    "woman",
  ]);
});

Deno.test("joinHyphens() leaves dashes, numbers and other columns alone", () => {
  assert.deepEqual(joined("2019 -", "present"), ["2019 -", "present"]);
  assert.deepEqual(joined("2019-", "2021"), ["2019-", "2021"]);
  const columns = lines("left col-", "right").map((line) => ({ ...line, startsBlock: true }));
  assert.deepEqual(joinHyphens(columns).map(({ text }) => text), ["left col-", "right"]);
});

Deno.test("joinHyphens() mends the first cell of a line beside a date", () => {
  assert.deepEqual(joined("top 5% of submis-\t2019 – 2021", "sions"), [
    "top 5% of submissions\t2019 – 2021",
  ]);
});

Deno.test("joinHyphens() always joins at a soft hyphen", () => {
  assert.deepEqual(joined("e\u00ad", "mail co\u00adop"), ["email", "co-op"]);
});
