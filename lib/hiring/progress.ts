import { sql } from "kysely";
import { z } from "zod";
import { forgetChanged } from "../accounts/cache_tags.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { publishProgress, watchProgress } from "../platform/progress.ts";
import type { Services } from "../platform/services.ts";
import { afterCommit } from "../platform/transaction.ts";
import { DecisionCounts } from "./job_heads.ts";
import { noJob } from "./job_lock.ts";
import { ResumeRow, selectRows, toRow } from "./resume_rows.ts";
import { type Decision, Grade, ResumeCounts, type ResumeStatus } from "./states.ts";

/** Where one résumé stands, and what it scored. */
export const ResumeProgress = ResumeRow.extend({
  score: z.number().nullable(),
  grade: Grade.nullable(),
  /** Null: the first one. */
  stageId: Id.nullable(),
  /** How often it was moved. */
  stageVersion: z.int(),
});
export type ResumeProgress = z.infer<typeof ResumeProgress>;

/** What changed in a job since `change` was asked for. */
export const JobProgress = z.object({
  /** Ask for the changes since this one next time. */
  change: z.int(),
  /** Whether these are all résumés, not only those that changed. */
  isSnapshot: z.boolean(),
  counts: ResumeCounts,
  decisions: DecisionCounts,
  isStale: z.boolean(),
  /** How many read résumés are still judged by what the job asked before. */
  outdated: z.int(),
  /** Counts the edits of what the job asks, and which of them the ranking is of. */
  requirementsVersion: z.int(),
  rankedVersion: z.int(),
  resumes: z.array(ResumeProgress),
});
export type JobProgress = z.infer<typeof JobProgress>;

/**
 * Forgets what is kept about the job, and then hints to everybody who follows it; to be called
 * after the transaction. Where that is part of another one, both wait for that one's commit.
 */
export async function tellProgress(
  { db, redis }: Pick<Services, "db" | "redis">,
  workspaceId: string,
  jobId: string,
): Promise<void> {
  await forgetChanged(db, workspaceId, [jobId]);
  await afterCommit(db, () => publishProgress(redis, jobId));
}

/**
 * The résumés of a job that changed since `change`, each as it is now; all of them since 0.
 *
 * None is missed: `change` is the oldest transaction that was open when the last answer was made,
 * so whatever was written but not yet to be seen then comes now. Some may come twice.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function changesSince(
  actor: Principal,
  db: Db,
  jobId: string,
  change: number,
): Promise<JobProgress> {
  requirePermission(actor, "resumes:read");
  // Before the rows, so that what commits between the two comes again instead of never.
  const head = await selectHead(actor, db, jobId);
  // A number from the future is one of another database, before it was restored.
  const since = change > head.change ? 0 : change;
  const rows = await selectRows(db, actor.workspaceId)
    .leftJoin(
      "evaluations",
      (join) =>
        join.onRef("evaluations.resumeId", "=", "resumes.id").on("evaluations.jobId", "=", jobId),
    )
    .select(["evaluations.score", "evaluations.grade"])
    .select(["resumes.stageId", "resumes.stageVersion"])
    .where("resumes.jobId", "=", jobId).where("resumes.change", ">=", since)
    .orderBy("resumes.id").execute();
  return {
    change: head.change,
    isSnapshot: since === 0,
    counts: head.counts,
    decisions: head.decisions,
    isStale: head.isStale,
    outdated: head.outdated,
    requirementsVersion: head.requirementsVersion,
    rankedVersion: head.rankedVersion,
    resumes: rows.map(({ score, grade, stageId, stageVersion, ...row }) => ({
      ...toRow(row),
      score,
      grade,
      stageId,
      stageVersion,
    })),
  };
}

/**
 * The `change` to follow a job from when a page shows what it reads after this; see
 * `changesSince()`.
 */
export async function currentChange(db: Db): Promise<number> {
  const row = await db.selectNoFrom(OLDEST_OPEN.as("change")).executeTakeFirstOrThrow();
  return row.change;
}

