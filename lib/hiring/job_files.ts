import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { countInQuota } from "../accounts/quotas.ts";
import { keepFile, stageFile } from "../accounts/stored_bytes.ts";
import { Refusal, toMebibytes } from "../documents/refusal.ts";
import { toStorable } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { readJob } from "../talent/requirements.ts";
import { readFile } from "./file_reading.ts";
import { lockJob } from "./job_lock.ts";
import { getJob, type Job, JobDescription } from "./jobs.ts";
import { tellProgress } from "./progress.ts";
import { insertRequirements } from "./requirement_rows.ts";
import { requirementsChanged } from "./requirements.ts";
import { readSafe } from "./safe_files.ts";
import type { UploadedFile } from "./resume_upload.ts";
import type { FileError } from "./states.ts";
import { enqueueReadJobDescription, type ReadJobDescriptionTask } from "./tasks.ts";
import { tell } from "./webhook_events.ts";

/** A job whose description comes as a file. */
export interface JobFileInput {
  readonly title: string;
  readonly place?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly file: UploadedFile;
}

/**
 * Makes a draft of a file. The file is kept and read by a worker; until then the job has no text
 * (`descriptionStatus` is `reading`). A file that is too large makes a job that says so.
 *
 * @throws {Forbidden} If the actor may not make jobs.
 * @throws {QuotaExceeded} If the workspace has made as many this month as its tier allows.
 * @throws {StorageFull} If the workspace has no room for the file.
 */
export async function createJobFromFile(
  actor: Principal,
  services: Services,
  { title, place = null, department = null, file }: JobFileInput,
): Promise<Job> {
  requirePermission(actor, "jobs:write");
  const { workspaceId } = actor;
  if (file.bytes) await stageFile(services, { workspaceId, bytes: file.bytes });
  return await services.db.transaction().execute(async (trx) => {
    const maxBytes = services.config.document.maxBytes;
    const { id } = await trx.insertInto("jobs").values({
      workspaceId,
      title,
      place,
      department,
      descriptionFileName: file.fileName,
      createdBy: actor.userId,
      ...(file.bytes ? { descriptionStatus: "reading" } : {
        descriptionStatus: "failed",
        descriptionErrorCode: "too_large",
        descriptionErrorParams: {
          limit: toMebibytes(maxBytes),
          actual: toMebibytes(file.sizeBytes),
        },
      }),
    }).returning("id").executeTakeFirstOrThrow();
    await audit(trx, actor, "job.created", id, {}, { jobId: id });
    await tell(trx, workspaceId, "job.created", { jobId: id, title });
    await countInQuota(trx, workspaceId, "jobs");
    if (file.bytes) {
      await enqueueReadJobDescription(trx, { workspaceId, jobId: id });
      await keepFile(trx, services, { key: jobKey(id), workspaceId, bytes: file.bytes });
    }
    return await getJob(actor, trx, id);
  });
}

/**
 * Reads the file of a job's description and the requirements in it. A file that cannot be read
 * leaves its reason on the job; anything else that goes wrong rejects, to be tried again.
 */
export async function readJobDescription(
  services: Services,
  { workspaceId, jobId }: ReadJobDescriptionTask,
  signal: AbortSignal,
): Promise<void> {
  const { db, config } = services;
  const job = await db.selectFrom("jobs").select(["descriptionStatus", "descriptionFileName"])
    .where("id", "=", jobId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (job?.descriptionStatus !== "reading") return;
  try {
    const bytes = await readSafe(services, { key: jobKey(jobId), workspaceId });
    if (!bytes) throw new RangeError(`The file of job ${jobId} is not there`);
    const fileName = job.descriptionFileName ?? undefined;
    const options = { limits: config.document, signal, ...(fileName ? { fileName } : {}) };
    const { text } = await readFile(bytes, options);
    await storeDescription(services, { workspaceId, jobId }, toDescription(text));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, params } = error;
    await failDescription(services, { workspaceId, jobId }, { code, params: { ...params } });
  }
  await tellProgress(services, workspaceId, jobId);
}

/** Marks a description whose every attempt failed. */
export async function giveUpJobDescription(
  services: Services,
  { workspaceId, jobId }: ReadJobDescriptionTask,
): Promise<void> {
  await failDescription(services, { workspaceId, jobId }, { code: "internal", params: {} });
  await tellProgress(services, workspaceId, jobId);
}

/** Opens a description again that was given up, so that its task finds work. */
export async function reopenJobDescription(
  { db }: Services,
  { workspaceId, jobId }: ReadJobDescriptionTask,
): Promise<void> {
  await db.updateTable("jobs")
    .set({ descriptionStatus: "reading", descriptionErrorCode: null, descriptionErrorParams: {} })
    .where("id", "=", jobId).where("workspaceId", "=", workspaceId)
    .where("descriptionStatus", "=", "failed").where("descriptionErrorCode", "=", "internal")
    .execute();
}

/** Where the bytes of a job's description are kept. */
export function jobKey(jobId: string): string {
  return `jobs/${jobId}`;
}

function toDescription(text: string): string {
  const result = JobDescription.safeParse(toStorable(text));
  if (result.success) return result.data;
  const limit = 63_206;
  throw text.trim().length > limit ? new Refusal("too_much_text", { limit }) : new Refusal("empty");
}

async function storeDescription(
  { db }: Services,
  { workspaceId, jobId }: ReadJobDescriptionTask,
  description: string,
): Promise<void> {
  const reading = readJob(description);
  await db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, workspaceId, jobId);
    const row = await trx.updateTable("jobs")
      .set({ description, language: reading.language, descriptionStatus: "ready" })
      .where("id", "=", jobId).where("descriptionStatus", "=", "reading")
      .returning("id").executeTakeFirst();
    if (!row) return; // a person typed one meanwhile, or another worker was faster
    const { last } = await trx.selectFrom("requirements")
      .select((eb) => eb.fn.max("position").as("last"))
      .where("jobId", "=", jobId).executeTakeFirstOrThrow();
    const wanted = reading.requirements.map((one) => ({ ...one, id: undefined, addedBy: null }));
    await insertRequirements(trx, job, (last ?? -1) + 1, wanted);
    await requirementsChanged(trx, job);
  });
}

async function failDescription(
  { db, storage }: Services,
  { workspaceId, jobId }: ReadJobDescriptionTask,
  { code, params }: FileError,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("jobs")
      .set({
        descriptionStatus: "failed",
        descriptionErrorCode: code,
        descriptionErrorParams: params,
        updatedAt: new Date(),
      })
      .where("id", "=", jobId).where("descriptionStatus", "=", "reading")
      .returning("id").executeTakeFirst();
    if (row && code === "infected") await storage.delete(trx, jobKey(jobId), workspaceId);
  });
}
