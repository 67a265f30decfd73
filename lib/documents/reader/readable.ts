import { fileURLToPath } from "node:url";
import { languageFile, LANGUAGES } from "../ocr/languages.ts";

/** What a reader may read: its own code, and the two files that recognition needs. */
export const READABLE: readonly string[] = [
  fileURLToPath(new URL("..", import.meta.url)),
  ...LANGUAGES.map(languageFile),
];
