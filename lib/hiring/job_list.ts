import { type ExpressionBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import type { DB } from "../platform/db_types.ts";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import { containing } from "../platform/like_pattern.ts";
import { type CursorPageOf, type CursorQuery, sortField } from "../platform/page_of.ts";
import { JOB_COUNTS, jobHead, type JobHeadRow, type JobStatus, toHead } from "./job_heads.ts";
import { GradeCounts } from "./states.ts";

/** A job in a list; `updatedAt` is its last activity, uploads included. */
export const JobSummary = z.object({
  ...jobHead,
  requirementCounts: z.object({ required: z.int(), niceToHave: z.int() }),
  grades: GradeCounts,
}).meta({ id: "JobSummary" });
export type JobSummary = z.infer<typeof JobSummary>;

const ID: OrderKey = { sql: sql`id`, type: "uuid" };
const ORDERS = {
  updated_at: [{ sql: sql`updated_at`, type: "timestamptz" }, ID],
  created_at: [ID],
  title: [{ sql: sql`lower(title)`, type: "text" }, ID],
} satisfies Record<string, readonly OrderKey[]>;

/** By their last activity, by when they were made, or by title. */
export const JobListSort = sortField(["updated_at", "created_at", "title"]);
export type JobListSort = z.infer<typeof JobListSort>;

export interface JobFilter extends CursorQuery {
  /** Default: the last active first. */
  readonly sort?: JobListSort | undefined;
  /** Only those that have changed at that moment or since, résumés included; RFC 3339. */
  readonly updatedSince?: string | undefined;
  readonly status?: JobStatus | undefined;
  /** Part of the title, in any case. */
  readonly q?: string | undefined;
}

/** The workspace's jobs, the last active first. */
export async function listJobs(
  actor: Principal,
  db: Db,
  filter: JobFilter,
): Promise<CursorPageOf<JobSummary>> {
  requirePermission(actor, "jobs:read");
  const { status, q, updatedSince, sort = "-updated_at" } = filter;
  const scope = ["jobs", actor.workspaceId, status, q, updatedSince, sort];
  const walk = openWalk(filter, orderOf(ORDERS, sort), scope);
  let query = db.selectFrom("jobs").where("workspaceId", "=", actor.workspaceId);
  if (status) query = query.where((eb) => hasStatus(eb, status));
  if (q) query = query.where("title", "ilike", containing(q));
  if (updatedSince) query = query.where((eb) => hasChanged(eb, new Date(updatedSince)));
  const [rows, count] = await Promise.all([
    query.select(SUMMARY_COLUMNS).select(JOB_COUNTS).select(walk.key.as("placeKey"))
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => query.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  return walk.page(rows, count, toSummary);
}

/** A job has changed with any of its résumés, whose states and grades it counts. */
function hasChanged(eb: ExpressionBuilder<DB, "jobs">, since: Date) {
  return eb.or([
    eb("updatedAt", ">=", since),
    eb.exists(
      eb.selectFrom("resumes").select("resumes.id").whereRef("resumes.jobId", "=", "jobs.id")
        .where("resumes.updatedAt", ">=", since),
    ),
  ]);
}

/** The workspace's jobs with what `toSummary()` reads of them besides the counts, to be narrowed. */
export function selectSummaries(db: Db, workspaceId: string) {
  return db.selectFrom("jobs").select(SUMMARY_COLUMNS).where("workspaceId", "=", workspaceId);
}

interface SummaryRow extends JobHeadRow, Pick<JobSummary, "grades" | "requirementCounts"> {}

export function toSummary(row: SummaryRow): JobSummary {
  const { grades, requirementCounts } = row;
  return { ...toHead(row), grades, requirementCounts };
}

function hasStatus(eb: ExpressionBuilder<DB, "jobs">, status: JobStatus) {
  if (status === "archived") return eb("archivedAt", "is not", null);
  const isDraft = eb.and([
    eb("confirmedAt", "is", null),
    eb.not(eb.exists(
      eb.selectFrom("resumes").select("resumes.id").whereRef("resumes.jobId", "=", "jobs.id"),
    )),
  ]);
  return eb.and([eb("archivedAt", "is", null), status === "draft" ? isDraft : eb.not(isDraft)]);
}

/** The departments that jobs of the workspace name already, in the order of their letters. */
export async function listDepartments(actor: Principal, db: Db): Promise<string[]> {
  requirePermission(actor, "jobs:read");
  const rows = await db.selectFrom("jobs").select("department").distinct()
    .where("workspaceId", "=", actor.workspaceId).where("department", "is not", null)
    .orderBy("department").limit(100).execute();
  return rows.flatMap(({ department }) => department ?? []);
}

const GRADE_COUNTS = sql<GradeCounts>`(
  select jsonb_build_object(
    'A', count(*) filter (where grade = 'A'),
    'B', count(*) filter (where grade = 'B'),
    'C', count(*) filter (where grade = 'C'),
    'D', count(*) filter (where grade = 'D')
  ) from evaluations where job_id = jobs.id)`.as("grades");

const REQUIREMENT_COUNTS = sql<JobSummary["requirementCounts"]>`(
  select jsonb_build_object(
    'required', count(*) filter (where level = 'required'),
    'niceToHave', count(*) filter (where level = 'nice_to_have')
  ) from requirements where job_id = jobs.id and deleted_at is null)`.as("requirementCounts");

const SUMMARY_COLUMNS = [
  "jobs.id",
  "jobs.title",
  "jobs.place",
  "jobs.department",
  "jobs.confirmedAt",
  "jobs.archivedAt",
  "jobs.language",
  "jobs.descriptionStatus",
  "jobs.sample",
  "jobs.requirementsVersion",
  "jobs.rankedVersion",
  "jobs.createdAt",
  "jobs.updatedAt",
  GRADE_COUNTS,
  REQUIREMENT_COUNTS,
] as const;
