import assert from "node:assert/strict";
import { refusalOf } from "./fixtures/refused.ts";
import { sniffKind } from "./sniff.ts";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

Deno.test("sniffKind() tells the kinds by their content", () => {
  assert.equal(sniffKind(bytes("%PDF-1.4\n")), "pdf");
  assert.equal(sniffKind(bytes("junk of a mail system\n%PDF-1.4\n1 0 obj\n")), "pdf");
  assert.equal(sniffKind(bytes("PK\x03\x04\x14\0")), "docx");
  assert.equal(sniffKind(bytes("<!DOCTYPE html>\n<html>")), "html");
  assert.equal(sniffKind(bytes("{\\rtf1\\ansi Hello}")), "rtf");
  assert.equal(sniffKind(bytes("Noa Bakker\nPKI specialist")), "text");
});

Deno.test("sniffKind() takes a text about PDFs for a text", () => {
  assert.equal(sniffKind(bytes("I wrote a parser for %PDF-1.7 files")), "text");
});

Deno.test("sniffKind() names what it refuses", async () => {
  const cases: readonly (readonly [string, string])[] = [
    ["\x89PNG\r\n\x1a\n....", "PNG"],
    ["\xff\xd8\xff\xe0....JFIF", "JPEG"],
    ["GIF89a....", "GIF"],
    ["RIFF....WEBPVP8 ", "WEBP"],
    ["II*\0....", "TIFF"],
    ["....ftypheic....", "HEIC"],
    ["Rar!\x1a\x07....", "RAR"],
    ["7z\xbc\xaf\x27\x1c....", "7Z"],
    ["\x1f\x8b\x08....", "GZIP"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "DOC"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0", "XLS"],
  ];
  for (const [head, found] of cases) {
    const refusal = await refusalOf(() => sniffKind(bytes(head)));
    assert.deepEqual([refusal.code, refusal.params.found], ["unsupported", found]);
  }
});

Deno.test("sniffKind() sees that an Office file is protected by a password", async () => {
  const wide = [..."EncryptedPackage"].map((char) => `${char}\0`).join("");
  const file = bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....${wide}`);
  assert.equal((await refusalOf(() => sniffKind(file))).code, "encrypted");
});

Deno.test("sniffKind() refuses a file of no bytes as empty", async () => {
  assert.equal((await refusalOf(() => sniffKind(new Uint8Array()))).code, "empty");
});
