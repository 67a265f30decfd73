import type { OcrLimits, ReadLimits } from "./types.ts";

/** What a file may take when no setting says otherwise. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPages: 50,
  maxCharacters: 200_000,
  timeoutMs: 20_000,
};

/** The memory of one reader, code and file together, before it is ended. */
export const READER_MEMORY_BYTES = 1024 * 1024 * 1024;

/** A reader that holds more than this after a file is ended, and the next file gets a new one. */
export const READER_RETIRES_BYTES = 512 * 1024 * 1024;

/** Readers at once; each holds 150 to 300 MiB while it works. */
export const MAX_READERS = 8;

/** What the parts of one DOCX may unpack to, together. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** What scanned pages may take when no setting says otherwise. */
export const DEFAULT_OCR_LIMITS: OcrLimits = { maxPages: 10, timeoutMs: 120_000 };
