import type { ReadLimits } from "./types.ts";

/** What a file may take when no setting says otherwise. */
export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPages: 50,
  maxCharacters: 200_000,
  timeoutMs: 20_000,
};

/** The memory of one reader, code and file together, before it is ended. */
export const READER_MEMORY_BYTES = 1024 * 1024 * 1024;

/** What the parts of one DOCX may unpack to, together. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
