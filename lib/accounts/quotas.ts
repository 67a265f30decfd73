import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import { QuotaExceeded } from "../platform/errors.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";

/** What a tier may hold to a number a month. */
export type Counted = "resumes" | "jobs";

const COLUMN: Record<Counted, string> = { resumes: "monthly_resumes", jobs: "monthly_jobs" };
const WORD: Record<Counted, string> = { resumes: "résumés", jobs: "jobs" };

/**
 * What a sandbox may hold a month at most: enough to try everything out, and too little to use test
 * keys in place of a tier. A tier with less holds for its sandbox too.
 */
export const SANDBOX_QUOTA: Readonly<Record<Counted, number>> = { resumes: 100, jobs: 20 };

/** How much of a quota is used; months are those of UTC. */
export interface QuotaUse {
  readonly used: number;
  /** Null: no quota. */
  readonly quota: number | null;
}

/**
 * Counts what is added to a workspace, in the transaction that adds it, if the workspace's tier
 * has a quota for it, or it is a sandbox. The row of the month is locked until that commits, so of
 * two that want the last place one waits, and only one gets it; what is rolled back was not counted.
 *
 * @throws {QuotaExceeded} If the month has no room for it.
 */
export async function countInQuota(trx: Trx, workspaceId: string, what: Counted): Promise<void> {
  const column = sql.ref(what);
  const counted = sql<{ quota: number; used: number | null }>`
    with quota as (
      select ${mostOf(what)} as most
      from workspaces w left join workspaces parent on parent.id = w.sandbox_of
        left join tiers t on t.id = coalesce(parent.tier_id, w.tier_id)
      where w.id = ${workspaceId} and ${mostOf(what)} is not null
    ), counted as (
      insert into quota_use as known (workspace_id, month, ${column})
      select ${workspaceId}, ${THIS_MONTH}, 1 from quota where most > 0
      on conflict (workspace_id, month) do update set ${column} = known.${column} + 1
        where known.${column} < (select most from quota)
      returning ${column} as used
    )
    select quota.most as quota, counted.used from quota left join counted on true`;
  const { rows: [row] } = await acrossWorkspaces(
    "a sandbox has its tier from its workspace",
    () => counted.execute(trx),
  );
  if (!row || row.used !== null) return;
  const renewsOn = nextMonth(new Date());
  throw new QuotaExceeded(
    `The quota of ${row.quota} ${
      WORD[what]
    } a month is used up: 0 are left until ${renewsOn} (UTC)`,
    { quota: row.quota, renewsOn },
  );
}

/** The quota of the workspace `w`, whose tier, or whose parent's, is `t`; null: none. */
function mostOf(what: Counted) {
  const tier = sql.ref(`t.${COLUMN[what]}`);
  return sql<number | null>`case when w.sandbox_of is null then ${tier}
    else least(${tier}, ${SANDBOX_QUOTA[what]}::integer) end`;
}

/** What a workspace, or its sandbox, has used of its quotas in this month. */
export interface WorkspaceQuotas {
  readonly own: Readonly<Record<Counted, QuotaUse>>;
  /** Undefined: there is no sandbox, as nobody made a test key. */
  readonly sandbox: Readonly<Record<Counted, QuotaUse>> | undefined;
}

/** What a workspace and its sandbox have used of their quotas in this month. */
export async function workspaceQuotas(db: Db, workspaceId: string): Promise<WorkspaceQuotas> {
  const quotas = sql<Record<Counted, number | null> & MonthlyQuotas>`
    select w.id = ${workspaceId} as is_own, u.resumes, u.jobs,
      ${mostOf("resumes")} as most_resumes, ${mostOf("jobs")} as most_jobs
    from workspaces w left join workspaces parent on parent.id = w.sandbox_of
      left join tiers t on t.id = coalesce(parent.tier_id, w.tier_id)
      left join quota_use u on u.workspace_id = w.id and u.month = ${THIS_MONTH}
    where w.id = ${workspaceId} or w.sandbox_of = ${workspaceId}`;
  const { rows } = await acrossWorkspaces(
    "a workspace is shown what its sandbox has used",
    () => quotas.execute(db),
  );
  const used = (isOwn: boolean) => {
    const row = rows.find((one) => one.isOwn === isOwn);
    return row && {
      resumes: { used: row.resumes ?? 0, quota: row.mostResumes },
      jobs: { used: row.jobs ?? 0, quota: row.mostJobs },
    };
  };
  const none = { used: 0, quota: null };
  return { own: used(true) ?? { resumes: none, jobs: none }, sandbox: used(false) };
}

interface MonthlyQuotas {
  readonly isOwn: boolean;
  readonly mostResumes: number | null;
  readonly mostJobs: number | null;
}

/** What a workspace has used of its quotas in this month. */
export async function quotaUse(db: Db, workspaceId: string): Promise<Record<Counted, QuotaUse>> {
  return (await workspaceQuotas(db, workspaceId)).own;
}

const THIS_MONTH = sql<string>`date_trunc('month', now() at time zone 'utc')::date`;

/** The first day of the month after that of `now`, `YYYY-MM-DD`. */
export function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString()
    .slice(0, 10);
}
