import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import type { JobStatus } from "./job_heads.ts";
import { type JobSummary, selectSummaries, toSummary } from "./job_list.ts";
import { containing } from "./jobs.ts";

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
  const { ids, sums, states, total } = await selectOverview(actor, db, filter);
  const rows = ids.length === 0
    ? []
    : await selectSummaries(db, actor.workspaceId).where("jobs.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  const data = ids.flatMap((id) => byId.get(id) ?? []); // one may be deleted between the two
  return { jobs: toPage(data, states[filter.status ?? "all"], filter), sums, states, total };
}

type Overview = Pick<Dashboard, "sums" | "states" | "total"> & { readonly ids: string[] };

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
      select jobs.id, title, jobs.updated_at, ${isFound} as found, coalesce(total, 0) as resumes,
        coalesce(busy, 0) as busy, coalesce(failed, 0) as failed,
        coalesce(undecided, 0) as undecided, coalesce(shortlisted, 0) as shortlisted,
        case when archived_at is not null then 'archived'
          when confirmed_at is null and total is null then 'draft' else 'open' end as status
      from jobs left join (${countsByJob(workspaceId)}) counts on counts.job_id = jobs.id
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
      (select coalesce(jsonb_agg(id), '[]') from (
        select id from counted where found and ${isShown}
        order by ${orderOf(filter)} limit ${itemsPerPage} offset ${offsetOf(filter)}
      ) shown) as ids
    from counted`.execute(db);
  if (!row) throw new RangeError("An aggregate has one row");
  return row;
}

function countsByJob(workspaceId: string): RawBuilder<unknown> {
  return sql`
    select job_id, count(*) as total,
      count(*) filter (where status in ('waiting', 'reading', 'judging')) as busy,
      count(*) filter (where status = 'failed') as failed,
      count(*) filter (
        where status = 'done' and coalesce(decision, 'undecided') = 'undecided') as undecided,
      count(*) filter (where decision = 'shortlisted') as shortlisted
    from resumes left join stages on stages.id = resumes.stage_id
    where resumes.workspace_id = ${workspaceId}
    group by job_id`;
}

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
