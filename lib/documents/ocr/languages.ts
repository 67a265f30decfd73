import { fileURLToPath } from "node:url";

/** What is made out in scanned pages, by Tesseract's names: English and Dutch, mixed as they come. */
export const LANGUAGES = ["eng", "nld"] as const;

/** Where a language's data lies on this machine. */
export function languageFile(language: (typeof LANGUAGES)[number]): string {
  const name = `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
  return fileURLToPath(import.meta.resolve(name));
}
