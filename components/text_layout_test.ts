import fc from "fast-check";
import assert from "node:assert/strict";
import { layOut, type Marked, type Piece, splitPieces } from "./text_layout.ts";

function plain(pieces: readonly Piece<Marked>[]): string {
  return pieces.map((piece) => typeof piece === "string" ? piece : plain(piece.children)).join("");
}

function drawn(pieces: readonly Piece<Marked>[]): string {
  return pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const names = piece.marks.map(({ id }) => id).join("+");
    return `[${piece.isFirst ? names : "…"}:${drawn(piece.children)}${
      piece.isLast ? `^${names}` : ""
    }]`;
  }).join("");
}

const whole = (text: string) => ({ start: 0, end: text.length });

Deno.test("splitPieces() leaves a mark's beginning and end where they were, once", () => {
  const text = "Engineer, Polder\t2019 – now";
  const parts = (...marks: Marked[]) => {
    const pieces = layOut(text, whole(text), marks)[0]?.pieces ?? [];
    return splitPieces(pieces, { start: 16, end: 17 }, text.length).map(drawn);
  };
  assert.deepEqual(parts(), ["Engineer, Polder", "2019 – now"]);
  assert.deepEqual(parts({ id: "1", start: 0, end: text.length }), [
    "[1:Engineer, Polder]",
    "[…:2019 – now^1]",
  ]);
  assert.deepEqual(parts({ id: "1", start: 10, end: 17 }, { id: "2", start: 17, end: 21 }), [
    "Engineer, [1:Polder^1]",
    "[2:2019^2] – now",
  ]);
});

Deno.test("layOut() tells headings, items, lines and blanks", () => {
  const text = "What you bring\n\n- Java\n• SQL, well\nWe write to each other.\n\n\nBye.";
  const lines = layOut(text, whole(text), []);
  assert.deepEqual(lines.map(({ kind }) => kind), [
    "heading",
    "blank",
    "item",
    "item",
    "line",
    "blank",
    "line",
  ]);
  assert.deepEqual(lines.map(({ pieces }) => plain(pieces)), [
    "What you bring",
    "",
    "Java",
    "SQL, well",
    "We write to each other.",
    "",
    "Bye.",
  ]);
});

Deno.test("layOut() sees where an item goes on in the next line", () => {
  const text = "- cares for patients, by day, evening and\nnight shifts\nand weekends\nPlain text";
  assert.deepEqual(layOut(text, whole(text), []).map(({ kind }) => kind), [
    "item",
    "more",
    "more",
    "line",
  ]);
});

Deno.test("layOut() nests marks, joins equal ones and cuts crossing ones", () => {
  const text = "abcdefgh.";
  const marks = [
    { id: "1", start: 1, end: 5 },
    { id: "2", start: 1, end: 5 },
    { id: "3", start: 2, end: 3 },
    { id: "4", start: 4, end: 7 },
  ];
  const [line] = layOut(text, whole(text), marks);
  assert.equal(drawn(line?.pieces ?? []), "a[1+2:b[3:c^3]d[4:e]^1+2][…:fg^4]h.");
});

Deno.test("layOut() carries a mark over lines, first and last told apart", () => {
  const text = "one two,\nthree four,\nfive.";
  const lines = layOut(text, whole(text), [{ id: "1", start: 4, end: 24 }]);
  assert.deepEqual(lines.map(({ pieces }) => drawn(pieces)), [
    "one [1:two,]",
    "[…:three four,]",
    "[…:fiv^1]e.",
  ]);
});

Deno.test("layOut() loses and doubles no word, wherever the marks lie", () => {
  const word = fc.constantFrom("ab", "- ", "\n", " ", "É.", "\n\n", "x:");
  const texts = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
  fc.assert(fc.property(texts, fc.array(fc.tuple(fc.nat(40), fc.nat(12))), (text, spans) => {
    const marks = spans.map(([start, length], index) => ({
      id: String(index),
      start: Math.min(start, text.length),
      end: Math.min(start + length, text.length),
    }));
    const lines = layOut(text, whole(text), marks);
    for (const line of lines) {
      assert.equal(plain(line.pieces), text.slice(line.start, line.end));
    }
    const letters = (words: string) => words.replaceAll(/[^\p{L}.:]/gu, "");
    assert.equal(letters(lines.map(({ pieces }) => plain(pieces)).join("")), letters(text));
  }));
});
