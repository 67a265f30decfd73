import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { countInQuota } from "../accounts/quotas.ts";
import { keepFile, stageFile } from "../accounts/stored_bytes.ts";
import { toMebibytes } from "../documents/refusal.ts";
import { isForeignKeyViolation, type Trx } from "../platform/database.ts";
import {
  Conflict,
  InvalidInput,
  QuotaExceeded,
  StorageFull,
  TooLarge,
  TooManyRequests,
  UnsupportedType,
} from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { readForm, tooLarge } from "../platform/multipart.ts";
import type { Services } from "../platform/services.ts";
import { toFileName } from "./file_names.ts";
import { noJob } from "./job_lock.ts";
import { tellProgress } from "./progress.ts";
import { toFileError } from "./resume_rows.ts";
import { resumeKey } from "./resumes.ts";
import { FileError, ResumeStatus } from "./states.ts";
import { enqueueReadResume } from "./tasks.ts";
import { isZipName, unzipped } from "./zipped_resumes.ts";

/** One file that a person hands in. */
export interface UploadedFile {
  readonly fileName: string;
  /** Null when it is larger than a file may be. */
  readonly bytes: Uint8Array | null;
  readonly sizeBytes: number;
  /** SHA-256 of its bytes. */
  readonly hash: Uint8Array;
  /** Why it is not read, where that is known already; then there are no bytes. */
  readonly error?: FileError;
}

/** What became of one file of an upload. */
export const AddedResume = z.object({
  id: Id,
  fileName: z.string(),
  status: ResumeStatus,
  error: FileError.nullable(),
  /** The same bytes were there already; `id` is the résumé that they made then. */
  duplicate: z.boolean(),
});
export type AddedResume = z.infer<typeof AddedResume>;

/** The form field that carries the files. */
export const FILES_FIELD = "files";

/**
 * The files of a multipart request, while it arrives; those of a ZIP in its place.
 *
 * @throws {UnsupportedType} If the request is not a form with files.
 * @throws {TooLarge} If the request has more than `upload.maxBytes`.
 * @throws {InvalidInput} If the form is broken, or has a file in another field than `files`.
 */
export async function* readUploads(
  request: Request,
  { upload, document, request: { idleMs } }: Services["config"],
): AsyncGenerator<UploadedFile> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) {
    throw new UnsupportedType("Send the files as multipart/form-data, in the field `files`");
  }
  if (Number(request.headers.get("content-length") ?? 0) > upload.maxBytes) {
    throw tooLarge(upload.maxBytes);
  }
  const limits = {
    maxPartBytes: (name = "") => isZipName(name) ? upload.maxZipBytes : document.maxBytes,
    maxTotalBytes: upload.maxBytes,
    idleMs,
  };
  for await (const part of readForm(request.body, type, limits)) {
    const { name, fileName } = part;
    if (fileName === undefined) continue;
    // What a browser sends for a file field that was left empty.
    if (fileName === "" && part.sizeBytes === 0) continue;
    if (name !== FILES_FIELD) {
      throw new InvalidInput(`A file came in the field \`${name}\`: send files in \`files\``, [
        { pointer: `/${FILES_FIELD}`, detail: "must be the field of every file" },
      ]);
    }
    yield* unzipped({ ...part, fileName: toFileName(fileName) }, { upload, document });
  }
}

/** How files of an upload are taken. */
export interface Taking {
  /**
   * Asked before each file but the first, which the call itself stands for.
   *
   * @throws {TooManyRequests} If no more may come now.
   */
  readonly admit?: () => Promise<void>;
  /** Whether it goes on with a call that broke off: what that one took is not asked for again. */
  readonly isResumed?: boolean;
  /** Whether they are those of the sample, which no quota counts. */
  readonly isSample?: boolean;
}

/**
 * Takes files for a job, each in a transaction of its own that writes résumé, bytes and task: what
 * is answered here outlives any process. A file that is too large becomes a failed résumé without
 * bytes. The same bytes for the same job make no second résumé, even when sent at the same moment;
 * no quota counts them or a file that is refused at once.
 *
 * @returns One entry a file, in their order.
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If the job is archived.
 * @throws {InvalidInput} If there is no file.
 * @throws {TooLarge} If there are more than `upload.maxFiles` files; those before stay.
 * @throws {QuotaExceeded | StorageFull | TooManyRequests} At the file that is one too many; those
 *   before stay.
 */
export async function addResumes(
  actor: Principal,
  services: Services,
  jobId: string,
  files: AsyncIterable<UploadedFile> | Iterable<UploadedFile>,
  taking: Taking = {},
): Promise<AddedResume[]> {
  requirePermission(actor, "resumes:write");
  await requireOpenJob(actor, services, jobId);
  const { maxFiles } = services.config.upload;
  const added: AddedResume[] = [];
  let surplus = 0;
  let refusal: Refused | undefined;
  // One after another: storing several at a time was no faster, it waits for the disk.
  for await (const file of files) {
    if (refusal || added.length >= maxFiles) {
      surplus += 1; // read to the end, so that the answer arrives
      continue;
    }
    try {
      if (added.length > 0 && !(taking.isResumed && await isThere(services, jobId, file))) {
        await taking.admit?.();
      }
      added.push(await addResume(actor, services, jobId, file, taking));
    } catch (error) {
      if (!isRefused(error)) throw error;
      refusal = error;
      surplus += 1;
    }
    if (added.length === 1) await touchJob(services, jobId);
  }
  if (refusal) throw afterSome(refusal, added.length, surplus);
  if (surplus > 0) {
    throw new TooLarge(
      `An upload has at most ${maxFiles} files: the first ${maxFiles} were taken, ` +
        `send the other ${surplus} in another one`,
    );
  }
  if (added.length === 0) {
    throw new InvalidInput("The upload has no file", [
      { pointer: `/${FILES_FIELD}`, detail: "must have at least one file" },
    ]);
  }
  return added;
}

