import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { noJob } from "./job_lock.ts";
import { ensureStages, firstStage, Stage } from "./stages.ts";
import { GradeCounts, ReasonCode } from "./states.ts";

/** How far back the résumés go that a report is about, in days. */
export const ReportPeriod = z.enum(["30", "90", "365", "all"]);
export type ReportPeriod = z.infer<typeof ReportPeriod>;

export interface ReportQuery {
  /** All jobs without one. */
  readonly job?: string | undefined;
  readonly period: ReportPeriod;
}

/** With fewer than that, one person more or less would change what a figure seems to say. */
export const SMALL_NUMBER = 10;

const reach = { reached: z.int(), now: z.int() };

/** What became of the résumés that came in during a period. */
export const Report = z.object({
  /** Null: all jobs. */
  job: z.object({ id: Id, title: z.string() }).nullable(),
  period: ReportPeriod,
  /** How many résumés it is about. */
  received: z.int(),
  /** How many ever stood in a stage, and stand there now; in the order of the stages. */
  funnel: z.array(z.object({ stage: Stage, ...reach })),
  /** The same by job, those with most résumés first. */
  jobs: z.array(z.object({
    id: Id,
    title: z.string(),
    received: z.int(),
    stages: z.array(z.object({ stageId: Id, ...reach })),
  })),
  /** How long those who left a stage had stood there. */
  times: z.array(z.object({
    stage: Stage,
    /** How many have left it; the times are theirs alone. */
    left: z.int(),
    medianSeconds: z.number().nullable(),
    /** Nine of ten were faster; null with fewer than SMALL_NUMBER. */
    slowSeconds: z.number().nullable(),
  })),
  grades: GradeCounts.extend({ none: z.int() }),
  /** Why those who stand in a stage of refusal were moved there; null when nobody said. */
  refusals: z.array(z.object({ reasonCode: ReasonCode.nullable(), count: z.int() })),
  /** How often people disagree with the engine. */
  overrides: z.object({
    judged: z.int(),
    changed: z.int(),
    /** Those changed most; of one job, all that were judged. */
    requirements: z.array(z.object({
      requirementId: Id,
      name: z.string(),
      jobId: Id,
      jobTitle: z.string(),
      judged: z.int(),
      changed: z.int(),
      /** Of those changed, how many for the better and how many for the worse. */
      up: z.int(),
      down: z.int(),
    })),
  }),
}).meta({ id: "Report" });
export type Report = z.infer<typeof Report>;

/** The most jobs and requirements that a report lists. */
const LISTED = 50;

/**
 * What became of the résumés that came in during a period, for one job or all.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getReport(actor: Principal, db: Db, query: ReportQuery): Promise<Report> {
  requirePermission(actor, "reports:read");
  const stages = await ensureStages(db, actor.workspaceId);
  const asked: Asked = { actor, query, first: firstStage(stages).id };
  const [job, reached, times, grades, refusals, requirements] = await Promise.all([
    query.job === undefined ? null : selectJob(actor, db, query.job),
    selectReached(db, asked),
    selectTimes(db, asked),
    selectGrades(db, asked),
    selectRefusals(db, asked),
    selectOverrides(db, asked),
  ]);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const of = (stageId: string) => reached.filter((one) => one.stageId === stageId);
  return {
    job,
    period: query.period,
    received: sum(Object.values(grades)),
    funnel: stages.map((stage) => ({
      stage,
      reached: sum(of(stage.id).map((one) => one.reached)),
      now: sum(of(stage.id).map((one) => one.now)),
    })),
    jobs: byJob(reached, asked.first),
    times: stages.map((stage) => toTime(stage, times.find(({ stageId }) => stageId === stage.id))),
    grades,
    refusals,
    overrides: {
      judged: requirements[0]?.allJudged ?? 0,
      changed: requirements[0]?.allChanged ?? 0,
      requirements: requirements.filter(({ changed }) => query.job !== undefined || changed > 0)
        .map(({ allJudged: _, allChanged: __, ...one }) => one),
    },
  };
}

interface Asked {
  readonly actor: Principal;
  readonly query: ReportQuery;
  /** The stage of a résumé that nobody has moved. */
  readonly first: string;
}

