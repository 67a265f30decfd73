import { sql } from "kysely";
import { listAuditLog } from "../lib/accounts/audit_log.ts";
import type { Principal } from "../lib/accounts/principal.ts";
import { listTasks } from "../lib/accounts/tasks.ts";
import { listDeliveries } from "../lib/accounts/webhook_log.ts";
import { listActivity } from "../lib/hiring/activity.ts";
import { listPeople } from "../lib/hiring/candidates.ts";
import { getDashboard } from "../lib/hiring/dashboard.ts";
import { exportEvaluations } from "../lib/hiring/evaluation_export.ts";
import { listJobs } from "../lib/hiring/job_list.ts";
import { findPlace, getRanking } from "../lib/hiring/ranking.ts";
import { countGrades } from "../lib/hiring/ranking_counts.ts";
import { countResumes, listResumes } from "../lib/hiring/resumes.ts";
import { searchPeople } from "../lib/hiring/search.ts";
import { getBoard } from "../lib/hiring/stage_board.ts";
import type { Db } from "../lib/platform/database.ts";

/** Where is read: a job, a person and a webhook of a workspace in which there are many. */
export interface Place {
  readonly jobId: string;
  /** The job with the most résumés. */
  readonly largestJobId: string;
  /** One of the largest job's résumés. */
  readonly resumeId: string;
  readonly personId: string;
  readonly webhookId: string;
}

type Read = (actor: Principal, db: Db, place: Place) => Promise<unknown>;

const PAGE = { page: 1, itemsPerPage: 50 };

/** What people and programs read most, by what it is called in the figures. */
export const READS: Readonly<Record<string, Read>> = {
  "Ranking, its first page": (actor, db, { jobId }) => getRanking(actor, db, jobId, { ...PAGE }),
  "Ranking, the counts of its filters": (actor, db, { jobId }) => countGrades(actor, db, jobId),
  "Board": (actor, db, { jobId }) => getBoard(actor, db, jobId, { cardsPerStage: 50 }),
  "Dashboard": (actor, db) =>
    getDashboard(actor, db, { ...PAGE, sort: "change", isReversed: false }),
  "Jobs": (actor, db) => listJobs(actor, db, PAGE),
  "Candidates": (actor, db) => listPeople(actor, db, { ...PAGE, sort: "-change" }),
  "Candidates by name": (actor, db) => listPeople(actor, db, { ...PAGE, sort: "name" }),
  "Résumés of a job": (actor, db, { jobId }) => listResumes(actor, db, jobId, PAGE),
  "Résumés of a job, counted": (actor, db, { jobId }) => countResumes(actor, db, jobId),
  "Search for a name": (actor, db) => searchPeople(actor, db, { q: "Okafor", ...PAGE }),
  "Search for a word in most": (actor, db) => searchPeople(actor, db, { q: "experience", ...PAGE }),
  "Search for a rare word": (actor, db) => searchPeople(actor, db, { q: "morfvice", ...PAGE }),
  "Activity of a job": (actor, db, { jobId }) => listActivity(actor, db, { jobId }, PAGE),
  "Activity of a person": (actor, db, { personId }) =>
    listActivity(actor, db, { candidateId: personId }, PAGE),
  "Audit log": (actor, db) => listAuditLog(actor, db, PAGE),
  "Tasks": (actor, db) => listTasks(actor, db, PAGE),
  "Deliveries of a webhook": (actor, db, { webhookId }) =>
    listDeliveries(actor, db, webhookId, PAGE),
  "Export of evaluations, its first part": async (actor, db, { jobId }) => {
    for await (const one of await exportEvaluations(actor, db, jobId)) return one;
  },
};

