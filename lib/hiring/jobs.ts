import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Id, Instant, text } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { readJob } from "../talent/requirements.ts";
import type { Span as TextSpan } from "../talent/types.ts";
import { type LockedJob, lockJob, noJob } from "./job_lock.ts";
import { insertRequirements, JobRequirement, selectRequirements } from "./requirement_rows.ts";
import { requirementsChanged } from "./requirements.ts";
import { FileError, GradeCounts, Language, ResumeCounts } from "./states.ts";

export const JobTitle = text(3, 255);
export const JobDescription = text(10, 63_206);

/** A job as it is typed or pasted. */
export const JobInput = z.strictObject({ title: JobTitle, description: JobDescription });
export type JobInput = z.infer<typeof JobInput>;

const weight = z.number("must be a number").min(0, "must not be negative")
  .max(100, "must be at most 100");

/** How much a required and a nice-to-have requirement count. */
export const JobWeights = z.strictObject({ required: weight, niceToHave: weight })
  .refine(({ required, niceToHave }) => required + niceToHave > 0, "must not both be 0");

/** A change of a job; what is left out stays. */
export const JobPatch = z.strictObject({
  title: JobTitle,
  description: JobDescription,
  weights: JobWeights,
  status: z.enum(["open", "archived"]),
}).partial();
export type JobPatch = z.infer<typeof JobPatch>;

const head = {
  id: Id,
  title: z.string(),
  status: z.enum(["open", "archived"]),
  language: Language.nullable(),
  /** `reading` while the file it came in is read; then there is no description yet. */
  descriptionStatus: z.enum(["reading", "ready", "failed"]),
  isSample: z.boolean(),
  /** Whether the ranking waits for résumés to be judged by the changed requirements. */
  isStale: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  resumes: ResumeCounts,
};

/** A job with all that it asks for. */
export const Job = z.object({
  ...head,
  description: z.string().nullable(),
  descriptionFileName: z.string().nullable(),
  descriptionError: FileError.nullable(),
  weights: z.object({ required: z.number(), niceToHave: z.number() }),
  requirementsVersion: z.int(),
  archivedAt: Instant.nullable(),
  requirements: z.array(JobRequirement),
});
export type Job = z.infer<typeof Job>;

/** A job in a list; `updatedAt` is its last activity, uploads included. */
export const JobSummary = z.object({
  ...head,
  requirementCounts: z.object({ required: z.int(), niceToHave: z.int() }),
  grades: GradeCounts,
});
export type JobSummary = z.infer<typeof JobSummary>;

/**
 * Makes a job of a text and reads its requirements at once.
 *
 * @throws {Forbidden} If the actor may not make jobs.
 */
export function createJob(actor: Principal, db: Db, input: JobInput): Promise<Job> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    const id = await insertJob(trx, actor, input, null);
    return await getJob(actor, trx, id);
  });
}

/** Writes a job and the requirements in its text; `sample` is the key of a sample job. */
export async function insertJob(
  trx: Trx,
  actor: Principal,
  { title, description }: JobInput,
  sample: string | null,
): Promise<string> {
  const reading = readJob(description);
  const { id } = await trx.insertInto("jobs").values({
    workspaceId: actor.workspaceId,
    title,
    description,
    language: reading.language,
    sample,
    createdBy: actor.userId,
  }).returning("id").executeTakeFirstOrThrow();
  const wanted = reading.requirements.map((one) => ({ ...one, id: undefined, addedBy: null }));
  await insertRequirements(trx, { id, workspaceId: actor.workspaceId }, 0, wanted);
  await audit(trx, actor, "job.created", id, { requirements: wanted.length }, { jobId: id });
  return id;
}

/**
 * A job with its requirements.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getJob(actor: Principal, db: Db | Trx, jobId: string): Promise<Job> {
  requirePermission(actor, "jobs:read");
  const [row, requirements] = await Promise.all([
    db.selectFrom("jobs").selectAll().select(resumeCountsOf("jobs.id"))
      .where("id", "=", jobId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst(),
    selectRequirements(db, jobId),
  ]);
  if (!row) throw noJob(jobId);
  return {
    ...headOf(row),
    description: row.description,
    descriptionFileName: row.descriptionFileName,
    descriptionError: row.descriptionErrorCode === null ? null : {
      code: row.descriptionErrorCode,
      params: row.descriptionErrorParams as FileError["params"],
    },
    weights: { required: row.requiredWeight, niceToHave: row.niceToHaveWeight },
    requirementsVersion: row.requirementsVersion,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    requirements,
  };
}

export interface JobFilter extends PageQuery {
  readonly status?: "open" | "archived" | undefined;
  /** Part of the title, in any case. */
  readonly q?: string | undefined;
}

