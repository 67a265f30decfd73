import { type RawBuilder, sql } from "kysely";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { openWalk, type OrderKey, reversed } from "../platform/cursor.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import {
  type ActivityEntry,
  type ActivitySubject,
  type EntryRow,
  MOST_NAMED,
  namesMany,
  toEntry,
} from "./activity_entries.ts";
import { ACTIONS, type ActivityKind } from "./activity_kinds.ts";
import { requireJob } from "./resumes.ts";
import { stagesById } from "./stages.ts";

/** Whose history: a job's, or a person's across jobs. */
export type ActivityOf = { readonly jobId: string } | { readonly candidateId: string };

export interface ActivityQuery extends CursorQuery {
  readonly kind?: ActivityKind | undefined;
  /** Of one person, or of one API key. */
  readonly userId?: string | undefined;
  /** Only what was done at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/** Of a line of alike things the first one: what is told behind it lies before that. */
const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`first_id`, type: "bigint" }]);

/** Older entries are in the log, but no page shows them. */
const MAX_ENTRIES = 20_000;

/**
 * What was done in a job or with a person, the latest first.
 *
 * @throws {NotFound} If there is no such job or candidate in the workspace.
 */
export async function listActivity(
  actor: Principal,
  db: Db,
  of: ActivityOf,
  query: ActivityQuery,
): Promise<CursorPageOf<ActivityEntry>> {
  requirePermission(actor, "candidates:read");
  const scope = await scopeOf(actor, db, of);
  const { kind, userId, updatedSince } = query;
  const walk = openWalk(query, LAST_FIRST, [
    "activity",
    actor.workspaceId,
    of,
    kind,
    userId,
    updatedSince,
  ]);
  const [stages, { rows }] = await Promise.all([
    stagesById(db, actor.workspaceId),
    sql<EntryRow>`
      with entries as (
        select a.*, ${FOLD} as fold from audit_log a
        where ${scope} and a.action = any(${actionsOf(kind)}::text[])
          ${userId ? sql`and ${userId} in (a.user_id, a.api_key_id)` : sql``}
          ${updatedSince ? sql`and a.created_at >= ${new Date(updatedSince)}` : sql``}
        order by a.id desc limit ${MAX_ENTRIES}
      ), marked as (
        select *, case when fold is not null and fold = lag(fold) over w
          and user_id is not distinct from lag(user_id) over w
          and api_key_id is not distinct from lag(api_key_id) over w then 0 else 1 end as starts
        from entries window w as (order by id desc)
      ), numbered as (
        select *, sum(starts) over (order by id desc) as line from marked
      ), lines as (
        select max(id) as id, min(id) as first_id,
          count(distinct coalesce(resume_id, candidate_id, target_id)) as count,
          (array_agg(distinct coalesce(resume_id, candidate_id)))[:${MOST_NAMED}] as members,
          count(*) over () as total_count
        from numbered group by line
      ), part as (
        select *, ${walk.key} as place_key from lines where ${walk.isBehind}
        order by ${walk.order} limit ${walk.limit} offset ${walk.offset}
      )
      select l.id, l.place_key, l.count, l.members, l.total_count, a.action, a.details,
        a.created_at, coalesce(u.name, k.name) as user_name, r.id as resume_id, c.person_id,
        coalesce(c.name, r.file_name) as name, q.name as requirement,
        o.person_id as other_id, coalesce(o.own ->> 'name', o.name) as other_name,
        coalesce(m.reason, v.reason) as reason
      from part l join audit_log a on a.id = l.id
      left join users u on u.id = a.user_id
      left join api_keys k on k.id = a.api_key_id
      left join resumes r on r.id = a.resume_id
      left join candidates c on c.id = case when a.action like 'candidate.merge%'
        then (a.details ->> 'keptId')::uuid else coalesce(a.candidate_id, r.candidate_id) end
      left join candidates o on o.id = case when a.action like 'candidate.merge%'
        then (a.details ->> 'mergedId')::uuid
        when a.details ->> 'firstId' = a.candidate_id::text then (a.details ->> 'secondId')::uuid
        when a.action like 'duplicate.%' then (a.details ->> 'firstId')::uuid end
      left join moves m on a.action = 'resume.moved' and m.resume_id = a.resume_id
        and m.batch_id = (a.details ->> 'batchId')::uuid
      left join overrides v on a.action = 'verdict.overridden' and v.resume_id = a.resume_id
        and v.requirement_id = (a.details ->> 'requirementId')::uuid
        and v.created_at = a.created_at
      left join requirements q on q.id = case
        when a.action like 'requirement.%' then a.target_id
        when a.action like 'verdict.%' then (a.details ->> 'requirementId')::uuid end
      order by l.id desc`.execute(db),
  ]);
  const total = await walk.total(async () => ({
    count: rows[0]?.totalCount ??
      (query.page > 1 ? (await listActivity(actor, db, of, { ...query, page: 1 })).totalCount : 0),
  }));
  const named = await namesOf(
    db,
    actor.workspaceId,
    rows.filter(namesMany).flatMap(({ members }) => members ?? []),
  );
  return walk.page(rows, total, (row) => toEntry(row, stages, named));
}

