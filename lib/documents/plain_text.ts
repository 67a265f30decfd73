import { Refusal } from "./refusal.ts";

const decode = (label: string, bytes: Uint8Array): string =>
  new TextDecoder(label, { ignoreBOM: false }).decode(bytes);

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A control character that no text has: all of C0 but tab, line ends, form feed and escape. */
function isBinaryByte(byte: number): boolean {
  return byte < 0x20 ? !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b : byte === 0x7f;
}

/** Text copied out of other programs has a stray control now and then; a binary file is full of them. */
function hasFewControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (isBinaryByte(byte)) controls++;
  return controls <= bytes.length * 0.01;
}

/** Windows-1252 can decode anything, so the bytes must look like writing: mostly ASCII, no controls. */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  for (const byte of bytes) {
    if (isBinaryByte(byte)) return false;
    if (byte >= 0x80) high++;
  }
  return high <= bytes.length * 0.3;
}

function markupOf(text: string): string | undefined {
  const head = text.slice(0, 1024).trimStart().toLowerCase();
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)\b/.test(head)) return "HTML";
  if (head.startsWith("<?xml")) return head.includes("<html") ? "HTML" : "XML";
  return undefined;
}

/**
 * Decodes a plain text: UTF-16 by its byte order mark, else UTF-8, else Windows-1252. Nothing but
 * the mark is taken away, so offsets into the result are offsets into the file's own text.
 *
 * @throws {Refusal} `unsupported` for markup and for bytes that are no text, `empty` for blanks.
 */
export function decodePlainText(bytes: Uint8Array): string {
  const text = decodeAny(bytes);
  if (text === undefined) throw new Refusal("unsupported", { found: "unknown" });
  const markup = markupOf(text);
  if (markup) throw new Refusal("unsupported", { found: markup });
  if (text.trim() === "") throw new Refusal("empty");
  return text;
}

function decodeAny(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutNul(decode("utf-16le", bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutNul(decode("utf-16be", bytes));
  if (bytes.includes(0)) return undefined;
  const utf8 = hasFewControls(bytes) ? decodeUtf8(bytes) : undefined;
  if (utf8 !== undefined) return utf8;
  return looksLikeWindows1252(bytes) ? decode("windows-1252", bytes) : undefined;
}

/** No text has U+0000, and the database can't store one. */
function withoutNul(text: string): string | undefined {
  return text.includes("\0") ? undefined : text;
}
