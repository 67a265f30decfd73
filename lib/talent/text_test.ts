import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, lines, sentences, tokenize } from "./text.ts";

Deno.test("fold() drops case, accents, apostrophes and ligatures", () => {
  assert.equal(fold("Coördinator"), "coordinator");
  assert.equal(fold("foto’s"), "fotos");
  assert.equal(fold("eﬃcient"), "efficient");
  assert.equal(fold("Straße"), "strasse");
});

Deno.test("tokenize() gives tokens that lie in the text in order", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    let end = 0;
    for (const token of tokenize(text)) {
      assert.ok(token.start >= end && token.end > token.start && token.end <= text.length);
      assert.equal(text.slice(token.start, token.end).trim().length > 0, true);
      end = token.end;
    }
  }));
});

Deno.test("tokenize() parts letters, digits and marks", () => {
  assert.deepEqual(tokenize("C++17, Node.js").map(({ text }) => text), [
    "c",
    "+",
    "+",
    "17",
    ",",
    "node",
    ".",
    "js",
  ]);
});

Deno.test("lines() leaves out empty lines and the white space around", () => {
  const text = "  a \r\n\n\tb\u2028c ";
  assert.deepEqual(lines(text).map(({ start, end }) => text.slice(start, end)), ["a", "b", "c"]);
});

function cut(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

Deno.test("sentences() ends at stops, not at abbreviations or in names", () => {
  assert.deepEqual(cut("We use Node.js. You know e.g. Java."), [
    "We use Node.js.",
    "You know e.g. Java.",
  ]);
  assert.deepEqual(cut("Ervaring met o.a. SQL. Rijbewijs B."), [
    "Ervaring met o.a. SQL.",
    "Rijbewijs B.",
  ]);
});

Deno.test("sentences() finds line ends that were lost", () => {
  assert.deepEqual(cut("delivered on time.Knowledge of SQL"), [
    "delivered on time.",
    "Knowledge of SQL",
  ]);
  assert.deepEqual(cut("in teams * Knowledge of SQL * Java"), [
    "in teams",
    "Knowledge of SQL",
    "Java",
  ]);
});

Deno.test("sentences() takes bullets off and says so", () => {
  const text = "• Java\n- Go\n3. Rust\nplain";
  assert.deepEqual(
    sentences(text).map(({ start, bulleted }) => [text.slice(start, start + 2), bulleted]),
    [
      ["Ja", true],
      ["Go", true],
      ["Ru", true],
      ["pl", false],
    ],
  );
});

Deno.test("sentences() goes on over a wrapped line", () => {
  const text =
    "You have at least four years of experience with building and\nrunning services in Java.";
  assert.equal(sentences(text).length, 1);
});

Deno.test("sentences() covers every word once", () => {
  const part = fc.oneof(fc.string(), fc.constantFrom(". ", "\n", "• ", "- ", "; ", "A", "b.C"));
  fc.assert(fc.property(fc.array(part), (parts) => {
    const text = parts.join("");
    let end = 0;
    for (const sentence of sentences(text)) {
      assert.ok(
        sentence.start >= end && sentence.end > sentence.start && sentence.end <= text.length,
      );
      end = sentence.end;
    }
  }));
});
