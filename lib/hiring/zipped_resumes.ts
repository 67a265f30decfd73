import { createHash } from "node:crypto";
import { toMebibytes } from "../documents/refusal.ts";
import {
  isDocx,
  looksLikeZip,
  openZip,
  type Unpacked,
  type ZipProblem,
} from "../documents/zip/unpack_zip.ts";
import type { Config } from "../platform/config.ts";
import { toFileName } from "./file_names.ts";
import type { UploadedFile } from "./resume_upload.ts";

/** Whether a file of that name may be a ZIP, which may be larger than a document. */
export function isZipName(fileName: string): boolean {
  return /\.zip$/i.test(fileName);
}

/**
 * The file itself; of a ZIP the files in it, each with what is wrong with it. A ZIP that cannot be
 * opened at all is one file with its reason.
 */
export async function* unzipped(
  file: UploadedFile,
  { upload, document }: Pick<Config, "upload" | "document">,
): AsyncGenerator<UploadedFile> {
  const { bytes, fileName } = file;
  if (!isZipName(fileName)) return yield file;
  if (!bytes) return yield refused(file, tooLarge(upload.maxZipBytes));
  if (isPdf(bytes) || isDocx(bytes)) {
    // Its name lies; it is held to what a document may be.
    return yield bytes.length > document.maxBytes ? { ...file, bytes: null } : file;
  }
  if (!looksLikeZip(bytes)) return yield refused(file, { code: "corrupt", params: {} });
  const opened = openZip(bytes, {
    maxFiles: upload.maxFiles,
    maxFileBytes: document.maxBytes,
    maxTotalBytes: upload.maxBytes,
  });
  if ("problem" in opened) return yield refused(file, opened.problem);
  let place = 0;
  for await (const one of opened.files) yield toUploaded(file, one, place++);
}

/** The same ZIP sent again makes the same hashes, also for what could not be unpacked. */
function toUploaded(
  { hash }: UploadedFile,
  { fileName, sizeBytes, result }: Unpacked,
  place: number,
): UploadedFile {
  const digest = createHash("sha256");
  if ("bytes" in result) digest.update(result.bytes);
  else digest.update(hash).update(String(place));
  return {
    fileName: toFileName(fileName),
    sizeBytes,
    hash: new Uint8Array(digest.digest()),
    ...("bytes" in result ? { bytes: result.bytes } : {
      bytes: null,
      error: { code: result.problem.code, params: { ...result.problem.params } },
    }),
  };
}

function refused(file: UploadedFile, { code, params }: ZipProblem): UploadedFile {
  return { ...file, bytes: null, error: { code, params: { ...params } } };
}

function tooLarge(maxBytes: number): ZipProblem {
  return { code: "zip_too_large", params: { limit: toMebibytes(maxBytes) } };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 5)) === "%PDF-";
}
