import assert from "node:assert/strict";
import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { openZip, type Unpacked, type ZipLimits } from "./unpack_zip.ts";

const LIMITS: ZipLimits = {
  maxFiles: 200,
  maxFileBytes: 2 * 1024 * 1024,
  maxTotalBytes: 4 * 1024 * 1024,
};

const TEXT = strToU8("Anna Berg\nTypeScript since 2016\n".repeat(20));

/** What came of each file: its text, or the code of its problem. */
async function unpack(zip: Uint8Array, limits = LIMITS): Promise<string | [string, string][]> {
  const opened = openZip(zip, limits);
  if ("problem" in opened) return opened.problem.code;
  const files: Unpacked[] = [];
  for await (const file of opened.files) files.push(file);
  return files.map(({ fileName, result }) => [
    fileName,
    "bytes" in result ? new TextDecoder().decode(result.bytes) : result.problem.code,
  ]);
}

function random(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  }
  return bytes;
}

/** Where the list of files begins its n-th entry. */
function entryAt(zip: Uint8Array, n: number): number {
  const view = new DataView(zip.buffer);
  for (let at = 0, seen = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && seen++ === n) return at;
  }
  throw new RangeError(`There is no entry ${n}`);
}

Deno.test("openZip() gives back what was packed, stored or deflated, without folders", async () => {
  const zip = zipSync({
    "people/a.txt": TEXT,
    "people/deep/../b.txt": [TEXT, { level: 0 }],
    "../../etc/c.txt": TEXT,
    "C:\\d.txt": TEXT,
    "/e.txt": TEXT,
    "Zoë Müller – cv.txt": TEXT,
    "people/": new Uint8Array(),
  });
  const text = new TextDecoder().decode(TEXT);
  assert.deepEqual(
    await unpack(zip),
    ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "Zoë Müller – cv.txt"].map((
      name,
    ) => [name, text]),
  );
});

Deno.test("openZip() leaves out what a system put beside the files", async () => {
  const zip = zipSync({
    "__MACOSX/a/._cv.txt": TEXT,
    "a/.DS_Store": TEXT,
    "a/Thumbs.db": TEXT,
    "a/desktop.ini": TEXT,
    "a/cv.txt": strToU8("Anna"),
  });
  assert.deepEqual(await unpack(zip), [["cv.txt", "Anna"]]);
  assert.equal(await unpack(zipSync({ "a/.hidden": TEXT })), "zip_empty");
  assert.equal(await unpack(zipSync({})), "zip_empty");
});

Deno.test("openZip() stops a bomb before it has unpacked, and goes on with the others", async () => {
  const zip = zipSync({ "bomb.txt": new Uint8Array(1_900_000), "a.txt": strToU8("Anna") });
  assert.deepEqual(await unpack(zip), [["bomb.txt", "zip_bomb"], ["a.txt", "Anna"]]);
});

Deno.test("openZip() believes no header about a size", async () => {
  const zip = zipSync({ "a.txt": [random(3_000_000), { level: 6 }] });
  assert.deepEqual(await unpack(zip), [["a.txt", "too_large"]]);
  new DataView(zip.buffer).setUint32(entryAt(zip, 0) + 24, 1000, true);
  assert.deepEqual(await unpack(zip), [["a.txt", "too_large"]]);
});

Deno.test("openZip() bounds what all files unpack to", async () => {
  const part = random(1_500_000);
  const zip = zipSync({ "1.pdf": part, "2.pdf": part, "3.pdf": part, "4.txt": strToU8("Anna") });
  const limits = { ...LIMITS, maxTotalBytes: 3_200_000 };
  const files = await unpack(zip, limits);
  assert.ok(Array.isArray(files));
  assert.deepEqual([files[2], files[3]], [["3.pdf", "zip_too_large"], ["4.txt", "Anna"]]);
});

Deno.test("openZip() refuses ten thousand files by their number", () => {
  const files: Zippable = {};
  for (let i = 0; i < 10_000; i++) files[`${i}.txt`] = new Uint8Array();
  const opened = openZip(zipSync(files), LIMITS);
  assert.ok("problem" in opened);
  assert.deepEqual(opened.problem, {
    code: "zip_too_many",
    params: { limit: 200, actual: 10_000 },
  });
});

