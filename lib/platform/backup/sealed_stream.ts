/** What stands at the beginning of a sealed stream. */
const MAGIC = new TextEncoder().encode("TCSEAL1\n");
const SALT_BYTES = 16;
const PREFIX_BYTES = 7;
const HEADER_BYTES = MAGIC.length + SALT_BYTES + 4 + PREFIX_BYTES;
const TAG_BYTES = 16;
/** OWASP's figure for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
/** What a stream may ask for: more would be an attack on whoever opens it. */
const MOST_ROUNDS = 10_000_000;
const CHUNK_BYTES = 64 * 1024;
const MOST_CHUNKS = 2 ** 32;

/** The passphrase is another one, or the stream was changed or cut short. */
export class CannotOpen extends Error {
  override readonly name = "CannotOpen";
}

/**
 * Encrypts a stream by a passphrase: a header (`TCSEAL1`, salt, rounds, nonce prefix), then chunks
 * of 64 KiB by AES-256-GCM. The nonce of each is the prefix, its number, and whether it is the last
 * one, so that none can be moved, left out, or cut off; the header is authenticated with each.
 *
 * @param rounds Of the derivation of the key; fewer are for tests.
 * @see https://eprint.iacr.org/2015/189 (the STREAM construction)
 */
export function sealStream(
  passphrase: string,
  rounds = ROUNDS,
): TransformStream<Uint8Array, Uint8Array> {
  const header = newHeader(rounds);
  let key: CryptoKey;
  let count = 0;
  const seal = async (plain: Uint8Array, isLast: boolean) =>
    new Uint8Array(
      await crypto.subtle.encrypt(parameters(header, count++, isLast), key, plain as BufferSource),
    );
  return chunked(CHUNK_BYTES, {
    async start(controller) {
      key = await deriveKey(passphrase, header);
      controller.enqueue(header);
    },
    each: seal,
  });
}

/**
 * Decrypts what `sealStream()` wrote. What comes out before an error is as it was written.
 *
 * @throws {CannotOpen} Through the stream.
 */
export function openStream(passphrase: string): TransformStream<Uint8Array, Uint8Array> {
  let header: Uint8Array | undefined;
  let rest: Uint8Array = new Uint8Array();
  let body: WritableStreamDefaultWriter<Uint8Array>;
  let out: Promise<void>;
  const begin = async (controller: TransformStreamDefaultController<Uint8Array>) => {
    header = rest.slice(0, HEADER_BYTES);
    const chunks = openChunks(await deriveKey(passphrase, header), header);
    body = chunks.writable.getWriter();
    out = chunks.readable.pipeTo(
      new WritableStream({ write: (chunk) => controller.enqueue(chunk) }),
    );
    out.catch(() => {}); // it fails the writes too
    await body.write(rest.slice(HEADER_BYTES));
  };
  return new TransformStream({
    async transform(piece, controller) {
      if (header) return await body.write(piece);
      rest = concat(rest, piece);
      if (rest.length >= HEADER_BYTES) await begin(controller);
    },
    async flush() {
      if (!header) throw new CannotOpen("This is no encrypted backup, or it is cut short");
      await body.close();
      await out;
    },
  });
}

/** Whether a stream that begins so is sealed. */
export function isSealed(beginning: Uint8Array): boolean {
  return MAGIC.every((byte, at) => beginning[at] === byte);
}

function openChunks(key: CryptoKey, header: Uint8Array): TransformStream<Uint8Array, Uint8Array> {
  let count = 0;
  return chunked(CHUNK_BYTES + TAG_BYTES, {
    async each(sealed, isLast) {
      try {
        const plain = await crypto.subtle.decrypt(
          parameters(header, count++, isLast),
          key,
          sealed as BufferSource,
        );
        return new Uint8Array(plain);
      } catch (cause) {
        throw new CannotOpen(
          "The backup does not open: the passphrase is another one, or the file was changed or cut",
          { cause },
        );
      }
    },
  });
}

/** Hands on pieces of one size, and tells of the last one, which may be shorter or empty. */
function chunked(size: number, { start, each }: {
  start?: (controller: TransformStreamDefaultController<Uint8Array>) => Promise<void>;
  each: (chunk: Uint8Array, isLast: boolean) => Promise<Uint8Array>;
}): TransformStream<Uint8Array, Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  return new TransformStream({
    ...(start ? { start } : {}),
    async transform(piece, controller) {
      rest = concat(rest, piece);
      // One is kept back: it may be the last.
      for (; rest.length > size; rest = rest.slice(size)) {
        controller.enqueue(await each(rest.slice(0, size), false));
      }
    },
    async flush(controller) {
      controller.enqueue(await each(rest, true));
    },
  });
}

function newHeader(rounds: number): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(MAGIC);
  crypto.getRandomValues(header.subarray(MAGIC.length, MAGIC.length + SALT_BYTES));
  new DataView(header.buffer).setUint32(MAGIC.length + SALT_BYTES, rounds);
  crypto.getRandomValues(header.subarray(HEADER_BYTES - PREFIX_BYTES));
  return header;
}

async function deriveKey(passphrase: string, header: Uint8Array): Promise<CryptoKey> {
  if (!isSealed(header)) throw new CannotOpen("This is no encrypted backup");
  const salt = header.slice(MAGIC.length, MAGIC.length + SALT_BYTES);
  const iterations = new DataView(header.buffer).getUint32(MAGIC.length + SALT_BYTES);
  if (iterations > MOST_ROUNDS) throw new CannotOpen("This is no encrypted backup");
  const secret = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  return await crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

function parameters(header: Uint8Array, count: number, isLast: boolean): AesGcmParams {
  if (count >= MOST_CHUNKS) throw new RangeError("The stream is too long to be sealed");
  const iv = new Uint8Array(12);
  iv.set(header.subarray(HEADER_BYTES - PREFIX_BYTES));
  new DataView(iv.buffer).setUint32(PREFIX_BYTES, count);
  iv[11] = isLast ? 1 : 0;
  return { name: "AES-GCM", iv, additionalData: header as BufferSource };
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