const LARGEST: Readonly<Record<string, Read>> = {
  "Ranking, its first page": READS["Ranking, its first page"]!, // named above, as those below
  "Ranking, page 150": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, page: 150 }),
  "Ranking by name": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, sort: "name" }),
  "Ranking, those with an A": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, grade: ["A"] }),
  "Ranking, those with a NO": async (actor, db, { jobId }) => {
    const { id } = await db.selectFrom("requirements").select("id").where("jobId", "=", jobId)
      .orderBy("position").limit(1).executeTakeFirstOrThrow();
    return getRanking(actor, db, jobId, { ...PAGE, requirement: id, verdict: "NO" });
  },
  "Ranking, the undecided": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, decision: "undecided" }),
  "Ranking, those with a name": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, q: "Okafor" }),
  "Ranking, a word in most": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, q: "experience" }),
  "Ranking, a rare word": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, q: "morfvice" }),
  "Ranking, a rare word by name": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, q: "morfvice", sort: "name" }),
  "Ranking, changed since": (actor, db, { jobId }) =>
    getRanking(actor, db, jobId, { ...PAGE, updatedSince: "2100-01-01T00:00:00Z" }),
  "Ranking, the counts of its filters": READS["Ranking, the counts of its filters"]!,
  "Ranking, the counts of a rare word": (actor, db, { jobId }) =>
    countGrades(actor, db, jobId, { q: "morfvice" }),
  "Evaluation, its place": (actor, db, { jobId, resumeId }) =>
    findPlace(actor, db, jobId, resumeId),
  "Board": READS["Board"]!,
  "Résumés": READS["Résumés of a job"]!,
};

/** What is read of the job with the most résumés. */
export const READS_OF_LARGEST: Readonly<Record<string, Read>> = Object.fromEntries(
  Object.entries(LARGEST).map(([name, read]): [string, Read] => [
    `The largest job: ${name}`,
    (actor, db, place) => read(actor, db, { ...place, jobId: place.largestJobId }),
  ]),
);

/** The first job, person and webhook of a workspace, and its largest job. */
export async function placeIn(db: Db, workspaceId: string): Promise<Place> {
  const first = (table: "jobs" | "candidates" | "webhooks") =>
    db.selectFrom(table).select("id").where("workspaceId", "=", workspaceId)
      .orderBy("id").limit(1).executeTakeFirstOrThrow();
  const [job, person, webhook] = [
    await db.selectFrom("resumes").select("jobId as id").where("workspaceId", "=", workspaceId)
      .orderBy("id", "desc").limit(1).executeTakeFirstOrThrow(),
    await first("candidates"),
    await first("webhooks"),
  ];
  const largest = await db.selectFrom("resumes").select("jobId as id")
    .where("workspaceId", "=", workspaceId)
    .groupBy("jobId").orderBy((eb) => eb.fn.countAll(), "desc").limit(1).executeTakeFirstOrThrow();
  const resume = await db.selectFrom("resumes").select("id").where("jobId", "=", largest.id)
    .orderBy("id").limit(1).executeTakeFirstOrThrow();
  return {
    jobId: job.id,
    largestJobId: largest.id,
    resumeId: resume.id,
    personId: person.id,
    webhookId: webhook.id,
  };
}

/** What a read had from a table. */
export interface TableUse {
  readonly table: string;
  /** How often the whole table was read, and how many rows came of that. */
  readonly scans: number;
  readonly scanned: number;
  /** Rows that indexes led to; not those that were only counted in an index. */
  readonly fetched: number;
}

/** Runs a read in a transaction of its own, which is taken back, and tells what it had from tables. */
export async function tableUseOf(
  db: Db,
  read: (db: Db) => Promise<unknown>,
): Promise<TableUse[]> {
  let use: TableUse[] = [];
  const undone = new Error("taken back");
  await db.transaction().execute(async (trx) => {
    // What a second process reads for us would not be counted.
    await sql`set local max_parallel_workers_per_gather = 0`.execute(trx);
    const before = new Map((await countsSoFar(trx)).map((one) => [one.table, one]));
    await read(trx);
    use = (await countsSoFar(trx)).map((one) => ({
      table: one.table,
      scans: one.scans - (before.get(one.table)?.scans ?? 0),
      scanned: one.scanned - (before.get(one.table)?.scanned ?? 0),
      fetched: one.fetched - (before.get(one.table)?.fetched ?? 0),
    }));
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return use;
}

/** Of this connection since it last told the server's statistics. */
async function countsSoFar(db: Db): Promise<TableUse[]> {
  const { rows } = await sql<TableUse>`
    select relname as table, seq_scan as scans, seq_tup_read as scanned,
      coalesce(idx_tup_fetch, 0) as fetched
    from pg_stat_xact_user_tables order by relname`.execute(db);
  return rows;
}
