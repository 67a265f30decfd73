import assert from "node:assert/strict";
import fc from "fast-check";
import { BodyHash, hashedWhileRead } from "./body_hash.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function hashOf(contentType: string, chunks: readonly Uint8Array[]): string | undefined {
  const hash = new BodyHash(contentType);
  for (const chunk of chunks) hash.update(chunk);
  hash.end();
  return hash.isWhole ? hash.digest().toHex() : undefined;
}

/** The bytes in pieces of these sizes, over and over. */
function inPieces(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks = [];
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const form = (boundary: string, files: readonly string[]) =>
  encode(
    files.map((file) => `--${boundary}\r\ncontent-disposition: form-data\r\n\r\n${file}\r\n`)
      .join("") + `--${boundary}--\r\n`,
  );
const typeOf = (boundary: string) => `multipart/form-data; boundary=${boundary}`;

const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const files = fc.array(fc.stringMatching(/^[a-c-]{0,30}$/), { minLength: 1, maxLength: 4 });

Deno.test("BodyHash knows a form again, however it is cut and whatever stands between its parts", () => {
  fc.assert(fc.property(files, pieces, pieces, (sent, one, other) => {
    const [first, again] = ["----one", "----other-xx"].map((boundary, n) =>
      hashOf(typeOf(boundary), inPieces(form(boundary, sent), n ? other : one))
    );
    assert.ok(first);
    assert.equal(again, first);
  }));
});

Deno.test("BodyHash tells all bodies apart", () => {
  fc.assert(fc.property(files, files, pieces, (sent, others, sizes) => {
    const hash = (list: readonly string[]) =>
      hashOf(typeOf("BOUND"), inPieces(form("BOUND", list), sizes));
    assert.equal(hash(sent) === hash(others), JSON.stringify(sent) === JSON.stringify(others));
  }));
  const large = new Uint8Array(3_000_000);
  const changed = large.slice();
  changed[2_999_999] = 1;
  const json = (bytes: Uint8Array) => hashOf("application/json", inPieces(bytes, [65_536]));
  assert.notEqual(json(large), json(changed), "at its very end");
});

Deno.test("BodyHash is not whole before the end, and a cancelled body never is", async () => {
  const whole = form("B", ["some text"]);
  assert.equal(hashOf(typeOf("B"), [whole.subarray(0, -3)]), undefined);
  assert.ok(hashOf(typeOf("B"), [whole.subarray(0, -2)]), "what follows the last boundary");
  const hash = new BodyHash("application/json");
  const body = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(encode("{")) });
  const request = new Request("http://x/", { method: "POST", body });
  const reader = hashedWhileRead(request, hash).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  assert.equal(hash.isWhole, false);
});
