import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { containing } from "../platform/like_pattern.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import type { DecisionCounts, JobStatus } from "./job_heads.ts";
import { type JobSummary, selectSummaries, toSummary } from "./job_list.ts";
import type { ResumeCounts } from "./states.ts";

/** What the jobs of the dashboard can be ordered by. */
export const JobSort = z.enum(["change", "title", "resumes", "shortlisted", "undecided"]);
export type JobSort = z.infer<typeof JobSort>;

export interface DashboardFilter extends PageQuery {
  readonly status?: JobStatus | undefined;
  /** Part of the title, in any case. */
  readonly q?: string | undefined;
  readonly sort: JobSort;
  /** The other way round than the sort begins: texts begin with A, all others with the most. */
  readonly isReversed: boolean;
}

/** Sums over all jobs of the workspace that are not closed. */
export interface DashboardSums {
  readonly open: number;
  readonly undecided: number;
  readonly shortlisted: number;
  /** Résumés that are still being read. */
  readonly busy: number;
  /** Files that need a person. */
  readonly failed: number;
}

export interface Dashboard {
  readonly jobs: PageOf<JobSummary>;
  readonly sums: DashboardSums;
  /** How many jobs there are in each state, of those that `q` lets through. */
  readonly states: Readonly<Record<JobStatus | "all", number>>;
  /** How many jobs the workspace has, whatever is asked for. */
  readonly total: number;
}

/** The workspace's jobs at a glance: sums, and one page of those that are asked for. */
export async function getDashboard(
  actor: Principal,
  db: Db,
  filter: DashboardFilter,
): Promise<Dashboard> {
  requirePermission(actor, "jobs:read");
  const { shown, sums, states, total } = await selectOverview(actor, db, filter);
  const ids = shown.map(({ id }) => id);
  const rows = ids.length === 0
    ? []
    : await selectSummaries(db, actor.workspaceId).where("jobs.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const data = shown.flatMap(({ id, counts }) => {
    const row = byId.get(id); // it may have been deleted between the two
    return row ? [toSummary({ ...row, counts })] : [];
  });
  return { jobs: toPage(data, states[filter.status ?? "all"], filter), sums, states, total };
}

interface Overview extends Pick<Dashboard, "sums" | "states" | "total"> {
  /** The jobs of the page, in its order. */
  readonly shown: readonly { id: string; counts: ResumeCounts & DecisionCounts }[];
}

async function selectOverview(
  { workspaceId }: Principal,
  db: Db,
  filter: DashboardFilter,
): Promise<Overview> {
  const { status, q, itemsPerPage } = filter;
  const isFound = q ? sql`title ilike ${containing(q)}` : sql`true`;
  const isShown = status ? sql`status = ${status}` : sql`true`;
  const { rows: [row] } = await sql<Overview>`
    with counted as materialized (
      select jobs.id, title, jobs.updated_at, ${isFound} as found, counts,
        ${count("total")} as resumes, ${count("busy")} as busy, ${count("failed")} as failed,
        ${count("undecided")} as undecided, ${count("shortlisted")} as shortlisted,
        case when archived_at is not null then 'archived'
          when confirmed_at is null and counts is null then 'draft' else 'open' end as status
      from jobs left join (${countsByJob(workspaceId)}) counted on counted.job_id = jobs.id
      where jobs.workspace_id = ${workspaceId}
    )
    select
      jsonb_build_object(
        'open', count(*) filter (where status = 'open'),
        'undecided', coalesce(sum(undecided) filter (where status = 'open'), 0),
        'shortlisted', coalesce(sum(shortlisted) filter (where status = 'open'), 0),
        'busy', coalesce(sum(busy) filter (where status = 'open'), 0),
        'failed', coalesce(sum(failed) filter (where status = 'open'), 0)
      ) as sums,
      jsonb_build_object(
        'all', count(*) filter (where found),
        'draft', count(*) filter (where found and status = 'draft'),
        'open', count(*) filter (where found and status = 'open'),
        'archived', count(*) filter (where found and status = 'archived')
      ) as states,
      count(*) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'counts', coalesce(counts, ${NONE}))),
        '[]') from (
        select id, counts from counted where found and ${isShown}
        order by ${orderOf(filter)} limit ${itemsPerPage} offset ${offsetOf(filter)}
      ) page) as shown
    from counted`.execute(db);
  if (!row) throw new RangeError("An aggregate has one row");
  return row;
}

/** Groups first, which the index does by itself, and tells the groups apart afterwards. */
function countsByJob(workspaceId: string): RawBuilder<unknown> {
  return sql`
    select job_id, jsonb_build_object(
      'waiting', coalesce(sum(n) filter (where status = 'waiting'), 0),
      'reading', coalesce(sum(n) filter (where status = 'reading'), 0),
      'judging', coalesce(sum(n) filter (where status = 'judging'), 0),
      'done', coalesce(sum(n) filter (where status = 'done'), 0),
      'failed', coalesce(sum(n) filter (where status = 'failed'), 0),
      'busy', coalesce(sum(n) filter (where status in ('waiting', 'reading', 'judging')), 0),
      'total', sum(n),
      'undecided', coalesce(sum(n) filter (
        where status = 'done' and coalesce(decision, 'undecided') = 'undecided'), 0),
      'shortlisted', coalesce(sum(n) filter (where decision = 'shortlisted'), 0),
      'rejected', coalesce(sum(n) filter (where decision = 'rejected'), 0)
    ) as counts
    from (
      select job_id, status, stage_id, count(*) as n from resumes
      where workspace_id = ${workspaceId} group by job_id, status, stage_id
    ) cells left join stages on stages.id = cells.stage_id
    group by job_id`;
}

function count(name: string): RawBuilder<unknown> {
  return sql`coalesce((counts ->> ${sql.lit(name)})::integer, 0)`;
}

const NONE = sql`'{"waiting": 0, "reading": 0, "judging": 0, "done": 0, "failed": 0, "total": 0,
  "undecided": 0, "shortlisted": 0, "rejected": 0}'::jsonb`;

const ORDERS: Readonly<Record<JobSort, RawBuilder<unknown>>> = {
  change: sql`updated_at desc, id desc`,
  title: sql`lower(title), id`,
  resumes: sql`resumes desc, updated_at desc, id desc`,
  shortlisted: sql`shortlisted desc, updated_at desc, id desc`,
  undecided: sql`case when status = 'archived' then 0 else undecided end desc,
    updated_at desc, id desc`,
};

const REVERSED: Readonly<Record<JobSort, RawBuilder<unknown>>> = {
  change: sql`updated_at, id`,
  title: sql`lower(title) desc, id desc`,
  resumes: sql`resumes, updated_at desc, id desc`,
  shortlisted: sql`shortlisted, updated_at desc, id desc`,
  undecided: sql`case when status = 'archived' then 0 else undecided end,
    updated_at desc, id desc`,
};

function orderOf({ sort, isReversed }: DashboardFilter): RawBuilder<unknown> {
  return (isReversed ? REVERSED : ORDERS)[sort];
}