/** The workspace's jobs, the last active first. */
export async function listJobs(
  actor: Principal,
  db: Db,
  filter: JobFilter,
): Promise<PageOf<JobSummary>> {
  requirePermission(actor, "jobs:read");
  let query = db.selectFrom("jobs").where("workspaceId", "=", actor.workspaceId);
  if (filter.status) {
    query = query.where("archivedAt", filter.status === "open" ? "is" : "is not", null);
  }
  if (filter.q) query = query.where("title", "ilike", containing(filter.q));
  const [rows, { count }] = await Promise.all([
    query.selectAll()
      .select([resumeCountsOf("jobs.id"), gradeCountsOf("jobs.id"), requirementCountsOf("jobs.id")])
      .orderBy("updatedAt", "desc").orderBy("id", "desc")
      .limit(filter.itemsPerPage).offset(offsetOf(filter)).execute(),
    query.select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
  ]);
  const data = rows.map((row) => ({
    ...headOf(row),
    grades: row.grades,
    requirementCounts: row.requirementCounts,
  }));
  return toPage(data, count, filter);
}

/**
 * Changes a job. Another description keeps the requirements, and points them to their sentences
 * where those are still there; `rereadRequirements()` reads it anew. Other weights judge anew.
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
    if (patch.weights || isOtherLanguage) await requirementsChanged(trx, job);
    await audit(trx, actor, "job.updated", jobId, { fields: Object.keys(patch) }, { jobId });
    return await getJob(actor, trx, jobId);
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

function columnsOf({ title, description, weights, status }: JobPatch) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : {
      description,
      language: readJob(description).language,
      descriptionStatus: "ready" as const,
      descriptionErrorCode: null,
      descriptionErrorParams: {},
    }),
    ...(weights ? { requiredWeight: weights.required, niceToHaveWeight: weights.niceToHave } : {}),
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

interface HeadRow {
  id: string;
  title: string;
  archivedAt: Date | null;
  language: string | null;
  descriptionStatus: string;
  sample: string | null;
  requirementsVersion: number;
  rankedVersion: number;
  createdAt: Date;
  updatedAt: Date;
  resumes: ResumeCounts;
}

function headOf(row: HeadRow) {
  return {
    id: row.id,
    title: row.title,
    status: row.archivedAt === null ? "open" as const : "archived" as const,
    language: row.language as Job["language"],
    descriptionStatus: row.descriptionStatus as Job["descriptionStatus"],
    isSample: row.sample !== null,
    isStale: row.rankedVersion < row.requirementsVersion,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    resumes: row.resumes,
  };
}

/** A LIKE pattern for texts that contain `part` literally. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, "\\$&")}%`;
}

function resumeCountsOf(jobId: "jobs.id") {
  return sql<ResumeCounts>`(
    select jsonb_build_object(
      'waiting', count(*) filter (where status = 'waiting'),
      'reading', count(*) filter (where status = 'reading'),
      'judging', count(*) filter (where status = 'judging'),
      'done', count(*) filter (where status = 'done'),
      'failed', count(*) filter (where status = 'failed'),
      'total', count(*)
    ) from resumes where job_id = ${sql.ref(jobId)})`.as("resumes");
}

function gradeCountsOf(jobId: "jobs.id") {
  return sql<GradeCounts>`(
    select jsonb_build_object(
      'A', count(*) filter (where grade = 'A'),
      'B', count(*) filter (where grade = 'B'),
      'C', count(*) filter (where grade = 'C'),
      'D', count(*) filter (where grade = 'D')
    ) from evaluations where job_id = ${sql.ref(jobId)})`.as("grades");
}

function requirementCountsOf(jobId: "jobs.id") {
  return sql<JobSummary["requirementCounts"]>`(
    select jsonb_build_object(
      'required', count(*) filter (where level = 'required'),
      'niceToHave', count(*) filter (where level = 'nice_to_have')
    ) from requirements where job_id = ${sql.ref(jobId)} and deleted_at is null)`
    .as("requirementCounts");
}
