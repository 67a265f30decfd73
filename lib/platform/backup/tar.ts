import { joined } from "./joined.ts";

const BLOCK = 512;
const MAX_NAME = 100;

/** One file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An archive that is cut short, or none at all. */
export class BrokenArchive extends Error {
  override readonly name = "BrokenArchive";
}

/**
 * An entry as `tar` writes it: ustar, a plain file that its owner alone may read.
 *
 * @throws {RangeError} If the name is too long for it, or the bytes are 8 GiB or more.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html (ustar interchange format)
 */
export function tarEntry({ name, bytes }: TarEntry): Uint8Array[] {
  const padding = new Uint8Array((BLOCK - bytes.length % BLOCK) % BLOCK);
  return [header(name, bytes.length), bytes, padding];
}

/** The two empty blocks at the end. */
export function tarEnd(): Uint8Array {
  return new Uint8Array(2 * BLOCK);
}

function header(name: string, sizeBytes: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string) => block.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  const [prefix, last] = split(name);
  if (sizeBytes >= 8 ** 11) throw new RangeError(`"${name}" is too large for an archive`);
  put(0, last);
  put(100, octal(0o600, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(sizeBytes, 11));
  put(136, octal(0, 11));
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\x0000");
  put(345, prefix);
  put(148, `${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `);
  return block;
}

function split(name: string): [prefix: string, last: string] {
  if (name.length <= MAX_NAME) return ["", name];
  const slash = name.indexOf("/", name.length - MAX_NAME - 1);
  if (slash > 0 && slash <= 155) return [name.slice(0, slash), name.slice(slash + 1)];
  throw new RangeError(`"${name}" is too long for an archive`);
}

/**
 * The entries of an archive, one after another as it arrives.
 *
 * @throws {BrokenArchive} If it is none, or ends before its end.
 */
export async function* readTar(stream: ReadableStream<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = new Blocks(stream);
  for (;;) {
    const block = await source.take(BLOCK);
    if (block.every((byte) => byte === 0)) return await source.end();
    const { name, sizeBytes } = parseHeader(block);
    const bytes = await source.take(sizeBytes);
    await source.take((BLOCK - sizeBytes % BLOCK) % BLOCK);
    yield { name, bytes };
  }
}

function parseHeader(block: Uint8Array): { name: string; sizeBytes: number } {
  const text = (at: number, length: number) =>
    new TextDecoder().decode(block.subarray(at, at + length)).replace(/\0[^]*$/, "");
  const told = parseInt(text(148, 8), 8);
  const summed = block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
  const sizeBytes = parseInt(text(124, 12), 8);
  if (text(257, 5) !== "ustar" || told !== summed || !(sizeBytes >= 0)) {
    throw new BrokenArchive("This is no archive, or a broken one");
  }
  const [prefix, name] = [text(345, 155), text(0, 100)];
  return { name: prefix ? `${prefix}/${name}` : name, sizeBytes };
}

/** Cuts a stream into pieces of a size that is asked for. */
class Blocks {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  async take(count: number): Promise<Uint8Array> {
    const parts = [this.#rest];
    let length = this.#rest.length;
    while (length < count) {
      const { value, done } = await this.#reader.read();
      if (done) throw new BrokenArchive("The archive is cut short");
      parts.push(value);
      length += value.length;
    }
    const all = parts.length === 1 ? this.#rest : joined(parts, length);
    this.#rest = all.subarray(count);
    return all.subarray(0, count);
  }

  /** Reads to the end, so that what checks the stream has seen all of it. */
  async end(): Promise<void> {
    while (!(await this.#reader.read()).done);
  }
}
