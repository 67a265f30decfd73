import { sql } from "kysely";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { keepFile, stageFile } from "../accounts/stored_bytes.ts";
import { isUniqueViolation, type Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, TooLarge } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { lockJob } from "./job_lock.ts";
import { CHANGED } from "./judging.ts";
import { tellProgress } from "./progress.ts";
import type { ResumeRow } from "./resume_rows.ts";
import type { UploadedFile } from "./resume_upload.ts";
import { FILES_FIELD } from "./resume_upload.ts";
import { resumeKey, selectResume } from "./resumes.ts";
import { enqueueReadResume } from "./tasks.ts";

/**
 * Puts another file in the place of a résumé's: a better scan, or the right one. Its stage, notes
 * and candidate stay; the old file, its text and its verdicts go. The new one is read afterwards.
 *
 * @param files Exactly one; of a ZIP, one that holds one file.
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If it is being read, the job is archived, or the job has that file already.
 * @throws {InvalidInput} If there is no file, or more than one.
 * @throws {TooLarge} If the file is larger than a document may be.
 * @throws {StorageFull} If the workspace has no room for it without the old one.
 */
export async function replaceResume(
  actor: Principal,
  services: Services,
  resumeId: string,
  files: AsyncIterable<UploadedFile>,
): Promise<ResumeRow> {
  requirePermission(actor, "resumes:write");
  const { file, bytes } = await readable(files);
  const { workspaceId } = actor;
  await stageFile(services, { workspaceId, bytes });
  const row = await services.db.transaction().execute(async (trx) => {
    const before = await selectResume(trx, actor.workspaceId, resumeId);
    const job = await lockJob(trx, actor.workspaceId, before.jobId, "share");
    if (job.archivedAt) throw new Conflict(`"${job.title}" is archived: reopen it to add résumés`);
    await takeFile(trx, actor, before, file);
    await trx.deleteFrom("evaluations").where("resumeId", "=", resumeId).execute();
    await services.storage.delete(trx, resumeKey(resumeId), workspaceId);
    await keepFile(trx, services, { key: resumeKey(resumeId), workspaceId, bytes });
    await enqueueReadResume(trx, { workspaceId, resumeId });
    await audit(trx, actor, "resume.replaced", resumeId, { sizeBytes: file.sizeBytes }, {
      jobId: before.jobId,
      resumeId,
      candidateId: before.candidate?.id ?? null,
    });
    return await selectResume(trx, actor.workspaceId, resumeId);
  }).catch((error) => {
    throw isUniqueViolation(error)
      ? new Conflict(`This job has "${file.fileName}" already: remove one of the two`)
      : error;
  });
  await tellProgress(services, actor.workspaceId, row.jobId);
  return row;
}

/** @throws {Conflict} If it is being read; a worker must not store the old text over the new. */
async function takeFile(
  trx: Trx,
  actor: Principal,
  { id, fileName }: ResumeRow,
  file: UploadedFile,
): Promise<void> {
  const moved = await trx.updateTable("resumes")
    .set({
      fileName: file.fileName,
      contentHash: file.hash,
      sizeBytes: file.sizeBytes,
      receivedOn: sql<string>`(now() at time zone 'utc')::date`,
      status: "waiting",
      errorCode: null,
      errorParams: {},
      kind: null,
      language: null,
      text: null,
      textHash: null,
      pages: [],
      hidden: [],
      recognition: null,
      hasPhoto: null,
      nearSignature: null,
      nearBands: null,
      uploadedBy: actor.userId,
      ...CHANGED,
    })
    .where("id", "=", id).where("status", "in", ["done", "failed"]).returning("id")
    .executeTakeFirst();
  if (!moved) throw new Conflict(`"${fileName}" is being read: wait until that is done`);
}

async function readable(
  files: AsyncIterable<UploadedFile>,
): Promise<{ file: UploadedFile; bytes: Uint8Array }> {
  let file: UploadedFile | undefined;
  for await (const one of files) {
    if (file) throw onlyOne("more than one file");
    file = one;
  }
  if (!file) throw onlyOne("no file");
  if (!file.bytes) throw new TooLarge(`"${file.fileName}" cannot be read: choose a smaller file`);
  return { file, bytes: file.bytes };
}

function onlyOne(found: string): InvalidInput {
  return new InvalidInput(`The form has ${found}: choose the one that is to stand there`, [
    { pointer: `/${FILES_FIELD}`, detail: "must be exactly one file" },
  ]);
}
