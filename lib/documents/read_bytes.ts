import { decodePlainText } from "./plain_text.ts";
import { Refusal } from "./refusal.ts";
import { sniffKind } from "./sniff.ts";
import type { DocumentText, ReadLimits, ReadProgress } from "./types.ts";

/**
 * Reads a file on the calling thread; only for the worker and for tests. Everybody else uses
 * `readDocument`, which bounds time and memory too.
 *
 * @throws {Refusal} When the file can't be read within `limits` or at all.
 */
export async function readBytes(
  bytes: Uint8Array,
  limits: ReadLimits,
  progress: ReadProgress = {},
): Promise<DocumentText> {
  const document = await readKind(bytes, limits, progress);
  if (document.text.length > limits.maxCharacters) {
    const params = { limit: limits.maxCharacters, actual: document.text.length };
    throw new Refusal("too_much_text", params);
  }
  return document;
}

async function readKind(
  bytes: Uint8Array,
  limits: ReadLimits,
  progress: ReadProgress,
): Promise<DocumentText> {
  switch (sniffKind(bytes)) {
    case "pdf": {
      const { readPdf } = await import("./pdf/read_pdf.ts");
      return readPdf(bytes, limits, progress);
    }
    case "docx": {
      const { readDocx } = await import("./docx/read_docx.ts");
      const { undecided, ...document } = readDocx(bytes, limits);
      if (document.hasPhoto || undecided.length === 0) return document;
      const { isJpegPhoto } = await import("./pdf/jpeg_photo.ts");
      const found = await Promise.all(undecided.map(isJpegPhoto));
      return { ...document, hasPhoto: found.includes(true) };
    }
    case "odt": {
      const { readOdt } = await import("./odt/read_odt.ts");
      return readOdt(bytes, limits);
    }
    case "html": {
      const { readHtml } = await import("./html/read_html.ts");
      return readHtml(bytes, limits);
    }
    case "rtf": {
      const { readRtf } = await import("./rtf/read_rtf.ts");
      return readRtf(bytes, limits);
    }
    case "text": {
      const text = decodePlainText(bytes);
      const pages = [{ start: 0, end: text.length }];
      return { kind: "text", text, pages, hidden: [], recognition: null, hasPhoto: null };
    }
  }
}
