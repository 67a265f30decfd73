import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { countInQuota } from "../accounts/quotas.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Instant, text } from "../platform/input.ts";
import { readJobTitle } from "../talent/job_title.ts";
import { readJob } from "../talent/requirements.ts";
import type { Span as TextSpan } from "../talent/types.ts";
import { JOB_COUNTS, jobHead, toHead } from "./job_heads.ts";
import { type LockedJob, lockJob, noJob } from "./job_lock.ts";
import { insertRequirements, JobRequirement, selectRequirements } from "./requirement_rows.ts";
import { JobWeights, SetWeights, weightsOf } from "./job_weights.ts";
import { requirementsChanged } from "./requirements.ts";
import { FileError } from "./states.ts";
import { tell } from "./webhook_events.ts";

export const JobTitle = text(3, 255);
export const JobDescription = text(10, 63_206);

export const JobPlace = text(1, 255);
export const JobDepartment = text(1, 100);

/** A job as it is typed or pasted. */
export const JobInput = z.strictObject({
  title: JobTitle,
  description: JobDescription,
  place: JobPlace.nullable().default(null),
  department: JobDepartment.nullable().default(null),
}).meta({ id: "JobInput" });
export type JobInput = z.input<typeof JobInput>;

/** A change of a job; what is left out stays. */
export const JobPatch = z.strictObject({
  title: JobTitle,
  description: JobDescription,
  place: JobPlace.nullable(),
  department: JobDepartment.nullable(),
  weights: JobWeights,
  /** Whether résumés that come in from now on are masked until a decision. */
  isBlind: z.boolean(),
  status: z.enum(["open", "archived"]),
}).partial().meta({ id: "JobPatch" });
export type JobPatch = z.infer<typeof JobPatch>;

/** A job with all that it asks for. */
export const Job = z.object({
  ...jobHead,
  description: z.string().nullable(),
  descriptionFileName: z.string().nullable(),
  descriptionError: FileError.nullable(),
  weights: SetWeights,
  /** Whether résumés that come in are masked until a decision. */
  isBlind: z.boolean(),
  requirementsVersion: z.int(),
  archivedAt: Instant.nullable(),
  requirements: z.array(JobRequirement),
}).meta({ id: "Job" });
export type Job = z.infer<typeof Job>;

/**
 * A title for a job that was given none: the occupation in its text, or the name of its file.
 *
 * @returns The empty text when neither says one.
 */
export function proposeTitle(fileName: string | null, description: string): string {
  const proposed = fileName?.replace(/\.[a-z]+$/i, "") ?? readJobTitle(description)?.name ?? "";
  return proposed.slice(0, 255).toWellFormed();
}

/** How a job begins. */
export interface JobBeginning {
  /** Whether a person still has to confirm what was read from the text. */
  readonly isDraft?: boolean;
  /** The key of a sample job. */
  readonly sample?: string;
}

/**
 * Makes a job of a text and reads its requirements at once.
 *
 * @throws {Forbidden} If the actor may not make jobs.
 * @throws {QuotaExceeded} If the workspace has made as many this month as its tier allows.
 */
export function createJob(
  actor: Principal,
  db: Db,
  input: JobInput,
  beginning: JobBeginning = {},
): Promise<Job> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    const id = await insertJob(trx, actor, input, beginning);
    return await getJob(actor, trx, id);
  });
}

/** Writes a job and the requirements in its text. */
export async function insertJob(
  trx: Trx,
  actor: Principal,
  { title, description, place = null, department = null }: JobInput,
  { isDraft = false, sample }: JobBeginning,
): Promise<string> {
  const reading = readJob(description);
  const { id } = await trx.insertInto("jobs").values({
    workspaceId: actor.workspaceId,
    title,
    description,
    place,
    department,
    language: reading.language,
    sample: sample ?? null,
    confirmedAt: isDraft ? null : new Date(),
    createdBy: actor.userId,
  }).returning("id").executeTakeFirstOrThrow();
  const wanted = reading.requirements.map((one) => ({ ...one, id: undefined, addedBy: null }));
  await insertRequirements(trx, { id, workspaceId: actor.workspaceId }, 0, wanted);
  if (sample === undefined) await countInQuota(trx, actor.workspaceId, "jobs");
  await audit(trx, actor, "job.created", id, { requirements: wanted.length }, { jobId: id });
  await tell(trx, actor.workspaceId, "job.created", { jobId: id, title });
  return id;
}

