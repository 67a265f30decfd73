import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../platform/errors.ts";
import { Id, Instant, text } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { takeMasksOff } from "./mask_removal.ts";
import { tellProgress } from "./progress.ts";
import { noResume } from "./resumes.ts";
import { ensureStages, noStage, Stage, stageOfDecision, stagesById } from "./stages.ts";
import {
  lockStanding,
  selectLatest,
  type Standing,
  type StandsSince,
  storeMoves,
  takeBack,
} from "./stage_standing.ts";
import { Decision, Grade, ReasonCode } from "./states.ts";
import { tell } from "./webhook_events.ts";
import { TOLD_EVIDENCE } from "./withheld.ts";

/** The most résumés that one action moves. */
export const MAX_MOVED = 1000;

/** How long an action can be taken back. */
export const UNDO_SECONDS = 30;

/** What the way to the server may take on top. */
const GRACE_SECONDS = 5;

/**
 * Who goes where. `versions`: what the person who moves them saw; one that has moved since then
 * is left where it is.
 */
export const MoveInput = z.strictObject({
  resumeIds: z.array(Id).min(1).max(MAX_MOVED),
  to: z.union([z.strictObject({ stageId: Id }), z.strictObject({ decision: Decision })]),
  /** Needed for a stage that rejects. */
  reasonCode: ReasonCode.nullish(),
  reason: text(1, 2000).nullish(),
  versions: z.record(Id, z.int()).optional(),
});
export type MoveInput = z.infer<typeof MoveInput>;

/** One that was moved; `version` counts its moves, `stageSince` is since when it stands in `to`. */
export const MovedResume = z.object({
  resumeId: Id,
  name: z.string(),
  from: Stage,
  to: Stage,
  version: z.int(),
  stageSince: Instant,
});
export type MovedResume = z.infer<typeof MovedResume>;

/** One that was left, because somebody else had moved it meanwhile. */
export const MoveConflict = z.object({
  resumeId: Id,
  name: z.string(),
  stage: Stage,
  version: z.int(),
  /** Null when that user is gone. */
  movedBy: z.string().nullable(),
  /** Null when nobody ever moved it. */
  movedAt: Instant.nullable(),
});
export type MoveConflict = z.infer<typeof MoveConflict>;

/** What an action did. Those who stood there already are in neither list. */
export const Moved = z.object({
  batchId: Id,
  moved: z.array(MovedResume),
  conflicts: z.array(MoveConflict),
}).meta({ id: "Moved" });
export type Moved = z.infer<typeof Moved>;

/**
 * Moves résumés to a stage, all or those that nobody else has moved since. A bare decision leaves
 * those alone whose stage means it already: whoever has an interview stays shortlisted.
 *
 * @throws {NotFound} If none of the résumés, or no such stage, is in the workspace.
 * @throws {InvalidInput} If the stage rejects and no reason is given.
 */
export async function moveResumes(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  input: MoveInput,
): Promise<Moved> {
  requirePermission(actor, "decisions:write");
  const batchId = crypto.randomUUID();
  const { result, jobIds } = await services.db.transaction().execute(async (trx) => {
    const stages = await ensureStages(trx, actor.workspaceId);
    const to = await holdTarget(trx, stages, input.to);
    if (to.decision === "rejected" && !input.reasonCode) throw missingReason();
    const rows = await lockStanding(trx, actor, input.resumeIds);
    if (rows.length === 0) throw noResume(input.resumeIds[0] ?? "");
    const stays = (stage: Stage) =>
      stage.id === to.id || ("decision" in input.to && stage.decision === to.decision);
    const moving: Standing[] = [];
    const left: Standing[] = [];
    for (const row of rows) {
      if (row.version !== (input.versions?.[row.resumeId] ?? row.version)) left.push(row);
      else if (!stays(row.stage)) moving.push(row);
    }
    const known = await showDecided(trx, actor, moving, to);
    const since = await storeMoves(trx, actor, known, { ...input, batchId, to });
    await tellDecisions(trx, actor, known, () => to, { reasonCode: input.reasonCode ?? null });
    const result: Moved = {
      batchId,
      moved: known.map((one) => movedTo(one, to, since)),
      conflicts: await withMovers(trx, left),
    };
    return { result, jobIds: jobsOf(moving) };
  });
  for (const jobId of jobIds) await tellProgress(services, actor.workspaceId, jobId);
  return result;
}

/**
 * Takes an action back, within `UNDO_SECONDS`: each résumé stands again where and since when it
 * stood before; one that has moved since is left and reported.
 *
 * @throws {NotFound} If there is no such action in the workspace.
 * @throws {Conflict} If it is too long ago, or was taken back already.
 */
