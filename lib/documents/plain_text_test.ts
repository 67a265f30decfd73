import assert from "node:assert/strict";
import fc from "fast-check";
import { concatBytes } from "./bytes.ts";
import { outcomeOf, refusalOf } from "./fixtures/refused.ts";
import { decodePlainText } from "./plain_text.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, isLittleEndian);
  for (let i = 0; i < text.length; i++) {
    view.setUint16(i * 2 + 2, text.charCodeAt(i), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** Any text that could stand in a file: no controls but tab and line ends. */
const textArb = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 })
  .map((text) => text.replace(/\p{Cc}|\ufeff/gu, "") + "x")
  .filter((text) => !/^\s*</.test(text));

Deno.test("decodePlainText() gives any UTF-8 text back as it was", () => {
  fc.assert(fc.property(textArb, (text) => decodePlainText(utf8(text)) === text));
});

Deno.test("decodePlainText() gives any UTF-16 text back as it was, without its mark", () => {
  fc.assert(fc.property(textArb, fc.boolean(), (text, isLittleEndian) => {
    return decodePlainText(utf16(text, isLittleEndian)) === text;
  }));
});

Deno.test("decodePlainText() takes away nothing but the byte order mark", () => {
  const text = "  Cafés\r\n\r\n\tge-\nbroken ﬁnance \u00a0€  \n\n";
  assert.equal(decodePlainText(concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(text))), text);
});

Deno.test("decodePlainText() falls back to Windows-1252", () => {
  const bytes = Uint8Array.from(
    "Ren\xe9e Dani\xebls, \x80 40.000 \x96 \x93caf\xe9\x94",
    (char) => char.charCodeAt(0),
  );
  assert.equal(decodePlainText(bytes), "Renée Daniëls, € 40.000 – “café”");
});

Deno.test("decodePlainText() refuses bytes that are no text", async () => {
  for (
    const bytes of [Uint8Array.of(1, 2, 3, 0, 5), utf8("text\0with a zero"), utf16("a\0", true)]
  ) {
    const refusal = await refusalOf(() => decodePlainText(bytes));
    assert.deepEqual([refusal.code, refusal.params.found], ["unsupported", "unknown"]);
  }
});

Deno.test("decodePlainText() refuses markup by its name, and blanks as empty", async () => {
  const html = await refusalOf(() => decodePlainText(utf8("\n<!DOCTYPE html>\n<p>Hello")));
  assert.deepEqual([html.code, html.params.found], ["unsupported", "HTML"]);
  const xml = await refusalOf(() => decodePlainText(utf8('<?xml version="1.0"?><cv/>')));
  assert.deepEqual([xml.code, xml.params.found], ["unsupported", "XML"]);
  assert.equal((await refusalOf(() => decodePlainText(utf8(" \n\t ")))).code, "empty");
});

Deno.test("decodePlainText() answers any bytes with a text or a refusal", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
    return ["text", "unsupported", "empty"].includes(
      await outcomeOf(() => decodePlainText(bytes)),
    );
  }));
});
