import { createHash } from "node:crypto";
import { BODY_IDLE_MS, within } from "./body_chunks.ts";
import { InvalidInput, TooLarge } from "./errors.ts";
import { Needle } from "./needle.ts";

/** One part of a form that was sent as `multipart/form-data`. */
export interface FormPart {
  /** The name of the field. */
  readonly name: string;
  /** Undefined when the part is not a file. */
  readonly fileName: string | undefined;
  /** Null when the part is larger than it may be; then its bytes were read and dropped. */
  readonly bytes: Uint8Array | null;
  readonly sizeBytes: number;
  /** SHA-256 of all its bytes, the dropped ones too. */
  readonly hash: Uint8Array;
}

export interface FormLimits {
  /** A larger part comes without its bytes; it may depend on the name of the file. */
  readonly maxPartBytes: number | ((fileName: string | undefined) => number);
  /** A larger body is refused. */
  readonly maxTotalBytes: number;
  /** How long a client may be silent in between. */
  readonly idleMs?: number;
}

const MAX_HEADER_BYTES = 8192;
const ascii = (text: string) => new TextEncoder().encode(text);
const LINE_END = ascii("\r\n");
const HEADERS_END = ascii("\r\n\r\n");

/**
 * Reads a form part by part while it arrives; no more than one part is held in memory.
 *
 * @param contentType The `Content-Type` header, with the boundary.
 * @throws {InvalidInput} If the body is not a whole form (RFC 7578).
 * @throws {TooLarge} If the body has more than `maxTotalBytes`.
 * @throws {RequestTimeout} If nothing comes for `idleMs`.
 */
export async function* readForm(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
  limits: FormLimits,
): AsyncGenerator<FormPart> {
  const boundary = boundaryOf(contentType);
  if (body === null) throw broken("it is empty");
  const delimiter = new Needle(ascii(`\r\n--${boundary}`));
  const lineEnd = new Needle(LINE_END);
  const headersEnd = new Needle(HEADERS_END);
  const bytes = new ByteReader(body, limits);
  try {
    await bytes.readTo(delimiter, () => {});
    for (;;) {
      if (await bytes.peek(2) === "--") return;
      const tail = await bytes.readShort(lineEnd, MAX_HEADER_BYTES);
      if (tail.trim() !== "") throw broken("a boundary is followed by other text");
      const headers = await bytes.readShort(headersEnd, MAX_HEADER_BYTES);
      yield await readPart(bytes, delimiter, headers, limits.maxPartBytes);
    }
  } finally {
    await bytes.close();
  }
}

async function readPart(
  bytes: ByteReader,
  delimiter: Needle,
  headers: string,
  limit: FormLimits["maxPartBytes"],
): Promise<FormPart> {
  const { name, fileName } = dispositionOf(headers);
  const maxBytes = typeof limit === "number" ? limit : limit(fileName);
  const hash = createHash("sha256");
  let kept: Uint8Array[] | null = [];
  let sizeBytes = 0;
  await bytes.readTo(delimiter, (chunk) => {
    sizeBytes += chunk.length;
    hash.update(chunk);
    if (sizeBytes > maxBytes) kept = null;
    kept?.push(chunk);
  });
  return {
    name,
    fileName,
    bytes: kept && join(kept, sizeBytes),
    sizeBytes,
    hash: new Uint8Array(hash.digest()),
  };
}

/** Reads a stream up to given marks. It starts as if a line had just ended, as a form's part does. */
class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #maxBytes: number;
  readonly #idleMs: number;
  #buffer: Uint8Array = LINE_END;
  #total = 0;

  constructor(
    body: ReadableStream<Uint8Array>,
    { maxTotalBytes, idleMs = BODY_IDLE_MS }: FormLimits,
  ) {
    this.#reader = body.getReader();
    this.#maxBytes = maxTotalBytes;
    this.#idleMs = idleMs;
  }

  /** Hands on what stands before the mark, in pieces, and goes behind the mark. */
  async readTo(mark: Needle, sink: (chunk: Uint8Array) => void): Promise<void> {
    for (;;) {
      const found = mark.indexIn(this.#buffer);
      // The end of the buffer may be the beginning of the mark.
      const safe = found === -1 ? this.#buffer.length - mark.length + 1 : found;
      if (safe > 0) sink(this.#buffer.subarray(0, safe));
      const rest = this.#buffer.subarray(found === -1 ? Math.max(0, safe) : found + mark.length);
      if (found !== -1) {
        this.#buffer = rest;
        return;
      }
      this.#buffer = join([rest, await this.#next()]);
    }
  }

  /** The text before the mark. */
  async readShort(mark: Needle, maxBytes: number): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    await this.readTo(mark, (chunk) => {
      size += chunk.length;
      if (size > maxBytes) throw broken(`the headers of a part exceed ${maxBytes} bytes`);
      chunks.push(chunk);
    });
    return new TextDecoder().decode(join(chunks, size));
  }

  /** The next characters, without going on. */
  async peek(length: number): Promise<string> {
    while (this.#buffer.length < length) this.#buffer = join([this.#buffer, await this.#next()]);
    return new TextDecoder().decode(this.#buffer.subarray(0, length));
  }

  async #next(): Promise<Uint8Array> {
    const { done, value } = await within(this.#reader.read(), this.#idleMs);
    if (done) throw broken("it ends in the middle");
    this.#total += value.length;
    if (this.#total > this.#maxBytes) throw tooLarge(this.#maxBytes);
    return value;
  }

  /** Lets go of the stream; what the client still sends is not read. */
  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => {}); // the client may have gone already
  }
}

/** The refusal of a body by its size. */
export function tooLarge(maxBytes: number): TooLarge {
  const mebibytes = Math.round(maxBytes / 1_048_576 * 10) / 10;
  return new TooLarge(`The upload is larger than ${mebibytes} MiB: send fewer files at once`);
}

function boundaryOf(contentType: string): string {
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw broken("its content type names no boundary");
  return boundary;
}

function dispositionOf(headers: string): { name: string; fileName: string | undefined } {
  const line = headers.split("\r\n").find((one) => /^content-disposition\s*:/i.test(one)) ?? "";
  const name = parameterOf(line, "name");
  if (name === undefined) throw broken("a part has no name");
  return { name, fileName: extendedName(line) ?? parameterOf(line, "filename") };
}

function parameterOf(line: string, key: string): string | undefined {
  const match = new RegExp(`;\\s*${key}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, "i").exec(line);
  const value = match?.[1] ?? match?.[2];
  // Browsers write %22, %0D and %0A, command-line clients write \" and \\.
  return value?.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code))
    .replace(/\\(["\\])/g, "$1");
}

function extendedName(line: string): string | undefined {
  const encoded = /;\s*filename\*=UTF-8'[^']*'([^\s;]+)/i.exec(line)?.[1];
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function join(
  chunks: readonly Uint8Array[],
  size = chunks.reduce((sum, { length }) => sum + length, 0),
): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

function broken(why: string): InvalidInput {
  return new InvalidInput(
    `The upload cannot be read: ${why}. Send it again as multipart/form-data`,
  );
}
