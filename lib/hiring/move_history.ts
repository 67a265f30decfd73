import { sql } from "kysely";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { PastMove, secondsBetween } from "./moves.ts";
import { stagesById } from "./stages.ts";
import { TOLD_EVIDENCE } from "./withheld.ts";

const ORDERS = {
  created_at: [{ sql: sql`moves.id`, type: "uuid" }],
} as const satisfies Record<string, readonly OrderKey[]>;

/** What the moves of a résumé can be sorted by. */
export const MOVE_SORTS = ["created_at"] as const;

export interface MovesQuery extends CursorQuery {
  /** Default: the latest first. */
  readonly sort?: "created_at" | "-created_at" | undefined;
  /** Only what was moved at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/**
 * Who moved a résumé from where to where, part by part; moves that were taken back are left out.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function pageMoves(
  actor: Principal,
  db: Db,
  resumeId: string,
  query: MovesQuery,
): Promise<CursorPageOf<PastMove>> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const { sort = "-created_at", updatedSince } = query;
  const scope = ["moves", workspaceId, resumeId, sort, updatedSince];
  const walk = openWalk(query, orderOf(ORDERS, sort), scope);
  let found = movesOf(db, workspaceId, resumeId);
  if (updatedSince) found = found.where("moves.createdAt", ">=", new Date(updatedSince));
  const [resume, stages, rows, count] = await Promise.all([
    db.selectFrom("resumes").select("createdAt")
      .where("id", "=", resumeId).where("workspaceId", "=", workspaceId).executeTakeFirst(),
    stagesById(db, workspaceId),
    found.leftJoin("users", "users.id", "moves.userId")
      .select(["moves.id", "moves.fromStageId", "moves.toStageId", "moves.reasonCode"])
      .select(["moves.reason", "moves.createdAt", "moves.movedBefore"])
      .select(["users.name as userName", walk.key.as("placeKey"), TOLD_EVIDENCE.as("evidence")])
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => found.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  if (!resume) throw new NotFound(`There is no résumé ${resumeId}`);
  const stageOf = (id: string) => {
    const stage = stages.get(id);
    if (!stage) throw new TypeError("A move from or to a stage that never was");
    return stage;
  };
  return walk.page(
    rows,
    count,
    ({ fromStageId, toStageId, evidence, createdAt, movedBefore, placeKey: _, ...row }) => ({
      ...row,
      from: stageOf(fromStageId),
      to: stageOf(toStageId),
      evidence: PastMove.shape.evidence.parse(evidence),
      createdAt: createdAt.toISOString(),
      secondsInFrom: secondsBetween(movedBefore ?? resume.createdAt, createdAt),
    }),
  );
}

/** The moves of a résumé that hold, each with when it was moved the time before. */
function movesOf(db: Db, workspaceId: string, resumeId: string) {
  const moves = db.selectFrom("moves")
    .select(["id", "resumeId", "fromStageId", "toStageId", "reasonCode", "reason", "evidence"])
    .select(["userId", "createdAt"])
    .select(sql<Date | null>`lag(created_at) over (order by id)`.as("movedBefore"))
    .where("resumeId", "=", resumeId).where("workspaceId", "=", workspaceId)
    .where("undoneAt", "is", null);
  return db.selectFrom(moves.as("moves"));
}
