import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { InvalidInput, TooLarge } from "./errors.ts";
import { type FormPart, readForm } from "./multipart.ts";

const LIMITS = { maxPartBytes: 1000, maxTotalBytes: 100_000 };

function streamOf(bytes: Uint8Array, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const sorted = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b)];
  return ReadableStream.from(
    [...sorted, bytes.length].slice(1).map((end, index) => bytes.slice(sorted[index], end)),
  );
}

async function encode(form: FormData): Promise<{ bytes: Uint8Array; type: string }> {
  const response = new Response(form);
  const type = response.headers.get("content-type") ?? "";
  return { bytes: new Uint8Array(await response.arrayBuffer()), type };
}

async function readAll(bytes: Uint8Array, type: string, cuts: number[] = [], limits = LIMITS) {
  const parts: FormPart[] = [];
  for await (const part of readForm(streamOf(bytes, cuts), type, limits)) parts.push(part);
  return parts;
}

const literal = (text: string) => new TextEncoder().encode(text.replaceAll("\n", "\r\n"));

Deno.test("readForm() reads what the platform wrote, however it is cut", async () => {
  const file = fc.record({
    name: fc.string({ unit: "grapheme", maxLength: 20 }).filter((name) => !/[\r\n"\\%]/.test(name)),
    bytes: fc.uint8Array({ maxLength: 600 }),
  });
  await fc.assert(fc.asyncProperty(
    fc.array(file, { maxLength: 5 }),
    fc.array(fc.nat(), { maxLength: 30 }),
    async (files, cuts) => {
      const form = new FormData();
      for (const { name, bytes } of files) form.append("files", new Blob([bytes]), `n${name}`);
      form.append("title", "Ünïcode\r\n--\r\n");
      const { bytes, type } = await encode(form);
      const parts = await readAll(bytes, type, cuts);
      assert.equal(parts.length, files.length + 1);
      files.forEach(({ name, bytes }, index) => {
        assert.equal(parts[index]?.fileName, `n${name}`);
        assert.deepEqual(Buffer.from(parts[index]?.bytes ?? []), Buffer.from(bytes));
      });
      assert.equal(parts.at(-1)?.fileName, undefined);
    },
  ));
});

Deno.test("readForm() drops the bytes of a part that is too large and reads the next", async () => {
  const form = new FormData();
  const large = new Uint8Array(50_000).fill(65);
  form.append("files", new Blob([large]), "large.txt");
  form.append("files", new Blob(["small"]), "small.txt");
  const { bytes, type } = await encode(form);
  const [first, second] = await readAll(bytes, type, [10, 500, 20_000]);
  assert.equal(first?.bytes, null);
  assert.equal(first?.sizeBytes, 50_000);
  assert.deepEqual(
    Buffer.from(first?.hash ?? []),
    createHash("sha256").update(large).digest(),
  );
  assert.equal(new TextDecoder().decode(second?.bytes ?? undefined), "small");
});

Deno.test("readForm() stops at the size of the whole", async () => {
  const form = new FormData();
  form.append("files", new Blob([new Uint8Array(5000)]), "a");
  const { bytes, type } = await encode(form);
  await assert.rejects(readAll(bytes, type, [], { ...LIMITS, maxTotalBytes: 4000 }), TooLarge);
});

Deno.test("readForm() takes escaped and extended file names", async () => {
  const body = literal(
    '--b\nContent-Disposition: form-data; name="files"; filename="a\\"b\\\\c.txt"\n\nx\n' +
      "--b\ncontent-disposition: form-data; name=files; filename=plain.txt\n\ny\n" +
      `--b\nContent-Disposition: form-data; name="files"; filename="x"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf\n\nz\n--b--\n`,
  );
  const parts = await readAll(body, 'multipart/form-data; boundary="b"');
  assert.deepEqual(parts.map(({ fileName }) => fileName), [
    'a"b\\c.txt',
    "plain.txt",
    "résumé.pdf",
  ]);
});

const BROKEN: Record<string, string> = {
  "nothing at all": "",
  "no boundary in the body": "hello",
  "a part that does not end": '--b\nContent-Disposition: form-data; name="f"\n\nx',
  "a part without a name": "--b\nContent-Type: text/plain\n\nx\n--b--\n",
  "text behind a boundary": '--bad\nContent-Disposition: form-data; name="f"\n\nx\n--b--\n',
  "headers without an end": `--b\n${"x".repeat(9000)}`,
};

for (const [what, body] of Object.entries(BROKEN)) {
  Deno.test(`readForm() refuses ${what}`, async () => {
    await assert.rejects(readAll(literal(body), "multipart/form-data; boundary=b"), InvalidInput);
  });
}

Deno.test("readForm() refuses a content type without a boundary", async () => {
  await assert.rejects(readAll(literal("--b--"), "multipart/form-data"), InvalidInput);
});
