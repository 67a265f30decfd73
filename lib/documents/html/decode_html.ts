function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined; // no such encoding
  }
}

/**
 * Decodes a page: by its byte order mark, as UTF-8 where it is that, by the encoding that it
 * declares, else as Windows-1252. A declaration that names UTF-16 is wrong, as its bytes were read.
 */
export function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const declared = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,40})/i.exec(head)?.[1];
  const label = !declared || /^utf-?16/i.test(declared) ? "windows-1252" : declared;
  return decodeAs(label, bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

const STARTS =
  /^<(?:!doctype\s+html|(?:html|head|body|meta|title|style|div|table|p|h[1-3]|article|section|main|header|center|font|span)(?:\s[^<]{0,2000})?>)/i;
const BEFORE = /^(?:<!--[^]*?-->|<\?xml[^<>]{0,300}\?>)/;
/** Comments and blanks before a page; longer ones are of no page that a program wrote. */
const MAX_BEFORE = 16_384;

/** Whether a file begins as a web page or a piece of one does. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff);
  const raw = new TextDecoder("latin1").decode(bytes.subarray(0, MAX_BEFORE));
  const narrow = isWide ? raw.slice(2).replaceAll("\0", "") : raw.replace(/^ï»¿/, "");
  for (let head = narrow.trimStart();;) {
    if (STARTS.test(head)) return true;
    const before = BEFORE.exec(head)?.[0];
    if (before === undefined) return false;
    head = head.slice(before.length).trimStart();
  }
}
