/** A file to be saved by who asked for it. */
export interface SavedFile {
  readonly fileName: string;
  readonly kind: keyof typeof TYPES | null;
  readonly bytes: Uint8Array;
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

/** Answers with a file that is saved and never opened here: strangers wrote it. */
export function attachment({ fileName, kind, bytes }: SavedFile): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "content-type": kind ? TYPES[kind] : "application/octet-stream",
      "content-disposition": disposition(fileName),
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}

/** A file that is made while it is sent. */
export interface MadeFile {
  readonly fileName: string;
  readonly kind: "csv" | "xlsx";
  readonly body: ReadableStream<Uint8Array> | Uint8Array;
}

const MADE_TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
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
