import { sql } from "kysely";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { UNDO_SECONDS } from "./moves.ts";
import { type Stage, stagesById } from "./stages.ts";

/** One action as it is told afterwards. */
export interface MoveNotice {
  readonly batchId: string;
  readonly count: number;
  /** Of the only one; null when there are several. */
  readonly name: string | null;
  /** Where they stand by it: the stage moved to, or after it was taken back, the one before. */
  readonly stage: Stage;
  readonly isUndone: boolean;
  readonly canUndo: boolean;
}

/** What an action did; null when it is not one of the workspace. */
export async function findMoveNotice(
  actor: Principal,
  db: Db,
  batchId: string,
): Promise<MoveNotice | null> {
  requirePermission(actor, "candidates:read");
  const [stages, { rows: [row] }] = await Promise.all([
    stagesById(db, actor.workspaceId),
    sql<{
      count: number;
      name: string | null;
      fromId: string;
      toId: string;
      isUndone: boolean;
      isRecent: boolean;
    }>`
      select count(*), min(coalesce(c.name, r.file_name)) as name,
        min(m.from_stage_id::text) as from_id, min(m.to_stage_id::text) as to_id,
        bool_and(m.undone_at is not null) as is_undone,
        min(m.created_at) > now() - make_interval(secs => ${UNDO_SECONDS}) as is_recent
      from moves m
      join resumes r on r.id = m.resume_id
      left join candidates c on c.id = r.candidate_id
      where m.batch_id = ${batchId} and m.workspace_id = ${actor.workspaceId}
      having count(*) > 0`.execute(db),
  ]);
  const stage = row && stages.get(row.isUndone ? row.fromId : row.toId);
  if (!row || !stage) return null;
  const { count, isUndone, isRecent } = row;
  return {
    batchId,
    count,
    name: count === 1 ? row.name : null,
    stage,
    isUndone,
    canUndo: isRecent && !isUndone,
  };
}

/** The names of the workspace's résumés among the ids, by id. */
export async function namesOf(
  actor: Principal,
  db: Db,
  resumeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  requirePermission(actor, "candidates:read");
  const { rows } = await sql<{ id: string; name: string }>`
    select r.id, coalesce(c.name, r.file_name) as name
    from resumes r left join candidates c on c.id = r.candidate_id
    where r.id = any(${resumeIds}::uuid[]) and r.workspace_id = ${actor.workspaceId}
    order by 2`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
