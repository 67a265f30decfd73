import { basename, join } from "node:path";
import { DEFAULT_LIMITS } from "../../lib/documents/limits.ts";
import { readDocument } from "../../lib/documents/read.ts";
import { Refusal, type RefusalParams, toMebibytes } from "../../lib/documents/refusal.ts";
import type { DocumentText } from "../../lib/documents/types.ts";

/** A file to read, under the name that it was given by. */
export interface InputFile {
  readonly path: string;
  /** Found in a folder: then it is left out when it is no résumé. */
  readonly isFromFolder: boolean;
}

/** Why a file could not be read; `code` is a refusal's, or of the file system. */
export interface ReadFailure {
  readonly code: string;
  readonly params: RefusalParams;
  /** In English; the fallback when the language has no words for the code. */
  readonly message: string;
}

export type ReadResult =
  | { readonly path: string; readonly document: DocumentText }
  | { readonly path: string; readonly failure: ReadFailure };

function failureOf(error: unknown): ReadFailure | undefined {
  if (error instanceof Refusal) {
    return { code: error.code, params: error.params, message: error.message };
  }
  const code = error instanceof Deno.errors.NotFound
    ? "not_found"
    : error instanceof Deno.errors.PermissionDenied
    ? "not_readable"
    : error instanceof Deno.errors.IsADirectory
    ? "not_a_file"
    : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return code && { code, params: {}, message };
}

async function load(path: string): Promise<DocumentText> {
  const { size, isFile } = await Deno.stat(path);
  const { maxBytes } = DEFAULT_LIMITS;
  if (isFile && size > maxBytes) {
    const params = { limit: toMebibytes(maxBytes), actual: toMebibytes(size) };
    throw new Refusal("too_large", params);
  }
  const bytes = await Deno.readFile(path);
  return await readDocument(bytes, { limits: DEFAULT_LIMITS, fileName: basename(path) });
}

/** Reads one file. Whatever is wrong with it is a value; only our own failures throw. */
export async function readFile(path: string): Promise<ReadResult> {
  try {
    return { path, document: await load(path) };
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    return { path, failure };
  }
}

/** Beside résumés a folder often has lists, notes and programs, which are text too. */
const TEXT_NAMES = /^[^.]+$|\.(?:txt|text|pdf|docx|odt|rtf|html?)$/i;

async function listFolder(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (name.startsWith(".")) continue;
    const path = join(folder, name);
    const info = await Deno.lstat(path).catch(() => undefined);
    if (info?.isDirectory) paths.push(...await listFolder(path));
    else if ((await Deno.stat(path).catch(() => undefined))?.isFile) paths.push(path);
  }
  return paths.sort();
}

/** A name that claims a format: what is not in it is told as a failure, not passed over. */
const RESUME_NAMES = /\.(?:txt|text|pdf|docx|odt|rtf|html?)$/i;

/** Whether a file that was found in a folder is no résumé: another format, or a text of another sort. */
export function isOtherFile(result: ReadResult): boolean {
  if ("failure" in result) {
    return result.failure.code === "unsupported" && !RESUME_NAMES.test(result.path);
  }
  return result.document.kind === "text" && !TEXT_NAMES.test(basename(result.path));
}

const realPath = (path: string) => Deno.realPath(path).catch(() => path);

/**
 * The files that the arguments stand for, in their order: files as they are, folders as all files
 * in them and in their folders, sorted, without the job. A file that is named twice is taken once.
 */
export async function findFiles(paths: readonly string[], job: string): Promise<InputFile[]> {
  const seen = new Set<string>();
  const jobPath = await realPath(job);
  const files: InputFile[] = [];
  for (const path of paths) {
    const isFolder = (await Deno.stat(path).catch(() => undefined))?.isDirectory ?? false;
    for (const file of isFolder ? await listFolder(path) : [path]) {
      const real = await realPath(file);
      if (seen.has(real) || (isFolder && real === jobPath)) continue;
      seen.add(real);
      files.push({ path: file, isFromFolder: isFolder });
    }
  }
  return files;
}

/**
 * Reads many files at once, as many as there are cores.
 *
 * @param onRead Called after each, in the order in which they are finished.
 * @returns In the order of `files`.
 */
export async function readFiles(
  files: readonly InputFile[],
  onRead: (done: number) => void,
): Promise<ReadResult[]> {
  const results: ReadResult[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let i = next++; i < files.length; i = next++) {
      results[i] = await readFile(files[i]!.path); // i is below the length
      onRead(++done);
    }
  };
  await Promise.all(Array.from({ length: navigator.hardwareConcurrency }, work));
  return results;
}
