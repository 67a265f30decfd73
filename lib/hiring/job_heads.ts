import { sql } from "kysely";
import { z } from "zod";
import { Id, Instant } from "../platform/input.ts";
import { Decision, Language, ResumeCounts } from "./states.ts";

/** `draft`: its requirements were not confirmed, and no résumé came in. */
export const JobStatus = z.enum(["draft", "open", "archived"]);
export type JobStatus = z.infer<typeof JobStatus>;

/** How many résumés were decided how; `undecided` are those that are read and wait for a person. */
export const DecisionCounts = z.record(Decision, z.int());
export type DecisionCounts = z.infer<typeof DecisionCounts>;

/** What a job has in a list too. */
export const jobHead = {
  id: Id,
  title: z.string(),
  place: z.string().nullable(),
  department: z.string().nullable(),
  status: JobStatus,
  language: Language.nullable(),
  /** `reading` while the file it came in is read; then there is no description yet. */
  descriptionStatus: z.enum(["reading", "ready", "failed"]),
  isSample: z.boolean(),
  /** Whether the ranking waits for résumés to be judged by the changed requirements. */
  isStale: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  resumes: ResumeCounts,
  decisions: DecisionCounts,
};

const JobHead = z.object(jobHead);
export type JobHead = z.infer<typeof JobHead>;

/** The columns that `toHead()` reads. */
export interface JobHeadRow {
  id: string;
  title: string;
  place: string | null;
  department: string | null;
  confirmedAt: Date | null;
  archivedAt: Date | null;
  language: string | null;
  descriptionStatus: string;
  sample: string | null;
  requirementsVersion: number;
  rankedVersion: number;
  createdAt: Date;
  updatedAt: Date;
  counts: ResumeCounts & DecisionCounts;
}

export function toHead(row: JobHeadRow): JobHead {
  const { waiting, reading, judging, done, failed, total } = row.counts;
  const { undecided, shortlisted, rejected } = row.counts;
  return {
    id: row.id,
    title: row.title,
    place: row.place,
    department: row.department,
    status: statusOf(row, total),
    language: row.language as JobHead["language"],
    descriptionStatus: row.descriptionStatus as JobHead["descriptionStatus"],
    isSample: row.sample !== null,
    isStale: row.rankedVersion < row.requirementsVersion,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    resumes: { waiting, reading, judging, done, failed, total },
    decisions: { undecided, shortlisted, rejected },
  };
}

function statusOf(
  { archivedAt, confirmedAt }: Pick<JobHeadRow, "archivedAt" | "confirmedAt">,
  resumes: number,
): JobStatus {
  if (archivedAt !== null) return "archived";
  return confirmedAt === null && resumes === 0 ? "draft" : "open";
}

/** How many résumés of `jobs.id` stand where, and how they were decided. */
export const JOB_COUNTS = sql<JobHeadRow["counts"]>`(
  select jsonb_build_object(
    'waiting', count(*) filter (where status = 'waiting'),
    'reading', count(*) filter (where status = 'reading'),
    'judging', count(*) filter (where status = 'judging'),
    'done', count(*) filter (where status = 'done'),
    'failed', count(*) filter (where status = 'failed'),
    'total', count(*),
    'undecided', count(*) filter (
      where status = 'done' and coalesce(decision, 'undecided') = 'undecided'),
    'shortlisted', count(*) filter (where decision = 'shortlisted'),
    'rejected', count(*) filter (where decision = 'rejected')
  )
  from resumes left join stages on stages.id = resumes.stage_id
  where resumes.workspace_id = jobs.workspace_id and resumes.job_id = jobs.id)`.as("counts");
