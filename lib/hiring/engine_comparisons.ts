import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { ENGINE_VERSION } from "../talent/version.ts";
import { lockJob } from "./job_lock.ts";
import { type Maskable, maskReason, wordsOf } from "./resume_masks.ts";
import { requireJob } from "./resumes.ts";
import { Grade, Verdict } from "./states.ts";
import { enqueueCompareEngine, enqueueEvaluateJob } from "./tasks.ts";

/** A place in a ranking, and what gives it. */
const Side = z.object({ rank: z.int(), score: z.number().nullable(), grade: Grade.nullable() });

/** A résumé that another version of the engine judges otherwise, and why. */
export const EngineMove = z.object({
  resumeId: Id,
  /** The candidate's name, or else the file's. */
  name: z.string(),
  /** The engine of the evaluation that holds. */
  engineVersion: z.string(),
  before: Side,
  after: Side,
  /** The engine's verdicts that would be others. */
  verdicts: z.array(z.object({
    requirementId: Id,
    from: Verdict,
    to: Verdict,
    /** What the new one says, as data; `sayReason()` says it in a language. */
    reason: z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  })),
});
export type EngineMove = z.infer<typeof EngineMove>;

/** What a job's ranking would be by the present engine, kept beside the one that holds. */
export const EngineComparison = z.object({
  id: Id,
  status: z.enum(["waiting", "done", "failed"]),
  /** The engine that was tried. */
  engineVersion: z.string(),
  requirementsVersion: z.int(),
  /** Whether the requirements or the engine have changed since, so that it cannot be taken. */
  isOutdated: z.boolean(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** When a person took it; then the ranking is being made anew by that engine. */
  acceptedAt: Instant.nullable(),
  /** How many were judged: at most the first thousand. */
  judged: z.int(),
  /** Those that stand elsewhere, or whose score or verdicts would be others; by their new rank. */
  moves: z.array(EngineMove),
});
export type EngineComparison = z.infer<typeof EngineComparison>;

/** What a ranking has to say of the engines behind it. */
export interface EngineState {
  /** Whether an engine of another version judged some of it. */
  readonly isMixed: boolean;
  readonly comparison: "waiting" | "done" | "failed" | "accepted" | null;
}

/**
 * Whether a job's verdicts are of the present engine, and whether somebody has asked what that one
 * would say.
 */
export async function getEngineState(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<EngineState> {
  requirePermission(actor, "evaluations:read");
  // Two looks into the index, where "<>" would read all of it.
  const { rows: [row] } = await sql<{ isMixed: boolean; comparison: EngineState["comparison"] }>`
    select
      exists (select from evaluations where job_id = ${jobId} and engine_version < ${ENGINE_VERSION})
      or exists (
        select from evaluations where job_id = ${jobId} and engine_version > ${ENGINE_VERSION}
      ) as is_mixed,
      (
        select case when accepted_at is null then status else 'accepted' end
        from engine_comparisons
        where job_id = ${jobId} and workspace_id = ${actor.workspaceId}
          and engine_version = ${ENGINE_VERSION}
      ) as comparison`.execute(db);
  return row ?? { isMixed: false, comparison: null };
}

/**
 * Begins to judge a job's résumés by the present engine, beside what holds; a worker does it.
 * Nothing new begins while one is under way.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export function startEngineComparison(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<EngineComparison> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    const { requirementsVersion } = await lockJob(trx, actor.workspaceId, jobId);
    const last = await selectComparison(trx, actor, jobId);
    if (last?.status === "waiting" && !last.isOutdated) return last;
    await trx.deleteFrom("engineComparisons").where("jobId", "=", jobId).execute();
    const { id } = await trx.insertInto("engineComparisons").values({
      workspaceId: actor.workspaceId,
      jobId,
      requirementsVersion,
      engineVersion: ENGINE_VERSION,
      userId: actor.userId,
    }).returning("id").executeTakeFirstOrThrow();
    const { workspaceId } = actor;
    await enqueueCompareEngine(trx, { workspaceId, jobId, comparisonId: id });
    await audit(trx, actor, "engine.compared", jobId, { engine: ENGINE_VERSION }, { jobId });
    return await getComparison(trx, actor, jobId);
  });
}

/**
 * What the present engine would make of a job's ranking.
 *
 * @throws {NotFound} If there is no such job in the workspace, or nobody asked.
 */
export async function getEngineComparison(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<EngineComparison> {
  requirePermission(actor, "evaluations:read");
  await requireJob(db, actor.workspaceId, jobId);
  return await getComparison(db, actor, jobId);
}

/** The same; null where nobody asked. */
export async function findEngineComparison(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<EngineComparison | null> {
  requirePermission(actor, "evaluations:read");
  return await selectComparison(db, actor, jobId) ?? null;
}

/**
 * Lets the present engine's verdicts take the place of the ones that hold; a worker judges anew.
 * Taken once, it stays taken.
 *
 * @throws {NotFound} If there is no such job in the workspace, or nobody asked.
 * @throws {Conflict} If it is not done, or something has changed since.
 */
export function acceptEngineComparison(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<EngineComparison> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    await lockJob(trx, actor.workspaceId, jobId);
    const comparison = await getComparison(trx, actor, jobId);
    if (comparison.acceptedAt !== null) return comparison;
    if (comparison.status !== "done" || comparison.isOutdated) {
      throw new Conflict("This comparison is not of the ranking as it is now: ask for another one");
    }
    await trx.updateTable("engineComparisons").set({ acceptedAt: new Date() })
      .where("id", "=", comparison.id).execute();
    await enqueueEvaluateJob(trx, { workspaceId: actor.workspaceId, jobId });
    await audit(trx, actor, "engine.accepted", jobId, { engine: ENGINE_VERSION }, { jobId });
    return await getComparison(trx, actor, jobId);
  });
}

/**
 * Forgets a comparison; the verdicts that hold stay as they are.
 *
 * @throws {NotFound} If there is no such job in the workspace, or nobody asked.
 */
export async function discardEngineComparison(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<void> {
  requirePermission(actor, "jobs:write");
  await db.transaction().execute(async (trx) => {
    await lockJob(trx, actor.workspaceId, jobId);
    const row = await trx.deleteFrom("engineComparisons").where("jobId", "=", jobId)
      .where("workspaceId", "=", actor.workspaceId).returning("id").executeTakeFirst();
    if (!row) throw noComparison();
    await audit(trx, actor, "engine.discarded", jobId, { engine: ENGINE_VERSION }, { jobId });
  });
}

async function getComparison(
  db: Db | Trx,
  actor: Principal,
  jobId: string,
): Promise<EngineComparison> {
  const found = await selectComparison(db, actor, jobId);
  if (!found) throw noComparison();
  return found;
}

async function selectComparison(
  db: Db | Trx,
  { workspaceId }: Principal,
  jobId: string,
): Promise<EngineComparison | undefined> {
  const row = await db.selectFrom("engineComparisons")
    .innerJoin("jobs", "jobs.id", "engineComparisons.jobId")
    .selectAll("engineComparisons").select("jobs.requirementsVersion as currentVersion")
    .where("engineComparisons.jobId", "=", jobId)
    .where("engineComparisons.workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    status: row.status as EngineComparison["status"],
    engineVersion: row.engineVersion,
    requirementsVersion: row.requirementsVersion,
    isOutdated: row.requirementsVersion !== row.currentVersion ||
      row.engineVersion !== ENGINE_VERSION,
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    judged: row.judged,
    moves: await withNames(
      db,
      workspaceId,
      z.array(EngineMove.omit({ name: true })).parse(row.moves),
    ),
  };
}

/** The same with names of now; whoever is gone by now is left out. */
async function withNames(
  db: Db | Trx,
  workspaceId: string,
  moves: readonly Omit<EngineMove, "name">[],
): Promise<EngineMove[]> {
  if (moves.length === 0) return [];
  const ids = moves.map(({ resumeId }) => resumeId);
  const { rows } = await sql<Maskable & { id: string; name: string }>`
    select r.id, coalesce(c.name, r.file_name) as name, r.is_masked, r.secrets
    from resumes r left join candidates c on c.id = r.candidate_id
    where r.id = any(${ids}::uuid[]) and r.workspace_id = ${workspaceId}`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return moves.flatMap((move) => {
    const row = byId.get(move.resumeId);
    if (!row) return [];
    const say = wordsOf(row);
    const verdicts = move.verdicts.map(({ reason, ...verdict }) => ({
      ...verdict,
      reason: maskReason(reason, say),
    }));
    return [{ ...move, verdicts, name: row.name }];
  });
}

function noComparison(): NotFound {
  return new NotFound("Nobody has asked what the present engine would say of this job");
}