/**
 * A job with its requirements.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getJob(actor: Principal, db: Db | Trx, jobId: string): Promise<Job> {
  requirePermission(actor, "jobs:read");
  return await loadJob(db, actor.workspaceId, jobId);
}

/** The same, for who has asked whether the actor may do what the job is needed for. */
export async function loadJob(db: Db | Trx, workspaceId: string, jobId: string): Promise<Job> {
  const [row, requirements] = await Promise.all([
    db.selectFrom("jobs").selectAll().select(JOB_COUNTS)
      .where("id", "=", jobId).where("workspaceId", "=", workspaceId).executeTakeFirst(),
    selectRequirements(db, jobId),
  ]);
  if (!row) throw noJob(jobId);
  return {
    ...toHead(row),
    description: row.description,
    descriptionFileName: row.descriptionFileName,
    descriptionError: row.descriptionErrorCode === null ? null : {
      code: row.descriptionErrorCode,
      params: row.descriptionErrorParams as FileError["params"],
    },
    weights: weightsOf(row),
    isBlind: row.isBlind,
    requirementsVersion: row.requirementsVersion,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    requirements,
  };
}

/**
 * Changes a job. Another description keeps the requirements, and points them to their sentences
 * where those are still there; `rereadRequirements()` reads it anew. Other weights judge anew, and so
 * does another description whose words count.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export function updateJob(
  actor: Principal,
  db: Db,
  jobId: string,
  patch: JobPatch,
): Promise<Job> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId);
    const columns = columnsOf(patch);
    await trx.updateTable("jobs").set({ ...columns, updatedAt: new Date() })
      .where("id", "=", jobId).execute();
    if (patch.description !== undefined) await moveSources(trx, job, patch.description);
    // Names are read in the job's language.
    const isOtherLanguage = columns.language !== undefined && columns.language !== job.language;
    const isOtherPosting = patch.description !== undefined &&
      patch.description !== job.description && job.textWeight > 0;
    if (patch.weights || isOtherLanguage || isOtherPosting) await requirementsChanged(trx, job);
    await audit(trx, actor, "job.updated", jobId, { fields: Object.keys(patch) }, { jobId });
    return await getJob(actor, trx, jobId);
  });
}

/**
 * Takes the requirements of a draft as they are; the job is open from then on. A job that is
 * confirmed stays as it is.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function confirmJob(actor: Principal, db: Db, jobId: string): Promise<void> {
  requirePermission(actor, "jobs:write");
  await db.transaction().execute(async (trx) => {
    await lockJob(trx, actor.workspaceId, jobId);
    const now = new Date();
    const row = await trx.updateTable("jobs").set({ confirmedAt: now, updatedAt: now })
      .where("id", "=", jobId).where("confirmedAt", "is", null).returning("id").executeTakeFirst();
    if (row) await audit(trx, actor, "job.confirmed", jobId, {}, { jobId });
  });
}

/** Puts a job aside; nothing of it is lost. */
export async function archiveJob(actor: Principal, db: Db, jobId: string): Promise<void> {
  await updateJob(actor, db, jobId, { status: "archived" });
}

/** Takes an archived job up again. */
export async function reopenJob(actor: Principal, db: Db, jobId: string): Promise<void> {
  await updateJob(actor, db, jobId, { status: "open" });
}

function columnsOf(
  { title, description, place, department, weights, isBlind, status }: JobPatch,
) {
  return {
    ...(isBlind === undefined ? {} : { isBlind }),
    ...(place === undefined ? {} : { place }),
    ...(department === undefined ? {} : { department }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : {
      description,
      language: readJob(description).language,
      descriptionStatus: "ready" as const,
      descriptionErrorCode: null,
      descriptionErrorParams: {},
    }),
    ...(weights
      ? {
        requiredWeight: weights.required,
        niceToHaveWeight: weights.niceToHave,
        ...(weights.text === undefined ? {} : { textWeight: weights.text }),
      }
      : {}),
    ...(status === undefined ? {} : { archivedAt: status === "archived" ? new Date() : null }),
  };
}

async function moveSources(trx: Trx, job: LockedJob, description: string): Promise<void> {
  for (const { id, source } of await selectRequirements(trx, job.id)) {
    if (!source) continue;
    const moved = findAgain(job.description ?? "", source, description);
    await trx.updateTable("requirements")
      .set({ sourceStart: moved?.start ?? null, sourceEnd: moved?.end ?? null })
      .where("id", "=", id).execute();
  }
}

/** Where the sentence of `before` stands in `after`; null when it does not. */
function findAgain(before: string, { start, end }: TextSpan, after: string): TextSpan | null {
  const sentence = before.slice(start, end);
  const found = sentence === "" ? -1 : after.indexOf(sentence);
  return found === -1 ? null : { start: found, end: found + sentence.length };
}
