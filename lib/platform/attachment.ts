import type { SavedAs } from "./storage/byte_store.ts";

/** A file to be saved by who asked for it. */
export interface SavedFile {
  readonly fileName: string;
  readonly kind: keyof typeof TYPES | null;
  readonly bytes: Uint8Array;
}

/** A file that a browser fetches elsewhere. */
export interface LinkedFile {
  readonly url: URL;
}

const TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  html: "text/html",
  text: "text/plain",
  json: "application/json",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
} as const;

/** How a file is to be received by who asked for it. */
export function savedAs({ fileName, kind }: Pick<SavedFile, "fileName" | "kind">): SavedAs {
  return {
    disposition: disposition(fileName),
    contentType: kind ? TYPES[kind] : "application/octet-stream",
  };
}

/** Answers with a file that is saved and never opened here: strangers wrote it. */
export function attachment(file: SavedFile | LinkedFile): Response {
  if ("url" in file) return elsewhere(file);
  const { disposition, contentType } = savedAs(file);
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": contentType,
      "content-disposition": disposition,
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}

/** The address is a key: nobody may keep it or be told of it. */
function elsewhere({ url }: LinkedFile): Response {
  return new Response(null, {
    status: 302,
    headers: {
      location: url.href,
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    },
  });
}

/** A file that is made while it is sent. */
export interface MadeFile {
  readonly fileName: string;
  readonly kind: "csv" | "xlsx" | "zip" | "json";
  readonly body: ReadableStream<Uint8Array> | Uint8Array;
}

const MADE_TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
  json: "application/json",
} as const;

/** Answers with a file of ours, to be saved. */
export function download({ fileName, kind, body }: MadeFile): Response {
  return new Response(body as BodyInit, {
    headers: {
      "content-type": MADE_TYPES[kind],
      "content-disposition": disposition(`${fileName}.${kind}`),
      "cache-control": "private, no-store",
    },
  });
}

/** RFC 6266: a plain name for old clients, the whole one for the others. */
function disposition(fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
