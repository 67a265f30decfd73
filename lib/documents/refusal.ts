import type { RefusalCode } from "./types.ts";

export type RefusalParams = Readonly<Record<string, number | string>>;

const MESSAGES: Record<RefusalCode, (params: RefusalParams) => string> = {
  encrypted: () => "The file asks for a password; save it without one and upload it again",
  corrupt: () => "The file is damaged or cut short; export it again from the program that made it",
  scanned: () =>
    "The pages are pictures without text; export the résumé from a word processor instead. " +
    "Whoever runs this product can let it read such pages with OCR=tesseract",
  too_many_scanned: ({ actual, limit }) =>
    `The file has ${actual} scanned pages, the limit is ${limit}`,
  unreadable: () => "The pages are pictures in which no words could be made out; scan them anew",
  empty: () => "The file holds no text",
  too_large: ({ actual, limit }) => `The file has ${actual} MiB, the limit is ${limit} MiB`,
  too_many_pages: ({ actual, limit }) => `The file has ${actual} pages, the limit is ${limit}`,
  too_much_text: ({ limit }) => `The file holds more than ${limit} characters, which is the limit`,
  too_slow: ({ limit }) => `The file could not be read within ${limit} seconds`,
  unsupported: ({ found }) =>
    found === "unknown"
      ? "The file is not a PDF, DOCX, ODT, RTF, HTML or plain text"
      : `The file is ${found}; upload a PDF, DOCX, ODT, RTF, HTML or plain text`,
  misnamed: ({ named }) =>
    `The file is called ${named} but is none; save it anew as PDF or DOCX and upload that`,
  zip_bomb: ({ limit }) => `The file unpacks to more than ${limit} MiB, which is the limit`,
  infected: ({ found }) =>
    `The file holds malware (${found}) and was deleted; tell whoever sent it, and ask for another`,
};

/**
 * The file can't be read, and why. `code` is stable; `params` fill the sentence that `locales/`
 * has for it: `limit` and `actual` (MiB, pages, characters or seconds), `found` and `named`
 * (a format's name; `found` of `infected`: a signature's).
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(code: RefusalCode, params: RefusalParams = {}, options?: ErrorOptions) {
    super(MESSAGES[code](params), options);
    this.code = code;
    this.params = params;
  }
}

/** Bytes as MiB with one decimal, for a refusal's params. */
export function toMebibytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