/** The oldest transaction under way: what older ones wrote can be seen by now. */
const OLDEST_OPEN = sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`;

async function selectHead(actor: Principal, db: Db, jobId: string) {
  const row = await db.selectFrom("jobs")
    .leftJoin("resumes", "resumes.jobId", "jobs.id")
    .leftJoin("stages", "stages.id", "resumes.stageId")
    .select(OLDEST_OPEN.as("change"))
    .select(sql<boolean>`jobs.ranked_version < jobs.requirements_version`.as("isStale"))
    .select(OUTDATED).select(["jobs.requirementsVersion", "jobs.rankedVersion"])
    .select(countWhere("waiting")).select(countWhere("reading")).select(countWhere("judging"))
    .select(countWhere("done")).select(countWhere("failed"))
    .select((eb) => eb.fn.count<number>("resumes.id").as("total"))
    .select(countDecided("undecided")).select(countDecided("shortlisted"))
    .select(countDecided("rejected"))
    .where("jobs.id", "=", jobId).where("jobs.workspaceId", "=", actor.workspaceId)
    .groupBy("jobs.id").executeTakeFirst();
  if (!row) throw noJob(jobId);
  const { change, isStale, outdated, requirementsVersion, rankedVersion, ...rest } = row;
  const { undecided, shortlisted, rejected, ...counts } = rest;
  const versions = { requirementsVersion, rankedVersion };
  return {
    change,
    isStale,
    outdated,
    ...versions,
    counts,
    decisions: { undecided, shortlisted, rejected },
  };
}

/** Counted only while there can be any. */
const OUTDATED = sql<number>`
  case when jobs.ranked_version < jobs.requirements_version then (
    select count(*) from evaluations e join resumes r on r.id = e.resume_id
    where e.job_id = jobs.id and r.status = 'done'
      and e.requirements_version < jobs.requirements_version
  ) else 0 end`.as("outdated");

function countWhere<Status extends ResumeStatus>(status: Status) {
  return sql<number>`count(*) filter (where resumes.status = ${status})`.as(status);
}

/** As in the head of a job: who is not read yet waits for no decision. */
function countDecided<D extends Decision>(decision: D) {
  return sql<number>`count(*) filter (
    where coalesce(stages.decision, 'undecided') = ${decision}
      and (stages.decision <> 'undecided' or resumes.status = 'done'))`.as(decision);
}

/** How a job is followed. */
export interface Watch {
  /** The `change` of the last answer that was seen; 0 for everything. */
  readonly since: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** How soon to look again without a hint; hints are lost while Redis is away. */
  readonly lookEveryMs?: number;
  /** When to end, so that the client comes back and shows again who it is. */
  readonly endAfterMs?: number;
}

/** Hints in a burst are answered together. */
const PAUSE_MS = 150;

/**
 * Follows a job: answers at once, then whenever something in it changes, until it is deleted.
 * The client resumes from the last `change` that it saw.
 *
 * @throws {NotFound} If there is no such job in the workspace, before the first answer.
 */
export async function* watchJob(
  actor: Principal,
  { db, redis }: Pick<Services, "db" | "redis">,
  jobId: string,
  { since, signal, lookEveryMs = 5000, endAfterMs = 900_000 }: Watch,
): AsyncGenerator<JobProgress> {
  const ended = AbortSignal.any([signal, redis.closing, AbortSignal.timeout(endAfterMs)]);
  const bell = new Bell(ended);
  const stop = watchProgress(redis, jobId, () => bell.ring());
  const told = new Map<string, string>();
  try {
    let last = await changesSince(actor, db, jobId, since);
    yield fresh(last, told);
    while (!ended.aborted) {
      await bell.wait(lookEveryMs);
      if (ended.aborted) return;
      const next = await changesSince(actor, db, jobId, last.change).catch(undefinedIfGone);
      if (!next) return; // deleted: a whole answer, and no failure of ours
      const news = fresh(next, told);
      if (news.resumes.length > 0 || isOtherHead(last, next)) yield news;
      last = next;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    stop();
  }
}

function undefinedIfGone(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

/** Leaves out what was told in the same words before. */
function fresh(progress: JobProgress, told: Map<string, string>): JobProgress {
  const resumes = progress.resumes.filter((resume) => {
    const words = JSON.stringify(resume);
    if (told.get(resume.id) === words) return false;
    told.set(resume.id, words);
    return true;
  });
  return { ...progress, resumes };
}

function isOtherHead(a: JobProgress, b: JobProgress): boolean {
  const head = ({ resumes: _, change: __, isSnapshot: ___, ...figures }: JobProgress) =>
    JSON.stringify(figures);
  return head(a) !== head(b);
}

/** Wakes a waiter; a ring while nobody waits is kept. */
class Bell {
  #hasRung = false;
  #wake: (() => void) | undefined;

  constructor(ended: AbortSignal) {
    ended.addEventListener("abort", () => this.ring(), { once: true });
  }

  ring(): void {
    this.#hasRung = true;
    this.#wake?.();
  }

  async wait(atMostMs: number): Promise<void> {
    if (!this.#hasRung) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, atMostMs);
      });
      clearTimeout(timer);
    }
    this.#wake = undefined;
    this.#hasRung = false;
  }
}
