import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Day, Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { Consent } from "./candidates.ts";
import { lockJob } from "./job_lock.ts";
import { isAvailable } from "./pool_people.ts";
import { requireJob } from "./resumes.ts";
import { Flag, Grade } from "./states.ts";
import { EvaluationSummary } from "./summary.ts";
import { enqueueSearchPool } from "./tasks.ts";

/** A look through the people already here, for a job. */
export const PoolSearch = z.object({
  status: z.enum(["waiting", "judging", "done", "failed"]),
  /** How many résumés have the job's words, at most 300. */
  found: z.int(),
  judged: z.int(),
  /** Whether more have them than are judged. */
  isCut: z.boolean(),
  /** Whether the requirements have changed since. */
  isOutdated: z.boolean(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
}).meta({ id: "PoolSearch" });
export type PoolSearch = z.infer<typeof PoolSearch>;

/** Somebody from another job who fits this one. */
export const PoolRow = z.object({
  /** Their résumé that fits, in another job. */
  resumeId: Id,
  personId: Id,
  name: z.string().nullable(),
  fileName: z.string(),
  headline: z.string().nullable(),
  score: z.number(),
  rawScore: z.number(),
  grade: Grade.nullable(),
  requiredMet: z.int(),
  requiredTotal: z.int(),
  flags: z.array(Flag),
  strip: EvaluationSummary.shape.strip,
  receivedOn: Day,
  job: z.object({ id: Id, title: z.string() }),
  /** Null: nobody has asked. Who has withdrawn it is not here. */
  consent: Consent.nullable(),
  consentUntil: Day.nullable(),
});
export type PoolRow = z.infer<typeof PoolRow>;

export interface PoolQuery extends PageQuery {
  /** Whether grade D is wanted too. */
  readonly isAll?: boolean | undefined;
}

/** The last search of a job, null when there was none, and a page of whom it found. */
export interface Pool extends PageOf<PoolRow> {
  readonly search: PoolSearch | null;
  /** How many there are with grade D, which a page shows only when asked to. */
  readonly weakCount: number;
}

/**
 * Begins to look for people who are already here and fit a job; a worker does it. Nothing new
 * begins while one is under way.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If the job asks for nothing.
 */
export function startPoolSearch(actor: Principal, db: Db, jobId: string): Promise<PoolSearch> {
  requirePermission(actor, "candidates:read");
  return db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId);
    const asked = await trx.selectFrom("requirements").select("id")
      .where("jobId", "=", jobId).where("deletedAt", "is", null).limit(1).executeTakeFirst();
    if (!asked) throw new Conflict(`"${job.title}" asks for nothing yet: add requirements first`);
    const last = await selectSearch(trx, jobId);
    if (last && (last.status === "waiting" || last.status === "judging")) return last;
    await trx.deleteFrom("poolSearches").where("jobId", "=", jobId).execute();
    const { id } = await trx.insertInto("poolSearches").values({
      jobId,
      workspaceId: actor.workspaceId,
      requirementsVersion: job.requirementsVersion,
      userId: actor.userId,
    }).returning("id").executeTakeFirstOrThrow();
    await enqueueSearchPool(trx, { workspaceId: actor.workspaceId, jobId, searchId: id });
    await audit(trx, actor, "pool.searched", jobId, {}, { jobId });
    const search = await selectSearch(trx, jobId);
    if (!search) throw new RangeError("The search that was just written is not there");
    return search;
  });
}

/**
 * The people who were found for a job, the best first; without those who are in it by now or may
 * not be asked.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getPool(
  actor: Principal,
  db: Db,
  jobId: string,
  query: PoolQuery,
): Promise<Pool> {
  requirePermission(actor, "candidates:read");
  const [search, counts, rows] = await Promise.all([
    selectSearch(db, jobId),
    countPool(actor, db, jobId),
    selectPool(actor, db, jobId, query),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const total = query.isAll ? counts.fitting + counts.weak : counts.fitting;
  return { ...toPage(rows, total, query), search: search ?? null, weakCount: counts.weak };
}

/** How far the search of a job is. */
export async function getPoolSearch(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<PoolSearch | null> {
  requirePermission(actor, "candidates:read");
  await requireJob(db, actor.workspaceId, jobId);
  return await selectSearch(db, jobId) ?? null;
}

async function selectSearch(db: Db | Trx, jobId: string): Promise<PoolSearch | undefined> {
  const row = await db.selectFrom("poolSearches").innerJoin("jobs", "jobs.id", "poolSearches.jobId")
    .leftJoin("poolResults", "poolResults.jobId", "poolSearches.jobId")
    .select(["poolSearches.status", "poolSearches.isCut", "poolSearches.createdAt"])
    .select(["poolSearches.finishedAt"])
    .select(sql<boolean>`pool_searches.requirements_version <> jobs.requirements_version`
      .as("isOutdated"))
    .select((eb) => eb.fn.count<number>("poolResults.resumeId").as("found"))
    .select(sql<number>`count(*) filter (where pool_results.is_judged)`.as("judged"))
    .where("poolSearches.jobId", "=", jobId)
    .groupBy(["poolSearches.jobId", "jobs.requirementsVersion"]).executeTakeFirst();
  return row && {
    status: PoolSearch.shape.status.parse(row.status),
    found: row.found,
    judged: row.judged,
    isCut: row.isCut,
    isOutdated: row.isOutdated,
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** `p`, `r` and `c`: who was found and scored, their résumé and candidate. */
function poolOf({ workspaceId }: Principal, jobId: string) {
  return sql`pool_results p join resumes r on r.id = p.resume_id
    join candidates c on c.id = r.candidate_id
    where p.job_id = ${jobId} and p.workspace_id = ${workspaceId} and p.score is not null
      and ${isAvailable(jobId)}`;
}

async function countPool(actor: Principal, db: Db, jobId: string) {
  const { rows: [row] } = await sql<{ fitting: number; weak: number }>`
    select count(*) filter (where grade <> 'D') as fitting,
      count(*) filter (where grade = 'D') as weak
    from ${poolOf(actor, jobId)}`.execute(db);
  return row ?? { fitting: 0, weak: 0 };
}

async function selectPool(
  actor: Principal,
  db: Db,
  jobId: string,
  query: PoolQuery,
): Promise<PoolRow[]> {
  const { rows } = await sql<Omit<PoolRow, "job" | "strip"> & Stored>`
    select found.*, j.title as job_title, root.consent, root.consent_until
    from (
      select p.resume_id, c.person_id, c.name, r.file_name, p.headline, p.score, p.raw_score,
        p.grade, p.required_met, p.required_total, p.flags, p.summary, r.received_on, r.job_id
      from ${poolOf(actor, jobId)} ${query.isAll ? sql`` : sql`and p.grade <> 'D'`}
      order by p.score desc, p.raw_score desc, r.received_on desc, r.id desc
      limit ${query.itemsPerPage} offset ${offsetOf(query)}
    ) found
    join jobs j on j.id = found.job_id join candidates root on root.id = found.person_id
    order by score desc, raw_score desc, received_on desc, resume_id desc`.execute(db);
  return rows.map(({ jobId, jobTitle, summary, ...row }) => ({
    ...row,
    strip: summary.strip,
    job: { id: jobId, title: jobTitle },
  }));
}

interface Stored {
  readonly jobId: string;
  readonly jobTitle: string;
  readonly summary: EvaluationSummary;
}