/** Says of a refusal in the middle of an upload what was taken. */
function afterSome(refusal: Refused, taken: number, left: number): Refused {
  const message = `Of ${taken + left} files the first ${taken} were taken: ${refusal.message}`;
  const options = { cause: refusal };
  if (refusal instanceof QuotaExceeded) return new QuotaExceeded(message, refusal.use, options);
  if (refusal instanceof StorageFull) return new StorageFull(message, refusal.use, options);
  return new TooManyRequests(message, refusal.retryAfterSeconds, options);
}

/** Why a file is one too many. */
type Refused = QuotaExceeded | StorageFull | TooManyRequests;

function isRefused(error: unknown): error is Refused {
  return error instanceof QuotaExceeded || error instanceof StorageFull ||
    error instanceof TooManyRequests;
}

async function isThere({ db }: Services, jobId: string, { hash }: UploadedFile): Promise<boolean> {
  const row = await db.selectFrom("resumes").select("id")
    .where("jobId", "=", jobId).where("contentHash", "=", hash).executeTakeFirst();
  return row !== undefined;
}

/** Notes an activity; not with each file, which would make workers wait for the job's row. */
async function touchJob({ db }: Services, jobId: string): Promise<void> {
  await db.updateTable("jobs").set({ updatedAt: new Date() }).where("id", "=", jobId).execute();
}

/** Takes one file for a job; see `addResumes()`. */
export async function addResume(
  actor: Principal,
  services: Services,
  jobId: string,
  file: UploadedFile,
  taking: Pick<Taking, "isSample"> = {},
): Promise<AddedResume> {
  const { workspaceId } = actor;
  if (file.bytes) await stageFile(services, { workspaceId, bytes: file.bytes });
  const added = await services.db.transaction().execute(async (trx) => {
    const made = await insertResume(trx, actor, services.config, jobId, file);
    if (!made) return await selectSame(trx, jobId, file);
    await audit(trx, actor, "resume.added", made.id, {}, { jobId, resumeId: made.id });
    if (file.bytes) {
      await enqueueReadResume(trx, { workspaceId, resumeId: made.id });
      const kept = { key: resumeKey(made.id), workspaceId, bytes: file.bytes };
      if (taking.isSample) {
        await services.storage.put(trx, kept.key, workspaceId, kept.bytes);
      } else {
        await countInQuota(trx, workspaceId, "resumes");
        await keepFile(trx, services, kept);
      }
    }
    return made;
  }).catch((error) => {
    throw isForeignKeyViolation(error) ? noJob(jobId) : error;
  });
  // The same file may have been removed between the two statements; then this one is new.
  if (!added) return await addResume(actor, services, jobId, file, taking);
  if (!added.duplicate) await tellProgress(services, workspaceId, jobId);
  return added;
}

async function requireOpenJob(
  actor: Principal,
  { db }: Pick<Services, "db">,
  jobId: string,
): Promise<void> {
  const job = await db.selectFrom("jobs").select(["title", "archivedAt"])
    .where("id", "=", jobId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!job) throw noJob(jobId);
  if (job.archivedAt) throw new Conflict(`"${job.title}" is archived: reopen it to add résumés`);
}

/** @returns Undefined when the same bytes are there already. */
async function insertResume(
  trx: Trx,
  actor: Principal,
  { document }: Services["config"],
  jobId: string,
  file: UploadedFile,
): Promise<AddedResume | undefined> {
  const { fileName, sizeBytes, hash } = file;
  const error = errorOf(file, document.maxBytes);
  const refused = error && {
    status: "failed" as const,
    errorCode: error.code,
    errorParams: error.params,
  };
  const row = await trx.insertInto("resumes").values({
    workspaceId: actor.workspaceId,
    jobId,
    fileName,
    contentHash: hash,
    sizeBytes,
    uploadedBy: actor.userId,
    ...refused,
  }).onConflict((conflict) => conflict.columns(["jobId", "contentHash"]).doNothing())
    .returning(COLUMNS).executeTakeFirst();
  return row && toAdded(row, false);
}

/** Why a file is not even read; undefined when it is. */
export function errorOf(
  { bytes, sizeBytes, error }: UploadedFile,
  maxBytes: number,
): FileError | undefined {
  if (bytes) return undefined;
  const params = { limit: toMebibytes(maxBytes), actual: toMebibytes(sizeBytes) };
  return error ?? { code: "too_large", params };
}

async function selectSame(trx: Trx, jobId: string, { hash }: UploadedFile) {
  const row = await trx.selectFrom("resumes").select(COLUMNS)
    .where("jobId", "=", jobId).where("contentHash", "=", hash).executeTakeFirst();
  return row && toAdded(row, true);
}

const COLUMNS = ["id", "fileName", "status", "errorCode", "errorParams"] as const;

function toAdded(
  row: {
    id: string;
    fileName: string;
    status: ResumeStatus;
    errorCode: string | null;
    errorParams: unknown;
  },
  duplicate: boolean,
): AddedResume {
  const { id, fileName, status } = row;
  return { id, fileName, status, error: toFileError(row.errorCode, row.errorParams), duplicate };
}