async function selectJob(actor: Principal, db: Db, jobId: string) {
  const job = await db.selectFrom("jobs").select(["id", "title"]).where("id", "=", jobId)
    .where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!job) throw noJob(jobId);
  return job;
}

/** The résumés that it is about as `cohort`, and the moves of theirs that hold as `made`. */
function cohort({ actor, query: { job, period }, first }: Asked): RawBuilder<unknown> {
  const days = period === "all" ? null : Number(period);
  return sql`cohort as materialized (
      select id, job_id, status, created_at, coalesce(stage_id, ${first}::uuid) as stage_id
      from resumes
      where workspace_id = ${actor.workspaceId}
        ${job === undefined ? sql`` : sql`and job_id = ${job}`}
        ${days === null ? sql`` : sql`and created_at >= now() - make_interval(days => ${days})`}
    ), made as (
      select m.* from moves m join cohort c on c.id = m.resume_id
      where m.undone_at is null and m.workspace_id = ${actor.workspaceId}
    )`;
}

interface Reached {
  jobId: string;
  title: string;
  stageId: string;
  reached: number;
  now: number;
}

async function selectReached(db: Db, asked: Asked): Promise<Reached[]> {
  const { rows } = await sql<Reached>`
    with ${cohort(asked)}, stood as (
      select id, job_id, ${asked.first}::uuid as stage_id from cohort
      union select resume_id, job_id, to_stage_id from made
      union select id, job_id, stage_id from cohort
    )
    select s.job_id, j.title, s.stage_id, count(*) as reached,
      count(*) filter (where s.stage_id = c.stage_id) as now
    from stood s join cohort c on c.id = s.id join jobs j on j.id = s.job_id
    group by s.job_id, j.title, s.stage_id`.execute(db);
  return rows;
}

function byJob(reached: readonly Reached[], first: string): Report["jobs"] {
  const jobs = new Map<string, Report["jobs"][number]>();
  for (const { jobId, title, stageId, ...counts } of reached) {
    const job = jobs.get(jobId) ?? { id: jobId, title, received: 0, stages: [] };
    // Everybody begins in the first stage.
    if (stageId === first) job.received = counts.reached;
    job.stages.push({ stageId, ...counts });
    jobs.set(jobId, job);
  }
  return [...jobs.values()].toSorted((a, b) =>
    b.received - a.received || (a.title < b.title ? -1 : 1)
  ).slice(0, LISTED);
}

interface Time {
  stageId: string;
  left: number;
  medianSeconds: number;
  slowSeconds: number;
}

async function selectTimes(db: Db, asked: Asked): Promise<Time[]> {
  const { rows } = await sql<Time>`
    with ${cohort(asked)}, stays as (
      select m.from_stage_id as stage_id, extract(epoch from m.created_at - coalesce(
        lag(m.created_at) over (partition by m.resume_id order by m.created_at, m.id), c.created_at
      )) as seconds
      from made m join cohort c on c.id = m.resume_id
    )
    select stage_id, count(*) as left,
      percentile_cont(0.5) within group (order by seconds) as median_seconds,
      percentile_cont(0.9) within group (order by seconds) as slow_seconds
    from stays group by stage_id`.execute(db);
  return rows;
}

function toTime(stage: Stage, time: Time | undefined): Report["times"][number] {
  const left = time?.left ?? 0;
  return {
    stage,
    left,
    medianSeconds: time?.medianSeconds ?? null,
    slowSeconds: time && left >= SMALL_NUMBER ? time.slowSeconds : null,
  };
}