export async function undoMoves(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  batchId: string,
): Promise<Moved> {
  requirePermission(actor, "decisions:write");
  const { result, jobIds } = await services.db.transaction().execute(async (trx) => {
    const batch = await selectBatch(trx, actor, batchId);
    const stages = await stagesById(trx, actor.workspaceId);
    const rows = await lockStanding(trx, actor, batch.map(({ resumeId }) => resumeId));
    const latest = await selectLatest(trx, rows.map(({ resumeId }) => resumeId));
    const moveOf = new Map(batch.map((move) => [move.resumeId, move]));
    const [back, left] = [[] as Standing[], [] as Standing[]];
    for (const row of rows) {
      const isLast = latest.get(row.resumeId) === moveOf.get(row.resumeId)?.id;
      (isLast ? back : left).push(row);
    }
    const since = await takeBack(trx, actor, back, batchId);
    const backTo = (one: Standing) =>
      stages.get(moveOf.get(one.resumeId)?.fromStageId ?? "") ?? one.stage;
    await tellDecisions(trx, actor, back, backTo, { isUndo: true });
    const result: Moved = {
      batchId,
      moved: back.map((one) => movedTo(one, backTo(one), since)),
      conflicts: await withMovers(trx, left),
    };
    return { result, jobIds: jobsOf(back) };
  });
  for (const jobId of jobIds) await tellProgress(services, actor.workspaceId, jobId);
  return result;
}

/** Who is decided on is no longer masked: the same, with the names and candidates that they have. */
async function showDecided(
  trx: Trx,
  actor: Principal,
  moving: readonly Standing[],
  { decision }: Stage,
): Promise<readonly Standing[]> {
  if (decision === "undecided") return moving;
  const ids = moving.map(({ resumeId }) => resumeId);
  const shown = await takeMasksOff(trx, actor, ids, "decision");
  return shown === 0 ? moving : await lockStanding(trx, actor, ids);
}

/** Tells the webhooks of those whose new stage means another decision. */
async function tellDecisions(
  trx: Trx,
  actor: Principal,
  moved: readonly Standing[],
  toOf: (one: Standing) => Stage,
  { reasonCode = null, isUndo = false }: {
    readonly reasonCode?: ReasonCode | null;
    readonly isUndo?: boolean;
  },
): Promise<void> {
  const decided = moved.filter((one) => toOf(one).decision !== one.stage.decision);
  await tell(
    trx,
    actor.workspaceId,
    "decision.made",
    ...decided.map((one) => ({
      resumeId: one.resumeId,
      jobId: one.jobId,
      candidateId: one.candidateId,
      decision: toOf(one).decision,
      previousDecision: one.stage.decision,
      stageId: toOf(one).id,
      reasonCode,
      userId: actor.userId,
      isUndo,
    })),
  );
}

/** What is told of one that went from where it stood to `to`. */
function movedTo(before: Standing, to: Stage, since: StandsSince): MovedResume {
  const { resumeId, name, stage, version } = before;
  const stageSince = since.get(resumeId);
  if (!stageSince) throw new TypeError("A résumé was moved that is not there");
  return {
    resumeId,
    name,
    from: stage,
    to,
    version: version + 1,
    stageSince: stageSince.toISOString(),
  };
}

/** One line of a résumé's history in its job. */
export const PastMove = z.object({
  id: Id,
  from: Stage,
  to: Stage,
  reasonCode: ReasonCode.nullable(),
  reason: z.string().nullable(),
  /** What was known of the résumé at that moment; nulls where it was not judged, or is not to be. */
  evidence: z.object({
    score: z.number().nullable().default(null),
    grade: Grade.nullable().default(null),
    engineVersion: z.string().nullable().default(null),
    requirementsVersion: z.int().nullable().default(null),
  }),
  /** Null when that user is gone. */
  userName: z.string().nullable(),
  createdAt: Instant,
  /** How long it had stood in `from`. */
  secondsInFrom: z.int(),
}).meta({ id: "PastMove" });
export type PastMove = z.infer<typeof PastMove>;

