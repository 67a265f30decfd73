import { sql } from "kysely";
import type { Db, Trx } from "../../platform/database.ts";

/** How long before its deletion somebody's data is warned of, in days. */
export const WARN_DAYS = 7;

/** The longest that consent keeps data, from the day it was given, in days. */
export const CONSENT_DAYS = 365;

/** Somebody whose data is to be deleted, and when. */
export interface DuePerson {
  readonly personId: string;
  readonly name: string | null;
  readonly rejectedAt: Date;
  /** When it may be deleted by the rule alone. */
  readonly keptUntil: Date;
  /** When it is deleted: not before a week after the warning. Null until they are warned of. */
  readonly deletedAt: Date | null;
  readonly isByConsent: boolean;
  readonly isHeld: boolean;
}

/**
 * Whose data is no longer needed, or will not be before long: of all who were rejected for every
 * job that they are in, from the last rejection on, for as long as the workspace keeps it, or as
 * they have consented to, at most a year from then.
 *
 * @param withinDays How far ahead is looked.
 * @param now The present; the database's, unless a test says otherwise.
 */
export async function findDue(
  db: Db | Trx,
  workspaceId: string,
  { withinDays, personId, limit, now }: {
    readonly withinDays: number;
    readonly personId?: string;
    readonly limit: number;
    readonly now?: Date | undefined;
  },
): Promise<DuePerson[]> {
  const at = now ? sql`${now}::timestamptz` : sql`now()`;
  const { rows } = await sql<DuePerson>`
    with rule as (
      select retention_days * interval '1 day' as kept from workspaces where id = ${workspaceId}
    ), turned_down as (
      select distinct c.person_id from resumes r
      join stages s on s.id = r.stage_id join candidates c on c.id = r.candidate_id, rule
      where r.workspace_id = ${workspaceId} and s.decision = 'rejected'
        and r.stage_since <= ${at} + ${withinDays} * interval '1 day' - rule.kept
        ${personId === undefined ? sql`` : sql`and c.person_id = ${personId}`}
    ), rejected as (
      select c.person_id, max(r.stage_since) as rejected_at, array_agg(r.job_id) as job_ids
      from turned_down t join candidates c on c.person_id = t.person_id
      join resumes r on r.candidate_id = c.id left join stages s on s.id = r.stage_id
      group by c.person_id
      having bool_and(coalesce(s.decision = 'rejected', false))
    ), kept as (
      select p.id as person_id, p.name, p.retention_warned_at, e.rejected_at,
        e.rejected_at + rule.kept as by_rule,
        case when p.consent = 'given' then (least(
          coalesce(p.consent_until, p.consent_on + ${CONSENT_DAYS}::integer,
            (e.rejected_at at time zone 'UTC')::date + ${CONSENT_DAYS}::integer),
          coalesce(p.consent_on, (e.rejected_at at time zone 'UTC')::date)
            + ${CONSENT_DAYS}::integer
        ) + 1)::timestamp at time zone 'UTC' end as by_consent,
        exists (select from legal_holds h where h.released_at is null
          and (h.job_id = any(e.job_ids) or h.candidate_id in (
            select m.id from candidates m where m.person_id = p.id))) as is_held
      from rejected e join candidates p on p.id = e.person_id, rule
    ), due as (
      select *, greatest(by_rule, by_consent) as kept_until,
        coalesce(by_consent > by_rule, false) as is_by_consent
      from kept
    )
    select person_id, name, rejected_at, kept_until, is_by_consent, is_held,
      -- A warning of a time to come was written by a clock that ran ahead.
      case when retention_warned_at between kept_until - interval '30 days' and ${at}
        then greatest(kept_until, retention_warned_at + ${WARN_DAYS} * interval '1 day')
      end as deleted_at
    from due where kept_until <= ${at} + ${withinDays} * interval '1 day'
    order by kept_until, person_id limit ${limit}`.execute(db);
  return rows;
}
