import { crc32 } from "node:zlib";
import { toMebibytes } from "../refusal.ts";
import { listZip, packedOf, type ZipEntry } from "./list_zip.ts";

/** Why a ZIP, or a file in it, could not be taken; said like a refusal. */
export interface ZipProblem {
  readonly code:
    | "corrupt"
    | "encrypted"
    | "too_large"
    | "zip_bomb"
    | "zip_empty"
    | "zip_in_zip"
    | "zip_too_large"
    | "zip_too_many";
  readonly params: Readonly<Record<string, number>>;
}

export interface ZipLimits {
  readonly maxFiles: number;
  /** Of one file, unpacked. */
  readonly maxFileBytes: number;
  /** Of all files together, unpacked. */
  readonly maxTotalBytes: number;
}

/** A file that came out of a ZIP, or why it did not. */
export interface Unpacked {
  /** Without folders. */
  readonly fileName: string;
  /** What the ZIP says of it where it was not unpacked. */
  readonly sizeBytes: number;
  readonly result: { readonly bytes: Uint8Array } | { readonly problem: ZipProblem };
}

export type ZipFiles = { readonly problem: ZipProblem } | {
  readonly files: AsyncGenerator<Unpacked>;
};

/** No text, and no picture in a PDF, is packed this much; what is packed to fill a disk is. */
const MAX_RATIO = 200;
/** Small files may repeat themselves. */
const RATIO_FROM_BYTES = 1024 * 1024;
/** What systems put beside a person's files. */
const CLUTTER = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;

/** Whether the bytes begin as a ZIP does; a DOCX does too. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return a === 0x50 && b === 0x4b && (c === 3 && d === 4 || c === 5 && d === 6);
}

/**
 * Opens a ZIP of files that people packed; what their system put beside them is left out. Nothing
 * is unpacked before it is asked for, and never more than the limits: counted while it comes, so
 * that no header can lie about it.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipFiles {
  // Clutter doubles the list at most.
  const listed = listZip(bytes, 50 * limits.maxFiles);
  if (listed === null) return { problem: { code: "corrupt", params: {} } };
  if (typeof listed === "number") return tooMany(listed, limits);
  const entries = listed.filter(({ path }) => !isClutter(path));
  if (entries.length === 0) return { problem: { code: "zip_empty", params: {} } };
  if (entries.length > limits.maxFiles) return tooMany(entries.length, limits);
  if (entries.every(({ isEncrypted }) => isEncrypted)) {
    return { problem: { code: "encrypted", params: {} } };
  }
  return { files: unpackAll(bytes, entries, limits) };
}

/** Whether a ZIP is a word processor's document under another name. */
export function isDocx(bytes: Uint8Array): boolean {
  const listed = listZip(bytes, 1000);
  return Array.isArray(listed) && listed.some(({ path }) => path === "word/document.xml");
}

function tooMany(actual: number, { maxFiles }: ZipLimits): ZipFiles {
  return { problem: { code: "zip_too_many", params: { limit: maxFiles, actual } } };
}

function isClutter(path: string): boolean {
  const parts = path.split("/");
  return parts[0] === "__MACOSX" || CLUTTER.test(parts.at(-1) ?? "");
}

async function* unpackAll(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  { maxFileBytes, maxTotalBytes }: ZipLimits,
): AsyncGenerator<Unpacked> {
  let left = maxTotalBytes;
  for (const entry of entries) {
    const most = Math.min(maxFileBytes, left);
    const result = left > 0 && (entry.sizeBytes <= left || entry.sizeBytes > maxFileBytes)
      ? await unpack(bytes, entry, most, maxFileBytes)
      : problem("zip_too_large", { limit: toMebibytes(maxTotalBytes) });
    const sizeBytes = "bytes" in result ? result.bytes.length : entry.sizeBytes;
    if ("bytes" in result) left -= sizeBytes;
    yield { fileName: entry.path.split("/").at(-1) ?? "", sizeBytes, result };
  }
}

async function unpack(
  zip: Uint8Array,
  entry: ZipEntry,
  mostBytes: number,
  limitBytes: number,
): Promise<Unpacked["result"]> {
  const tooLarge = (actualBytes: number) =>
    problem("too_large", { limit: toMebibytes(limitBytes), actual: toMebibytes(actualBytes) });
  if (entry.isEncrypted) return problem("encrypted");
  if (entry.sizeBytes > limitBytes) return tooLarge(entry.sizeBytes);
  const packed = packedOf(zip, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) return problem("corrupt");
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of entry.method === 0 ? [packed] : inflate(packed)) {
      size += chunk.length;
      if (size > RATIO_FROM_BYTES && size > packed.length * MAX_RATIO) {
        return problem("zip_bomb", { limit: toMebibytes(limitBytes) });
      }
      if (size > mostBytes) return tooLarge(size);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof TypeError) return problem("corrupt"); // what the platform says of bad data
    throw error;
  }
  const bytes = joined(chunks, size);
  if (size !== entry.sizeBytes || crc32(bytes) !== entry.crc) return problem("corrupt");
  return looksLikeZip(bytes) && !isDocx(bytes) && /\.zip$/i.test(entry.path)
    ? problem("zip_in_zip")
    : { bytes };
}

/** Inflates in the platform's own code, piece by piece, so that a server can do other things. */
function inflate(packed: Uint8Array): ReadableStream<Uint8Array> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  return source.pipeThrough(new DecompressionStream("deflate-raw"));
}

function problem(code: ZipProblem["code"], params: ZipProblem["params"] = {}) {
  return { problem: { code, params } };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
