import { sql } from "kysely";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { type Counted, nextMonth, type QuotaUse, workspaceQuotas } from "../accounts/quotas.ts";
import { type StorageUse, storageUse } from "../accounts/stored_bytes.ts";
import type { Services } from "../platform/services.ts";

/** What was done in a workspace on one day of UTC. */
export interface UsageDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly resumes: number;
  readonly evaluations: number;
  readonly jobs: number;
  /** Calls of the API. */
  readonly requests: number;
}

/** What was done in a workspace in a month. */
export interface Usage {
  /** `YYYY-MM`. */
  readonly month: string;
  /** The days of the month, to its end. */
  readonly days: readonly UsageDay[];
  readonly totals: Omit<UsageDay, "day">;
  /** Of the present month, whichever is looked at. */
  readonly quotas: Readonly<Record<Counted, QuotaUse>>;
  /** The same of the sandbox, where test keys act; undefined: there is none. */
  readonly sandbox: Readonly<Record<Counted, QuotaUse>> | undefined;
  /** What the files have now, of the workspace itself and of its sandbox, if there is one. */
  readonly storage: { readonly own: StorageUse; readonly sandbox: StorageUse | undefined };
  /** The name of the workspace's tier; null: none. */
  readonly tierName: string | null;
  /** The day on which the quotas begin anew. */
  readonly renewsOn: string;
}

/**
 * What was done in the actor's workspace in a month, by day. What was removed since is not seen
 * here, and counts in a quota all the same.
 *
 * @param month `YYYY-MM`, of UTC.
 * @throws {Forbidden} If the actor may not see the usage.
 */
export async function getUsage(
  actor: Principal,
  { db, requests, config }: Pick<Services, "db" | "requests" | "config">,
  month: string,
): Promise<Usage> {
  requirePermission(actor, "usage:read");
  await requests.flush();
  const { workspaceId } = actor;
  const [{ rows }, quotas, storage, tier] = await Promise.all([
    sql<UsageDay>`
      with days as (
        select d::date as day
        from generate_series(${`${month}-01`}::date, ${`${month}-01`}::date + interval '1 month'
          - interval '1 day', interval '1 day') d
      )
      select to_char(days.day, 'YYYY-MM-DD') as day,
        coalesce(resumes.count, 0) as resumes,
        coalesce(evaluations.count, 0) as evaluations,
        coalesce(jobs.count, 0) as jobs,
        coalesce(a.requests, 0)::integer as requests
      from days
      left join ${perDay("resumes", workspaceId)} resumes using (day)
      left join ${perDay("evaluations", workspaceId)} evaluations using (day)
      left join ${perDay("jobs", workspaceId)} jobs using (day)
      left join api_requests a on a.workspace_id = ${workspaceId} and a.day = days.day
      order by days.day`.execute(db),
    workspaceQuotas(db, workspaceId),
    storageUse(db, config, workspaceId),
    db.selectFrom("workspaces").innerJoin("tiers", "tiers.id", "workspaces.tierId")
      .select("tiers.name").where("workspaces.id", "=", workspaceId).executeTakeFirst(),
  ]);
  return {
    month,
    days: rows,
    totals: {
      resumes: total(rows, "resumes"),
      evaluations: total(rows, "evaluations"),
      jobs: total(rows, "jobs"),
      requests: total(rows, "requests"),
    },
    quotas: quotas.own,
    sandbox: quotas.sandbox,
    storage,
    tierName: tier?.name ?? null,
    renewsOn: nextMonth(new Date()),
  };
}

/** How many rows of a table were made on each day. */
function perDay(table: "resumes" | "evaluations" | "jobs", workspaceId: string) {
  return sql`(
    select (t.created_at at time zone 'utc')::date as day, count(*)::integer as count
    from ${sql.table(table)} t
    where t.workspace_id = ${workspaceId}
      and t.created_at >= (select min(day) from days)::timestamp at time zone 'utc'
      and t.created_at < ((select max(day) from days) + 1)::timestamp at time zone 'utc'
    group by 1
  )`;
}

function total(days: readonly UsageDay[], what: keyof Omit<UsageDay, "day">): number {
  return days.reduce((sum, day) => sum + day[what], 0);
}
