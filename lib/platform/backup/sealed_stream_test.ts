import assert from "node:assert/strict";
import fc from "fast-check";
import { CannotOpen, isSealed, openStream, sealStream } from "./sealed_stream.ts";
import { BrokenArchive, readTar, tarEnd, tarEntry } from "./tar.ts";

const PASSPHRASE = "correct horse battery staple";
const CHUNK = 64 * 1024;

async function through(
  bytes: Uint8Array,
  transform: TransformStream<Uint8Array, Uint8Array>,
  pieces = 3,
): Promise<Uint8Array> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  const cut = Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, at) => bytes.slice(at * size, (at + 1) * size),
  );
  return await new Response(ReadableStream.from(cut).pipeThrough(transform) as ReadableStream)
    .bytes();
}

function bytesOf(length: number): Uint8Array {
  return new Uint8Array(length).map((_, at) => at * 31 + (at >> 8));
}

Deno.test("openStream() opens what sealStream() sealed, at every edge of a chunk", async () => {
  for (const length of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7]) {
    const sealed = await through(bytesOf(length), sealStream(PASSPHRASE, 1000), 5);
    assert.ok(isSealed(sealed));
    assert.deepEqual(
      await through(sealed, openStream(PASSPHRASE), 7),
      bytesOf(length),
      `${length}`,
    );
  }
});

Deno.test("openStream() refuses another passphrase, and chunks that were changed, moved or cut", async () => {
  const sealed = await through(bytesOf(2 * CHUNK + 9), sealStream(PASSPHRASE, 1000));
  const again = await through(bytesOf(2 * CHUNK + 9), sealStream(PASSPHRASE, 1000));
  assert.notDeepEqual(sealed, again);
  const refused = (bytes: Uint8Array, passphrase = PASSPHRASE) =>
    assert.rejects(through(bytes, openStream(passphrase)), CannotOpen);
  await refused(sealed, "correct horse battery stable");
  const [header, chunk] = [35, CHUNK + 16];
  const parts = [sealed.slice(0, header), sealed.slice(header, header + chunk)];
  const [second, last] = [
    sealed.slice(header + chunk, header + 2 * chunk),
    sealed.slice(header + 2 * chunk),
  ];
  const join = (...all: Uint8Array[]) => new Uint8Array(all.flatMap((part) => [...part]));
  await refused(join(...parts, second)); // cut at the edge of a chunk
  await refused(join(...parts, last));
  await refused(join(parts[0] ?? new Uint8Array(), second, parts[1] ?? new Uint8Array(), last));
  await refused(sealed.slice(0, 20));
  await refused(join(sealed, last));
  for (const at of [0, 9, 26, 30, 40, header + chunk + 3, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await refused(changed);
  }
});

Deno.test("readTar() reads what tarEntry() wrote, and tells when it is cut", async () => {
  const entry = fc.record({
    name: fc.stringMatching(/^[a-z0-9]{1,40}(\/[a-z0-9]{1,64}){0,2}$/),
    bytes: fc.uint8Array({ maxLength: 1500 }),
  }, { noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 5 }), fc.nat(4000), async (entries, cut) => {
      const parts = [...entries.flatMap(tarEntry), tarEnd()];
      const read = (all: Uint8Array[]) =>
        Array.fromAsync(readTar(ReadableStream.from(all)), ({ name, bytes }) => ({
          name,
          bytes: new Uint8Array(bytes),
        }));
      assert.deepEqual(await read(parts), entries);
      const whole = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
      const kept = whole.length - 1024 - cut;
      if (kept < 0) return;
      await assert.rejects(read([whole.slice(0, kept)]), BrokenArchive);
    }),
    { numRuns: 50 },
  );
});
