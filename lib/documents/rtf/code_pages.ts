/** Code pages by the number of a font's character set. */
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

const LABELS: ReadonlyMap<number, string> = new Map([
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [10000, "macintosh"],
  [20866, "koi8-r"],
  [65001, "utf-8"],
]);

/** A font whose letters are pictures: bullets, arrows, telephones. */
export const SYMBOLS = "symbols";
const SYMBOL_CHARSET = 2;

/** How bytes of a code page are decoded; those of MS-DOS, which no platform decodes, as Windows'. */
export function encodingOfCodePage(codePage: number): string {
  const label = LABELS.get(codePage);
  if (label) return label;
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return codePage > 28591 && codePage <= 28596 ? `iso-8859-${codePage - 28590}` : "windows-1252";
}

/** How text in a font of that character set is decoded; undefined where the document says it. */
export function encodingOfCharset(charset: number): string | undefined {
  if (charset === SYMBOL_CHARSET) return SYMBOLS;
  const codePage = CHARSETS.get(charset);
  return codePage === undefined ? undefined : encodingOfCodePage(codePage);
}

/** Decodes the bytes of one run. Symbols come out in the private area, as in other formats. */
export function decodeRun(bytes: readonly number[], encoding: string): string {
  if (encoding === SYMBOLS) {
    return bytes.map((byte) => byte === 0x20 ? " " : String.fromCharCode(0xf000 + byte)).join("");
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}
