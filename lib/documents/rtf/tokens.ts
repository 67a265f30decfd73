/** What an RTF file is made of. */
export type Token =
  | { readonly type: "open" }
  | { readonly type: "close" }
  /** `\word12`; a sign such as `\~` is a word of that sign. */
  | { readonly type: "word"; readonly word: string; readonly value: number | undefined }
  /** A character in the code page of its font, written plainly or as `\'e9`. */
  | { readonly type: "byte"; readonly byte: number };

const OPEN: Token = { type: "open" };
const CLOSE: Token = { type: "close" };
const BACKSLASH = 0x5c;
const MAX_WORD = 40;
const MAX_DIGITS = 10;

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Takes an RTF file apart, in one pass; binary data (`\bin`) is stepped over. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === BACKSLASH) {
      const { token, end } = control(bytes, at + 1);
      at = end;
      yield token;
      if (token.type === "word" && token.word === "bin") at += Math.max(0, token.value ?? 0);
      continue;
    }
    at++;
    if (byte === 0x7b) yield OPEN;
    else if (byte === 0x7d) yield CLOSE;
    else if (byte === 0x09) yield { type: "word", word: "tab", value: undefined };
    else if (byte >= 0x20) yield { type: "byte", byte };
  }
}

function control(bytes: Uint8Array, from: number): { token: Token; end: number } {
  const first = bytes[from] ?? 0x20;
  if (!isLetter(first)) return sign(bytes, from, first);
  let end = from;
  while (end - from < MAX_WORD && isLetter(bytes[end] ?? 0)) end++;
  const word = ascii(bytes, from, end);
  const number = end;
  if (bytes[end] === 0x2d) end++;
  const digits = end;
  while (end - digits < MAX_DIGITS && isDigit(bytes[end] ?? 0)) end++;
  if (end === digits) end = number;
  const value = end > number ? Number(ascii(bytes, number, end)) : undefined;
  // One blank after a word is a part of it.
  return { token: { type: "word", word, value }, end: bytes[end] === 0x20 ? end + 1 : end };
}

function sign(bytes: Uint8Array, at: number, first: number): { token: Token; end: number } {
  if (first === 0x27) {
    const byte = parseInt(ascii(bytes, at + 1, at + 3), 16);
    return { token: { type: "byte", byte: Number.isNaN(byte) ? 0x3f : byte }, end: at + 3 };
  }
  if (first === 0x5c || first === 0x7b || first === 0x7d) {
    return { token: { type: "byte", byte: first }, end: at + 1 };
  }
  const word = first === 0x0a || first === 0x0d ? "par" : String.fromCharCode(first);
  return { token: { type: "word", word, value: undefined }, end: at + 1 };
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