async function selectGrades(db: Db, asked: Asked): Promise<Report["grades"]> {
  const { rows } = await sql<{ grade: keyof Report["grades"]; count: number }>`
    with ${cohort(asked)}
    select coalesce(e.grade, 'none') as grade, count(*) as count
    from cohort c left join evaluations e on e.resume_id = c.id and c.status = 'done'
    group by 1`.execute(db);
  const grades = { A: 0, B: 0, C: 0, D: 0, none: 0 };
  for (const { grade, count } of rows) grades[grade] = count;
  return grades;
}

async function selectRefusals(db: Db, asked: Asked): Promise<Report["refusals"]> {
  const { rows } = await sql<Report["refusals"][number]>`
    with ${cohort(asked)}, last as (
      select distinct on (m.resume_id) m.resume_id, m.reason_code
      from made m join cohort c on c.id = m.resume_id and c.stage_id = m.to_stage_id
      order by m.resume_id, m.id desc
    )
    select l.reason_code, count(*) as count
    from cohort c
    join stages s on s.id = c.stage_id and s.decision = 'rejected'
    left join last l on l.resume_id = c.id
    group by l.reason_code order by count desc, l.reason_code`.execute(db);
  return rows;
}

type OverrideRow = Report["overrides"]["requirements"][number] & {
  allJudged: number;
  allChanged: number;
};

/** An override about another name or other years than now was about another question. */
async function selectOverrides(db: Db, asked: Asked): Promise<OverrideRow[]> {
  const rank = (verdict: string) =>
    sql`array_position(array['NO', 'PARTIAL', 'YES'], ${sql.ref(verdict)})`;
  const { rows } = await sql<OverrideRow>`
    with ${cohort(asked)}, judged as (
      select c.job_id, count(*) as count from cohort c
      join evaluations e on e.resume_id = c.id and c.status = 'done' group by c.job_id
    ), said as (
      select o.requirement_id, o.requirement_name, o.requirement_years, count(*) as changed,
        count(*) filter (where ${rank("o.verdict")} > ${rank("o.verdict_before")}) as up
      from overrides o join cohort c on c.id = o.resume_id
      where o.undone_at is null and o.verdict <> o.verdict_before
      group by 1, 2, 3
    )
    select q.id as requirement_id, q.name, q.job_id, j.title as job_title, judged.count as judged,
      coalesce(said.changed, 0) as changed, coalesce(said.up, 0) as up,
      coalesce(said.changed - said.up, 0) as down,
      (sum(judged.count) over ())::integer as all_judged,
      (coalesce(sum(said.changed) over (), 0))::integer as all_changed
    from requirements q
    join judged on judged.job_id = q.job_id
    join jobs j on j.id = q.job_id
    left join said on said.requirement_id = q.id and said.requirement_name = q.name
      and said.requirement_years is not distinct from q.years
    where q.deleted_at is null and q.workspace_id = ${asked.actor.workspaceId}
    order by changed desc, changed::double precision / judged.count desc, j.title, q.position, q.id
    limit ${LISTED}`.execute(db);
  return rows;
}

/** The jobs of the workspace by title, to choose one; the first hundreds of them. */
export async function listReportJobs(
  actor: Principal,
  db: Db,
): Promise<{ id: string; title: string }[]> {
  requirePermission(actor, "reports:read");
  return await db.selectFrom("jobs").select(["id", "title"])
    .where("workspaceId", "=", actor.workspaceId)
    .orderBy("title").orderBy("id").limit(500).execute();
}

/**
 * The same, to be taken along; who does is written down.
 *
 * @param table Which part of it, for the log.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function exportReport(
  actor: Principal,
  db: Db,
  query: ReportQuery,
  table: string,
): Promise<Report> {
  const report = await getReport(actor, db, query);
  const { period, received, job } = report;
  await audit(db, actor, "report.exported", job?.id ?? null, { table, period, resumes: received }, {
    jobId: job?.id ?? null,
  });
  return report;
}
