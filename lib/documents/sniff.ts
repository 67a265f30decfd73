import { looksLikeHtml } from "./html/decode_html.ts";
import { Refusal } from "./refusal.ts";
import type { DocumentKind } from "./types.ts";

/** First bytes of formats that are not résumés: offset, bytes, name. */
const SIGNATURES: readonly (readonly [number, string, string])[] = [
  [0, "\x89PNG\r\n\x1a\n", "PNG"],
  [0, "\xff\xd8\xff", "JPEG"],
  [0, "GIF8", "GIF"],
  [8, "WEBP", "WEBP"],
  [8, "AVI ", "AVI"],
  [8, "WAVE", "WAV"],
  [0, "II*\0", "TIFF"],
  [0, "MM\0*", "TIFF"],
  [4, "ftypheic", "HEIC"],
  [4, "ftypmif1", "HEIC"],
  [4, "ftypavif", "AVIF"],
  [4, "ftyp", "MP4"],
  [0, "Rar!\x1a\x07", "RAR"],
  [0, "7z\xbc\xaf\x27\x1c", "7Z"],
  [0, "\x1f\x8b", "GZIP"],
  [0, "BZh", "BZIP2"],
  [0, "\xfd7zXZ\0", "XZ"],
  [257, "ustar", "TAR"],
  [0, "ID3", "MP3"],
  [0, "OggS", "OGG"],
  [0, "SQLite format 3\0", "SQLITE"],
  [0, "\x7fELF", "ELF"],
  [0, "MZ\x90", "EXE"],
  [0, "%!PS", "POSTSCRIPT"],
];

/** The first part of an ODT is its type, not packed, so that it stands at a fixed place. */
const ODT_TYPE = "mimetypeapplication/vnd.oasis.opendocument.text";
const ODT_TYPE_AT = 30;

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

function has(bytes: Uint8Array, offset: number, signature: string): boolean {
  if (bytes.length < offset + signature.length) return false;
  for (let i = 0; i < signature.length; i++) {
    if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  }
  return true;
}

/** Looks for ASCII text written in UTF-16 LE, as the folder of an OLE file has it. */
function hasWideText(bytes: Uint8Array, text: string): boolean {
  const wide = [...text].flatMap((char) => [char.charCodeAt(0), 0]);
  let from = bytes.indexOf(wide[0] ?? 0);
  while (from >= 0) {
    if (wide.every((byte, i) => bytes[from + i] === byte)) return true;
    from = bytes.indexOf(wide[0] ?? 0, from + 1);
  }
  return false;
}

function refuseOle(bytes: Uint8Array): never {
  if (hasWideText(bytes, "EncryptedPackage")) throw new Refusal("encrypted");
  for (const [entry, found] of [["Workbook", "XLS"], ["PowerPoint Document", "PPT"]] as const) {
    if (hasWideText(bytes, entry)) throw new Refusal("unsupported", { found });
  }
  throw new Refusal("unsupported", { found: "DOC" });
}

/** The PDF rule: the header may stand anywhere in the first 1,024 bytes, but not inside a text. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Math.min(bytes.length, 1024);
  for (let i = 0; i + 5 <= head; i++) {
    if (has(bytes, i, "%PDF-")) return i === 0 || has(bytes, 0, "\xef\xbb\xbf") || hasObject(bytes);
  }
  return false;
}

function hasObject(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /\d+ \d+ obj\b/.test(head);
}

/**
 * Tells what a file is from its bytes; a name is never looked at. Any other ZIP than an ODT is
 * taken for a DOCX, and its reader refuses what is none.
 *
 * @throws {Refusal} `empty`, `encrypted` (a protected Office file) or `unsupported`.
 */
export function sniffKind(bytes: Uint8Array): DocumentKind {
  if (bytes.length === 0) throw new Refusal("empty");
  if (isPdf(bytes)) return "pdf";
  if (has(bytes, 0, "PK\x03\x04") && has(bytes, ODT_TYPE_AT, ODT_TYPE)) return "odt";
  if (has(bytes, 0, "PK\x03\x04") || has(bytes, 0, "PK\x05\x06")) return "docx";
  if (has(bytes, 0, OLE)) refuseOle(bytes);
  if (has(bytes, 0, "{\\rtf")) return "rtf";
  const known = SIGNATURES.find(([offset, signature]) => has(bytes, offset, signature));
  if (known) throw new Refusal("unsupported", { found: known[2] });
  return looksLikeHtml(bytes) ? "html" : "text";
}