/**
 * Who moved a résumé from where to where, the latest first; moves that were taken back are left
 * out.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function historyOf(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<PastMove[]> {
  requirePermission(actor, "candidates:read");
  const [resume, stages, rows] = await Promise.all([
    db.selectFrom("resumes").select("createdAt")
      .where("id", "=", resumeId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst(),
    stagesById(db, actor.workspaceId),
    db.selectFrom("moves").leftJoin("users", "users.id", "moves.userId")
      .select(["moves.id", "moves.fromStageId", "moves.toStageId", "moves.reasonCode"])
      .select(["moves.reason", "users.name as userName", "moves.createdAt"])
      .select(TOLD_EVIDENCE.as("evidence"))
      .where("moves.resumeId", "=", resumeId).where("moves.workspaceId", "=", actor.workspaceId)
      .where("moves.undoneAt", "is", null).orderBy("moves.id", "desc").execute(),
  ]);
  if (!resume) throw noResume(resumeId);
  const stageOf = (id: string) => {
    const stage = stages.get(id);
    if (!stage) throw new TypeError("A move from or to a stage that never was");
    return stage;
  };
  return rows.map(({ fromStageId, toStageId, evidence, createdAt, ...row }, index) => ({
    ...row,
    from: stageOf(fromStageId),
    to: stageOf(toStageId),
    evidence: PastMove.shape.evidence.parse(evidence),
    createdAt: createdAt.toISOString(),
    secondsInFrom: secondsBetween(rows[index + 1]?.createdAt ?? resume.createdAt, createdAt),
  }));
}

/** Whole seconds from one moment to the next; never negative. */
export function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
}

/** The stage that is moved to; it cannot be removed meanwhile. */
async function holdTarget(
  trx: Trx,
  stages: readonly Stage[],
  to: MoveInput["to"],
): Promise<Stage> {
  const stage = "stageId" in to
    ? stages.find(({ id }) => id === to.stageId)
    : stageOfDecision(stages, to.decision);
  const held = stage && await trx.selectFrom("stages").select("id").where("id", "=", stage.id)
    .where("removedAt", "is", null).forShare().executeTakeFirst();
  if (!stage || !held) throw noStage("stageId" in to ? to.stageId : to.decision);
  return stage;
}

async function selectBatch(trx: Trx, actor: Principal, batchId: string) {
  const rows = await trx.selectFrom("moves")
    .innerJoin("stages as origin", "origin.id", "moves.fromStageId")
    .select(["moves.id", "moves.resumeId", "moves.fromStageId", "moves.undoneAt"])
    .select("origin.removedAt")
    .select(
      sql<boolean>`moves.created_at > now() - make_interval(secs => ${
        UNDO_SECONDS + GRACE_SECONDS
      })`.as("isRecent"),
    )
    .where("moves.batchId", "=", batchId).where("moves.workspaceId", "=", actor.workspaceId)
    .forShare("origin").execute();
  if (rows.length === 0) throw new NotFound(`There is no action ${batchId}`);
  if (rows.some(({ isRecent }) => !isRecent)) {
    throw new Conflict(
      `It can be taken back for ${UNDO_SECONDS} seconds: move them to where they should stand`,
    );
  }
  const open = rows.filter(({ undoneAt }) => undoneAt === null);
  if (open.length === 0) throw new Conflict("It was taken back already");
  if (open.some(({ removedAt }) => removedAt !== null)) {
    throw new Conflict("The stage where they stood was removed: move them to another one");
  }
  return open;
}

/** Who moved them last, and when: by a move, or by taking one back. */
async function withMovers(trx: Trx, left: readonly Standing[]): Promise<MoveConflict[]> {
  if (left.length === 0) return [];
  const ids = left.map(({ resumeId }) => resumeId);
  const { rows } = await sql<{ resumeId: string; name: string | null; at: Date }>`
    select distinct on (a.resume_id) a.resume_id, u.name, a.at
    from (
      select resume_id, user_id, created_at as at from moves where resume_id = any(${ids}::uuid[])
      union all
      select resume_id, undone_by, undone_at from moves
      where resume_id = any(${ids}::uuid[]) and undone_at is not null
    ) a left join users u on u.id = a.user_id
    order by a.resume_id, a.at desc`.execute(trx);
  const last = new Map(rows.map((row) => [row.resumeId, row]));
  return left.map(({ resumeId, name, stage, version }) => ({
    resumeId,
    name,
    stage,
    version,
    movedBy: last.get(resumeId)?.name ?? null,
    movedAt: last.get(resumeId)?.at.toISOString() ?? null,
  }));
}

function jobsOf(rows: readonly Standing[]): ReadonlySet<string> {
  return new Set(rows.map(({ jobId }) => jobId));
}

function missingReason(): InvalidInput {
  return new InvalidInput("They cannot be rejected without a reason", [{
    pointer: "/reason_code",
    detail: "is needed for a stage that rejects",
  }]);
}
