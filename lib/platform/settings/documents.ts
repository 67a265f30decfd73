import type { z } from "zod";
import { oneOf, whole } from "../setting_kinds.ts";

const GROUP = "Limits on documents and uploads";

export const DOCUMENTS_SETTINGS = {
  STORAGE_QUOTA_BYTES: whole(0, 1125899906842624, {
    group: GROUP,
    about: "What the files of a workspace may have together, in bytes, where its tier says " +
      "nothing of it. 0: any number.",
  }).default(53687091200),
  DOCUMENT_MAX_BYTES: whole(1024, 104857600, {
    group: GROUP,
    about: "The largest résumé or job file, in bytes.",
  }).default(10485760),
  DOCUMENT_MAX_PAGES: whole(1, 1000, { group: GROUP, about: "The most pages of one file." })
    .default(50),
  DOCUMENT_MAX_CHARACTERS: whole(1000, 2000000, {
    group: GROUP,
    about: "The longest text that is taken from one file.",
  }).default(200000),
  DOCUMENT_TIMEOUT_SECONDS: whole(1, 300, {
    group: GROUP,
    about: "How long reading one file may take.",
  }).default(20),
  OCR: oneOf(["none", "tesseract"], {
    group: GROUP,
    about:
      "Whether scanned pages are read, by the Tesseract that is part of the product; without " +
      "it they are refused. It takes some seconds a page, in the worker, and no network.",
  }).default("none"),
  OCR_MAX_PAGES: whole(1, 100, { group: GROUP, about: "The most scanned pages of one file." })
    .default(10),
  OCR_TIMEOUT_SECONDS: whole(1, 600, {
    group: GROUP,
    about: "How long reading the scanned pages of one file may take.",
  }).default(120),
  EVALUATIONS_WAIT_SECONDS: whole(0, 50, {
    group: GROUP,
    about: "How long a call waits for résumés that are judged and not kept, before it answers 202.",
  }).default(20),
  EVALUATIONS_KEEP_SECONDS: whole(1, 86_400, {
    group: GROUP,
    about: "How long what came of them can be asked for; it is deleted then at the latest.",
  }).default(900),
  UPLOAD_MAX_FILES: whole(1, 1000, { group: GROUP, about: "Files in one upload." }).default(200),
  UPLOAD_MAX_BYTES: whole(1024, 2147483648, {
    group: GROUP,
    about: "The size of one upload, all its files together, in bytes; also unpacked.",
  }).default(268435456),
  UPLOAD_MAX_ZIP_BYTES: whole(1024, 2147483648, {
    group: GROUP,
    about: "The size of one ZIP in an upload, in bytes; it is held in memory.",
  }).default(67108864),
};

type Values = z.infer<z.ZodObject<typeof DOCUMENTS_SETTINGS>>;

export interface DocumentsConfig {
  /** What the files of a workspace may have where its tier says nothing; 0: any number. */
  readonly storageQuotaBytes: number;
  readonly document: {
    readonly maxBytes: number;
    readonly maxPages: number;
    readonly maxCharacters: number;
    readonly timeoutMs: number;
    /** Undefined: scanned pages are refused. */
    readonly ocr: { readonly maxPages: number; readonly timeoutMs: number } | undefined;
  };
  /** Of résumés that are judged and not kept. */
  readonly bulk: {
    /** How long a call waits for what comes of them. */
    readonly waitMs: number;
    /** How long that can be asked for afterwards. */
    readonly keepMs: number;
  };
  readonly upload: {
    readonly maxFiles: number;
    readonly maxBytes: number;
    readonly maxZipBytes: number;
  };
}

export function documentsOf(values: Values): DocumentsConfig {
  return {
    storageQuotaBytes: values.STORAGE_QUOTA_BYTES,
    document: {
      maxBytes: values.DOCUMENT_MAX_BYTES,
      maxPages: values.DOCUMENT_MAX_PAGES,
      maxCharacters: values.DOCUMENT_MAX_CHARACTERS,
      timeoutMs: values.DOCUMENT_TIMEOUT_SECONDS * 1000,
      ocr: values.OCR === "none" ? undefined : {
        maxPages: values.OCR_MAX_PAGES,
        timeoutMs: values.OCR_TIMEOUT_SECONDS * 1000,
      },
    },
    bulk: {
      waitMs: values.EVALUATIONS_WAIT_SECONDS * 1000,
      keepMs: values.EVALUATIONS_KEEP_SECONDS * 1000,
    },
    upload: {
      maxFiles: values.UPLOAD_MAX_FILES,
      maxBytes: values.UPLOAD_MAX_BYTES,
      maxZipBytes: values.UPLOAD_MAX_ZIP_BYTES,
    },
  };
}
