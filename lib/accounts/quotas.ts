import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import { QuotaExceeded } from "../platform/errors.ts";

/** What a tier may hold to a number a month. */
export type Counted = "resumes" | "jobs";

const COLUMN: Record<Counted, string> = { resumes: "monthly_resumes", jobs: "monthly_jobs" };
const WORD: Record<Counted, string> = { resumes: "résumés", jobs: "jobs" };

/** How much of a quota is used; months are those of UTC. */
export interface QuotaUse {
  readonly used: number;
  /** Null: no quota. */
  readonly quota: number | null;
}

/**
 * Counts what is added to a workspace, in the transaction that adds it, if the workspace's tier
 * has a quota for it. The row of the month is locked until that commits, so of two that want the
 * last place one waits, and only one gets it; what is rolled back was not counted.
 *
 * @throws {QuotaExceeded} If the month has no room for it.
 */
export async function countInQuota(trx: Trx, workspaceId: string, what: Counted): Promise<void> {
  const column = sql.ref(what);
  const { rows: [row] } = await sql<{ quota: number; used: number | null }>`
    with quota as (
      select t.${sql.ref(COLUMN[what])} as most
      from workspaces w join tiers t on t.id = w.tier_id
      where w.id = ${workspaceId} and t.${sql.ref(COLUMN[what])} is not null
    ), counted as (
      insert into quota_use as known (workspace_id, month, ${column})
      select ${workspaceId}, ${THIS_MONTH}, 1 from quota where most > 0
      on conflict (workspace_id, month) do update set ${column} = known.${column} + 1
        where known.${column} < (select most from quota)
      returning ${column} as used
    )
    select quota.most as quota, counted.used from quota left join counted on true`.execute(trx);
  if (!row || row.used !== null) return;
  const renewsOn = nextMonth(new Date());
  throw new QuotaExceeded(
    `The quota of ${row.quota} ${
      WORD[what]
    } a month is used up: 0 are left until ${renewsOn} (UTC)`,
    { quota: row.quota, renewsOn },
  );
}

/** What a workspace has used of its quotas in this month. */
export async function quotaUse(db: Db, workspaceId: string): Promise<Record<Counted, QuotaUse>> {
  const row = await db.selectFrom("workspaces")
    .leftJoin("tiers", "tiers.id", "workspaces.tierId")
    .leftJoin("quotaUse", (join) =>
      join.onRef("quotaUse.workspaceId", "=", "workspaces.id")
        .on("quotaUse.month", "=", THIS_MONTH))
    .select([
      "tiers.monthlyResumes",
      "tiers.monthlyJobs",
      "quotaUse.resumes",
      "quotaUse.jobs",
    ])
    .where("workspaces.id", "=", workspaceId).executeTakeFirst();
  return {
    resumes: { used: row?.resumes ?? 0, quota: row?.monthlyResumes ?? null },
    jobs: { used: row?.jobs ?? 0, quota: row?.monthlyJobs ?? null },
  };
}

const THIS_MONTH = sql<string>`date_trunc('month', now() at time zone 'utc')::date`;

/** The first day of the month after that of `now`, `YYYY-MM-DD`. */
export function nextMonth(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString()
    .slice(0, 10);
}
