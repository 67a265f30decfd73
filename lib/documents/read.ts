import { MAX_READERS } from "./limits.ts";
import { Refusal, toMebibytes } from "./refusal.ts";
import { ReaderPool } from "./reader/pool.ts";
import { ReaderGone } from "./reader/reader.ts";
import type { DocumentText, ReadLimits } from "./types.ts";

export interface ReadOptions {
  readonly limits: ReadLimits;
  /** The type is told by the content; what is called a PDF, DOCX, ODT or RTF must not be taken for a text. */
  readonly fileName?: string;
  /** Ends the reading at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called as each page is read, 1-based. */
  readonly onPage?: (page: number, of: number) => void;
}

const READERS = Math.min(navigator.hardwareConcurrency, MAX_READERS);

let pool: ReaderPool | undefined;

/**
 * Turns the bytes of a résumé or a job text into text. The parsing happens in a Web Worker of a
 * reader process without permissions, which is ended when it exceeds time or memory: whatever the
 * file holds, the caller's own thread stays free.
 *
 * @param bytes The file; not changed.
 * @throws {Refusal} When the file can't be read within the limits, or at all.
 * @throws {DOMException} `AbortError` when `closeReaders` was called meanwhile.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<DocumentText> {
  const { limits, signal, onPage = () => {} } = options;
  signal?.throwIfAborted();
  if (bytes.length === 0) throw new Refusal("empty");
  if (bytes.length > limits.maxBytes) {
    const params = { limit: toMebibytes(limits.maxBytes), actual: toMebibytes(bytes.length) };
    throw new Refusal("too_large", params);
  }
  const readers = pool ??= new ReaderPool(READERS);
  const once = () => readers.with((reader) => reader.read(bytes, limits, onPage), signal);
  try {
    // A reader may be killed from outside; only a file that ends two of them is to blame.
    const document = await once().catch((error) => {
      if (error instanceof ReaderGone && pool === readers) return once();
      throw error;
    });
    refuseMisnamed(document, options.fileName);
    return document;
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error;
    if (pool === readers) throw new Refusal("corrupt", {}, { cause: error });
    throw new DOMException("The document readers were closed", "AbortError");
  }
}

/**
 * A broken PDF, DOCX, ODT or RTF can pass for a text, of which nothing in it would be a résumé's; a page
 * that is called so is what a site said in place of the file.
 */
function refuseMisnamed({ kind }: DocumentText, fileName = ""): void {
  const named = /\.(pdf|docx|odt|rtf)$/i.exec(fileName)?.[1];
  if ((kind === "text" || kind === "html") && named) {
    throw new Refusal("misnamed", { named: named.toUpperCase() });
  }
}

/** Ends the reader processes; a later `readDocument` starts new ones. */
export async function closeReaders(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
