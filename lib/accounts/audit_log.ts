import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { openWalk, type OrderKey, reversed } from "../platform/cursor.ts";
import type { Db } from "../platform/database.ts";
import { Day, Id } from "../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { audit } from "./audit.ts";
import { AUDIT_ACTIONS, AuditGroup } from "./audit_actions.ts";
import { type AuditEntry, type AuditRow, toAuditEntry } from "./audit_entries.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** Which entries are asked for. */
export const AuditFilter = z.object({
  group: AuditGroup.optional(),
  /** Of one person, or of one API key. */
  actorId: Id.optional(),
  /** About that row: a job, a candidate, a résumé, a key, a webhook, a stage, a user. */
  targetId: Id.optional(),
  /** The first and the last day, in UTC. */
  from: Day.optional(),
  to: Day.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export interface AuditQuery extends CursorQuery, AuditFilter {
  /** Only what was done at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`a.id`, type: "bigint" }]);

/**
 * What was done in the workspace: by whom, when, on what; the latest first.
 *
 * @throws {Forbidden} If the actor may not read the log.
 */
export async function listAuditLog(
  actor: Principal,
  db: Db,
  query: AuditQuery,
): Promise<CursorPageOf<AuditEntry>> {
  requirePermission(actor, "audit:read");
  const { workspaceId } = actor;
  const { group, actorId, targetId, from, to, updatedSince } = query;
  const walk = openWalk(query, LAST_FIRST, [
    "audit_log",
    workspaceId,
    [group, actorId, targetId, from, to, updatedSince].map((one) => one ?? null),
  ]);
  const since = updatedSince ? sql`and a.created_at >= ${new Date(updatedSince)}` : sql``;
  const fits = sql`${fitting(workspaceId, query)} ${since}`;
  const [{ rows }, total] = await Promise.all([
    sql<AuditRow & { placeKey: string }>`
      with part as (
        select a.*, ${walk.key} as place_key from audit_log a
        where ${fits} and ${walk.isBehind}
        order by ${walk.order} limit ${walk.limit} offset ${walk.offset}
      )
      ${described(sql`part`, sql`a.place_key`)}`.execute(db),
    walk.total(() => countEntries(db, fits)),
  ]);
  return walk.page(rows, total, toAuditEntry);
}

/** Entries of the log to be taken along. */
export interface AuditExport {
  readonly totalCount: number;
  /** Read from the database while they are taken. */
  readonly entries: AsyncIterable<AuditEntry>;
}

/** How many entries are read at once. */
const PART = 500;

/**
 * All entries that fit, the latest first, not just one page of them. Who takes them along is
 * written down, in an entry that is not among them.
 *
 * @throws {Forbidden} If the actor may not read the log.
 */
export async function exportAuditLog(
  actor: Principal,
  db: Db,
  filter: AuditFilter,
): Promise<AuditExport> {
  requirePermission(actor, "audit:read");
  const { count, last } = await countEntries(db, fitting(actor.workspaceId, filter));
  await audit(db, actor, "audit.exported", null, { ...filter, format: "csv", rows: count });
  return { totalCount: count, entries: readEntries(actor, db, filter, (last ?? 0) + 1) };
}

async function* readEntries(
  actor: Principal,
  db: Db,
  filter: AuditFilter,
  before: number,
): AsyncGenerator<AuditEntry> {
  const fits = fitting(actor.workspaceId, filter);
  for (let end = before;;) {
    const { rows } = await sql<AuditRow>`
      with part as (
        select a.* from audit_log a where ${fits} and a.id < ${end} order by a.id desc limit ${PART}
      )
      ${described(sql`part`)}`.execute(db);
    yield* rows.map(toAuditEntry);
    end = rows.at(-1)?.id ?? 0;
    if (rows.length < PART) return;
  }
}

async function countEntries(db: Db, fits: RawBuilder<unknown>) {
  const { rows: [row] } = await sql<{ count: number; last: number | null }>`
    select count(*) as count, max(a.id) as last from audit_log a where ${fits}`.execute(db);
  return row ?? { count: 0, last: null };
}

/** The condition on `a`, a row of the log. */
function fitting(
  workspaceId: string,
  { group, actorId, targetId, from, to }: AuditFilter,
): RawBuilder<unknown> {
  const parts = [sql`a.workspace_id = ${workspaceId}`];
  if (group) parts.push(sql`a.action = any(${[...AUDIT_ACTIONS[group]]}::text[])`);
  if (actorId) parts.push(sql`(a.user_id = ${actorId} or a.api_key_id = ${actorId})`);
  if (targetId) {
    parts.push(sql`(a.target_id = ${targetId} or a.job_id = ${targetId}
      or a.resume_id = ${targetId} or a.candidate_id = ${targetId})`);
  }
  if (from) parts.push(sql`a.created_at >= ${from}::text::date::timestamp at time zone 'UTC'`);
  if (to) {
    parts.push(sql`a.created_at < (${to}::text::date + 1)::timestamp at time zone 'UTC'`);
  }
  return sql.join(parts, sql` and `);
}

/**
 * Entries with the names of who did it and what it is about, as far as these are still there. What
 * an entry is about is looked for within its own workspace alone.
 */
function described(part: RawBuilder<unknown>, more: RawBuilder<unknown> = sql`null`) {
  return sql`
    select a.id, a.action, a.details, a.created_at, a.target_id, a.job_id, a.resume_id,
      a.candidate_id, a.user_id, a.api_key_id, u.name as user_name, k.name as key_name,
      r.id as found_resume_id, coalesce(rc.name, r.file_name) as resume_name,
      c.person_id as found_person_id, c.name as person_name,
      j.id as found_job_id, j.title as job_title,
      tk.name as target_key, tw.url as target_webhook, ts.id as target_stage,
      ts.name as stage_name, tu.name as target_user, ${more} as place_key
    from ${part} a
    left join users u on u.id = a.user_id
    left join api_keys k on k.id = a.api_key_id
    left join resumes r on r.id = a.resume_id and r.workspace_id = a.workspace_id
    left join candidates rc on rc.id = r.candidate_id
    left join candidates c on c.id = a.candidate_id and c.workspace_id = a.workspace_id
    left join jobs j on j.id = a.job_id and j.workspace_id = a.workspace_id
    left join api_keys tk on tk.id = a.target_id and tk.workspace_id = a.workspace_id
    left join webhooks tw on tw.id = a.target_id and tw.workspace_id = a.workspace_id
    left join stages ts on ts.id = a.target_id and ts.workspace_id = a.workspace_id
    left join memberships tm on tm.user_id = a.target_id and tm.workspace_id = a.workspace_id
    left join users tu on tu.id = tm.user_id
    order by a.id desc`;
}