Deno.test("openZip() tells of passwords: one file, or all of them", async () => {
  const zip = zipSync({ "a.txt": strToU8("Anna"), "b.txt": strToU8("Bob") });
  zip[entryAt(zip, 0) + 8] = 1;
  assert.deepEqual(await unpack(zip), [["a.txt", "encrypted"], ["b.txt", "Bob"]]);
  zip[entryAt(zip, 1) + 8] = 1;
  assert.equal(await unpack(zip), "encrypted");
});

Deno.test("openZip() refuses a ZIP within a ZIP, and lets a DOCX through", async () => {
  const inner = zipSync({ "a.txt": TEXT });
  const docx = zipSync({ "word/document.xml": TEXT });
  const zip = zipSync({ "inner.zip": inner, "cv.docx": docx, "named.zip": docx });
  const files = await unpack(zip);
  assert.ok(Array.isArray(files));
  assert.deepEqual(files[0], ["inner.zip", "zip_in_zip"]);
  for (const [name, text] of files.slice(1)) assert.match(text, /^PK/, name);
});

Deno.test("openZip() reads names in UTF-8 and in the old code page, and 64-bit sizes", async () => {
  const zip = zipSync({ "Z_e.txt": strToU8("Zoe") });
  zip[entryAt(zip, 0) + 46 + 1] = 0x94; // "ö" in code page 437, and no UTF-8
  assert.deepEqual(await unpack(zip), [["Zöe.txt", "Zoe"]]);
  assert.deepEqual(await unpack(as64(zipSync({ "a.txt": strToU8("Anna") }))), [["a.txt", "Anna"]]);
});

/** Writes the list of a ZIP with one file as programs do that count in 64 bits. */
function as64(zip: Uint8Array): Uint8Array {
  const at = entryAt(zip, 0);
  const view = new DataView(zip.buffer);
  const name = view.getUint16(at + 28, true);
  const entry = new Uint8Array(46 + name + 28);
  entry.set(zip.subarray(at, at + 46 + name));
  const out = new DataView(entry.buffer);
  const values = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  for (const field of [24, 20, 42]) out.setUint32(field + 0, 0xffffffff, true);
  out.setUint16(30, 28, true);
  out.setUint16(46 + name, 1, true);
  out.setUint16(46 + name + 2, 24, true);
  values.forEach((value, i) => out.setBigUint64(46 + name + 4 + 8 * i, BigInt(value), true));
  const end = new DataView(new ArrayBuffer(56 + 20 + 22));
  end.setUint32(0, 0x06064b50, true);
  end.setBigUint64(32, 1n, true);
  end.setBigUint64(48, BigInt(at), true);
  end.setUint32(56, 0x07064b50, true);
  end.setBigUint64(64, BigInt(at + entry.length), true);
  end.setUint32(76, 0x06054b50, true);
  end.setUint16(86, 0xffff, true);
  end.setUint32(92, 0xffffffff, true);
  return Uint8Array.from([...zip.subarray(0, at), ...entry, ...new Uint8Array(end.buffer)]);
}

Deno.test("openZip() meets any damage with a problem", async () => {
  const zip = zipSync({ "a.txt": TEXT, "b.txt": [TEXT, { level: 0 }] });
  const damage = fc.tuple(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length));
  await fc.assert(fc.asyncProperty(damage, async ([at, byte, length]) => {
    const broken = zip.slice(0, Math.max(1, length));
    broken[Math.min(at, broken.length - 1)] = byte;
    const outcome = await unpack(broken);
    return typeof outcome === "string" || outcome.length <= 2;
  }));
  assert.equal(await unpack(zip.subarray(0, zip.length - 30)), "corrupt");
  const flipped = zip.slice();
  flipped[40] = (flipped[40] ?? 0) ^ 0xff;
  const [first] = await unpack(flipped);
  assert.deepEqual(first, ["a.txt", "corrupt"]);
});
