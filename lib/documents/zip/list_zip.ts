/** One file of a ZIP, as the list at its end tells; what it tells may be a lie. */
export interface ZipEntry {
  /** The whole path, with "/" between folders. */
  readonly path: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_BYTES = 20;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const EXTRA_64 = 0x0001;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
const UTF_8 = 0x0800;

/** The upper half of the code page that old packers write names in. */
const CP437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/**
 * The files in a ZIP, folders left out; also of one with 64-bit sizes.
 *
 * @param most How many entries are read; more than that makes an archive no list of files.
 * @returns Null when the archive is damaged; the number of entries when there are more than `most`.
 */
export function listZip(bytes: Uint8Array, most: number): ZipEntry[] | number | null {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { count, at } = findDirectory(view);
    return count > most ? count : readDirectory(bytes, view, count, at);
  } catch (error) {
    if (error instanceof RangeError) return null; // it points outside of itself
    throw error;
  }
}

/**
 * The packed bytes of a file.
 *
 * @returns Null when they are not where the list says.
 */
export function packedOf(
  bytes: Uint8Array,
  { headerAt, packedBytes }: ZipEntry,
): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + LOCAL_BYTES > bytes.length || view.getUint32(headerAt, true) !== LOCAL) {
    return null;
  }
  const start = headerAt + LOCAL_BYTES + view.getUint16(headerAt + 26, true) +
    view.getUint16(headerAt + 28, true);
  return start + packedBytes > bytes.length ? null : bytes.subarray(start, start + packedBytes);
}

/** @throws {RangeError} If there is none. */
function findDirectory(view: DataView): { count: number; at: number } {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let end = view.byteLength - END_BYTES; end >= first; end--) {
    if (view.getUint32(end, true) !== END) continue;
    const count = view.getUint16(end + 10, true);
    const at = view.getUint32(end + 16, true);
    const locator = end - LOCATOR_BYTES;
    const is64 = locator >= 0 && view.getUint32(locator, true) === LOCATOR_64;
    return is64 && (count === FULL_16 || at === FULL_32)
      ? findDirectory64(view, readUint64(view, locator + 8))
      : { count, at };
  }
  throw new RangeError("The archive has no end");
}

function findDirectory64(view: DataView, end: number): { count: number; at: number } {
  if (view.getUint32(end, true) !== END_64) throw new RangeError("The archive has no end");
  return { count: readUint64(view, end + 32), at: readUint64(view, end + 48) };
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  count: number,
  start: number,
): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("This is no entry");
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw new RangeError("The entry is cut short");
    const flags = view.getUint16(at + 8, true);
    const path = readName(bytes.subarray(at + ENTRY_BYTES, nameEnd), (flags & UTF_8) !== 0);
    const entry = {
      path: path.replaceAll("\\", "/"),
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...readSizes(view, at, { from: nameEnd, to: extraEnd }),
    };
    if (!entry.path.endsWith("/")) entries.push(entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Sizes and place of an entry; those that do not fit 32 bits stand in an extra field. */
function readSizes(view: DataView, at: number, extra: { from: number; to: number }) {
  const sizes = {
    sizeBytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    headerAt: view.getUint32(at + 42, true),
  };
  let field = extra.from;
  while (field + 4 <= extra.to) {
    const end = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === EXTRA_64) {
      let value = field + 4;
      for (const name of ["sizeBytes", "packedBytes", "headerAt"] as const) {
        if (sizes[name] !== FULL_32 || value + 8 > end) continue;
        sizes[name] = readUint64(view, value);
        value += 8;
      }
    }
    field = end;
  }
  return sizes;
}

/** @throws {RangeError} If it is larger than any file. */
function readUint64(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new RangeError("The number is too large");
  return value;
}

/** Packers that know UTF-8 say so, or write it all the same; the others write code page 437. */
function readName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])
      .join("");
  }
}