/** Who is behind the ids of résumés and candidates; those who are gone are left out. */
async function namesOf(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActivitySubject>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ActivitySubject & { id: string }>`
    select one.id, r.id as resume_id, c.person_id, coalesce(c.name, r.file_name) as name
    from unnest(${ids}::uuid[]) as one (id)
    left join resumes r on r.id = one.id and r.workspace_id = ${workspaceId}
    left join candidates c on c.id = coalesce(r.candidate_id, one.id)
      and c.workspace_id = ${workspaceId}
    where coalesce(c.name, r.file_name) is not null`.execute(db);
  return new Map(rows.map(({ id, ...subject }) => [id, subject]));
}

/** Somebody who did something in a history; an API key goes by its own id and name. */
export interface ActivityPerson {
  readonly id: string;
  readonly name: string;
}

/** Who did something in the history of a job or a person, by name. */
export async function listActors(
  actor: Principal,
  db: Db,
  of: ActivityOf,
): Promise<ActivityPerson[]> {
  requirePermission(actor, "candidates:read");
  const scope = await scopeOf(actor, db, of);
  const { rows } = await sql<ActivityPerson>`
    with acting as (select distinct a.user_id, a.api_key_id from audit_log a where ${scope})
    select id, name from (
      select u.id, u.name from users u where u.id in (select user_id from acting)
      union all
      select k.id, k.name from api_keys k where k.id in (select api_key_id from acting)
    ) actors
    order by lower(name), id`.execute(db);
  return rows;
}

/** What is told in one line when one person does it several times in a row. */
const FOLD = sql`case
  when a.action in (
    'evaluation.read', 'evaluation.compared', 'resume.read', 'resume.fitted', 'candidate.read')
    then 'read'
  when a.action in ('resume.moved', 'resume.move_undone') then a.action || (a.details ->> 'batchId')
  when a.action = 'resume.added' then a.action
  when a.action like 'candidate.%' or a.action like 'duplicate.%'
    then a.action || a.details::text end`;

function actionsOf(kind: ActivityKind | undefined): readonly string[] {
  return kind ? ACTIONS[kind] : Object.values(ACTIONS).flat();
}

async function scopeOf(actor: Principal, db: Db, of: ActivityOf): Promise<RawBuilder<unknown>> {
  const { workspaceId } = actor;
  if ("jobId" in of) {
    await requireJob(db, workspaceId, of.jobId);
    return sql`a.workspace_id = ${workspaceId} and a.job_id = ${of.jobId}`;
  }
  const { rows } = await sql<{ id: string; resumes: string[] }>`
    select c.id, array(select r.id from resumes r where r.candidate_id = c.id) as resumes
    from candidates c
    where c.workspace_id = ${workspaceId} and c.person_id = (
      select person_id from candidates where id = ${of.candidateId}
        and workspace_id = ${workspaceId}
    )`.execute(db);
  if (rows.length === 0) throw new NotFound(`There is no candidate ${of.candidateId}`);
  const members = rows.map(({ id }) => id);
  const resumes = rows.flatMap((row) => row.resumes);
  return sql`a.workspace_id = ${workspaceId} and (a.candidate_id = any(${members}::uuid[])
    or a.resume_id = any(${resumes}::uuid[]))`;
}
