import fc from "fast-check";
import assert from "node:assert/strict";
import { CSV_START, type CsvCell, csvRow, csvStream, neutralise } from "./csv.ts";

/** Reads CSV as RFC 4180 says, or with another sign between the cells. */
function parse(text: string, separator = ","): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (sign === '"') {
      isQuoted = true;
    } else if (sign === separator) {
      row.push(cell);
      cell = "";
    } else if (sign === "\r" && text[at + 1] === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
      at++;
    } else {
      cell += sign;
    }
  }
  return rows;
}

const STARTS = /^[=+\-@＝＋－＠\t\r]/;
const nasty = fc.array(
  fc.constantFrom(..."=+-@＝＋－＠\t\r\n;,\"' aé1|".split(""), "cmd|' /C calc'!A0", "\uFEFF"),
  { maxLength: 12 },
).map((parts) => parts.join(""));
const texts = fc.array(fc.oneof(nasty, fc.string({ unit: "grapheme" })), { minLength: 1 });

Deno.test("csvRow() is read back as it was written, but for the apostrophes", () => {
  fc.assert(fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (rows) => {
    const read = parse(rows.map(csvRow).join(""));
    assert.deepEqual(read, rows.map((row) => row.map(neutralise)));
  }));
});

Deno.test("no cell of a text begins a formula, however the line is cut", () => {
  fc.assert(fc.property(texts, (row) => {
    const line = csvRow(row);
    const cells = [",", ";", "\t"].flatMap((separator) => parse(line, separator)).flat();
    const cut = line.split(/[;\t]/).slice(1).map((part) => part.replace(/^[\s"\uFEFF]+/, ""));
    for (const cell of [...cells, ...cut]) assert.ok(!STARTS.test(cell), JSON.stringify(cell));
  }));
});

Deno.test("neutralise() lays an apostrophe before what a formula begins with, and only there", () => {
  const cases: Record<string, string> = {
    "=1+1": "'=1+1",
    "＝HYPERLINK(1)": "'＝HYPERLINK(1)",
    "+31 6 1234": "'+31 6 1234",
    "-": "'-",
    "@me": "'@me",
    "\tx": "'\tx",
    "a;=b": "a;'=b",
    "a-b = c": "a-b = c",
    "Jean-Luc": "Jean-Luc",
    "": "",
  };
  for (const [text, safe] of Object.entries(cases)) assert.equal(neutralise(text), safe);
});

Deno.test("csvRow() leaves figures figures", () => {
  const row: CsvCell[] = [-5, 0.25, null, "-5", 'say "hi"', "a, b", Number.NaN];
  assert.equal(csvRow(row), `-5,0.25,,'-5,"say ""hi""","a, b",\r\n`);
});

Deno.test("csvStream() begins with the mark of UTF-8", async () => {
  const bytes = await new Response(csvStream([["é"], [1]])).bytes();
  assert.deepEqual([...bytes.slice(0, 3)], [0xEF, 0xBB, 0xBF]);
  assert.equal(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    `${CSV_START}é\r\n1\r\n`,
  );
});
