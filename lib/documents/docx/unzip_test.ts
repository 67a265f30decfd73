import assert from "node:assert/strict";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { concatBytes } from "../bytes.ts";
import { docxBomb } from "../fixtures/bombs.ts";
import { outcomeOf, refusalOf } from "../fixtures/refused.ts";
import { Archive } from "./unzip.ts";

const unpack = (archive: Archive, name: string) => concatBytes(...archive.unpack(name));

Deno.test("Archive.unpack() gives back what was packed, stored or deflated", () => {
  const text = strToU8("Hello ".repeat(20_000));
  const zip = zipSync({ "a/deflated.xml": text, "stored.xml": [text, { level: 0 }] });
  const archive = new Archive(zip);
  assert.deepEqual([...archive.names], ["a/deflated.xml", "stored.xml"]);
  for (const name of archive.names) assert.deepEqual(unpack(archive, name), text);
});

Deno.test("Archive.unpack() stops a bomb before it has unpacked", async () => {
  const archive = new Archive(docxBomb(80));
  const refusal = await refusalOf(() => unpack(archive, "word/document.xml"));
  assert.deepEqual([refusal.code, refusal.params.limit], ["zip_bomb", 64]);
});

Deno.test("Archive counts all parts together", async () => {
  const part = new Uint8Array(40 * 1024 * 1024);
  const archive = new Archive(zipSync({ a: part, b: part }));
  for (const _ of archive.unpack("a"));
  assert.equal((await refusalOf(() => unpack(archive, "b"))).code, "zip_bomb");
});

Deno.test("Archive refuses a part with a password", async () => {
  const zip = zipSync({ a: strToU8("secret") });
  const central = zip.findIndex((_, i) => zip[i] === 0x50 && zip[i + 2] === 1 && zip[i + 3] === 2);
  zip[central + 8] = 1;
  assert.equal((await refusalOf(() => unpack(new Archive(zip), "a"))).code, "encrypted");
});

Deno.test("Archive meets any damage with a refusal", async () => {
  const zip = zipSync({ "a.xml": strToU8("some text, some text, some text") });
  const damage = fc.tuple(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length));
  await fc.assert(fc.asyncProperty(damage, async ([at, byte, length]) => {
    const broken = zip.slice(0, Math.max(1, length));
    broken[Math.min(at, broken.length - 1)] = byte;
    const outcome = await outcomeOf(() => {
      const archive = new Archive(broken);
      for (const name of archive.names) unpack(archive, name);
    });
    return ["text", "corrupt", "encrypted", "zip_bomb"].includes(outcome);
  }));
});
