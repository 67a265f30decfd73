import { type RawBuilder, sql } from "kysely";
import { auditMany } from "../accounts/audit.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Trx } from "../platform/database.ts";
import { touchPeople } from "./candidate_rows.ts";
import { firstStage, type Stage, stagesById } from "./stages.ts";
import type { ReasonCode } from "./states.ts";

/** A locked résumé with the stage that it stands in. */
export interface Standing {
  readonly resumeId: string;
  readonly jobId: string;
  readonly candidateId: string | null;
  /** The candidate's, or else the file's. */
  readonly name: string;
  readonly stage: Stage;
  readonly version: number;
}

/**
 * Locks the résumés of the workspace among the ids. Jobs come before résumés and both by id, as
 * everywhere, so that two actions wait for each other instead of for ever.
 */
export async function lockStanding(
  trx: Trx,
  actor: Principal,
  resumeIds: readonly string[],
): Promise<Standing[]> {
  const stages = await stagesById(trx, actor.workspaceId);
  const first = firstStage([...stages.values()]);
  await sql`
    select id from jobs where id in (
      select job_id from resumes
      where id = any(${resumeIds}::uuid[]) and workspace_id = ${actor.workspaceId}
    ) order by id for key share`.execute(trx);
  const { rows } = await sql<Omit<Standing, "stage"> & { stageId: string | null }>`
    select r.id as resume_id, r.job_id, r.candidate_id, coalesce(c.name, r.file_name) as name,
      r.stage_id, r.stage_version as version
    from resumes r left join candidates c on c.id = r.candidate_id
    where r.id = any(${resumeIds}::uuid[]) and r.workspace_id = ${actor.workspaceId}
    order by r.id for no key update of r`.execute(trx);
  return rows.map(({ stageId, ...row }) => ({ ...row, stage: stages.get(stageId ?? "") ?? first }));
}

/** One action. */
export interface MoveTo {
  readonly batchId: string;
  readonly to: Stage;
  readonly reasonCode?: ReasonCode | null | undefined;
  readonly reason?: string | null | undefined;
}

/** Since when each résumé stands where it was put, by its id. */
export type StandsSince = ReadonlyMap<string, Date>;

/** Writes the moves of one action, and what each was decided on. */
export async function storeMoves(
  trx: Trx,
  actor: Principal,
  moving: readonly Standing[],
  { batchId, to, reasonCode, reason }: MoveTo,
): Promise<StandsSince> {
  if (moving.length === 0) return new Map();
  const resumeIds = moving.map(({ resumeId }) => resumeId);
  const fromIds = moving.map(({ stage }) => stage.id);
  await sql`
    insert into moves (workspace_id, job_id, resume_id, batch_id, from_stage_id, to_stage_id,
      reason_code, reason, evidence, user_id)
    select r.workspace_id, r.job_id, r.id, ${batchId}, m.from_id, ${to.id},
      ${reasonCode ?? null}, ${reason ?? null},
      case when e.id is null then '{}' else jsonb_build_object('score', e.score, 'grade', e.grade,
        'engineVersion', e.engine_version, 'requirementsVersion', e.requirements_version) end,
      ${actor.userId}
    from unnest(${resumeIds}::uuid[], ${fromIds}::uuid[]) as m (resume_id, from_id)
    join resumes r on r.id = m.resume_id
    left join evaluations e on e.resume_id = r.id`.execute(trx);
  const since = await setStage(trx, resumeIds, {
    stageId: sql`${to.id}::uuid`,
    since: sql`now()`,
  });
  await touchMoved(trx, actor, moving);
  await auditMany(
    trx,
    actor,
    "resume.moved",
    moving.map(({ stage, ...about }) => ({
      ...about,
      targetId: about.resumeId,
      details: { from: stage.id, to: to.id, batchId, ...(reasonCode ? { reasonCode } : {}) },
    })),
  );
  return since;
}

/** Marks the moves of an action as taken back; each stands where and since when it stood before. */
export async function takeBack(
  trx: Trx,
  actor: Principal,
  back: readonly Standing[],
  batchId: string,
): Promise<StandsSince> {
  if (back.length === 0) return new Map();
  const resumeIds = back.map(({ resumeId }) => resumeId);
  await sql`
    update moves set undone_at = clock_timestamp(), undone_by = ${actor.userId}
    where batch_id = ${batchId} and resume_id = any(${resumeIds}::uuid[])`.execute(trx);
  // Nobody had moved it before: then it stood there since it came, and without a stage of its own.
  const since = await setStage(trx, resumeIds, {
    stageId: sql`(select m.to_stage_id ${LAST_MOVE})`,
    since: sql`(select m.created_at ${LAST_MOVE})`,
  });
  await touchMoved(trx, actor, back);
  await auditMany(
    trx,
    actor,
    "resume.move_undone",
    back.map(({ stage, ...about }) => ({
      ...about,
      targetId: about.resumeId,
      details: { from: stage.id, batchId },
    })),
  );
  return since;
}

async function touchMoved(trx: Trx, actor: Principal, moved: readonly Standing[]): Promise<void> {
  const candidateIds = moved.flatMap(({ candidateId }) => candidateId ?? []);
  await touchPeople(trx, actor.workspaceId, candidateIds);
}

/** The last move of the row `resumes` that holds. */
const LAST_MOVE = sql`
  from moves m where m.resume_id = resumes.id and m.undone_at is null order by m.id desc limit 1`;

async function setStage(
  trx: Trx,
  resumeIds: readonly string[],
  { stageId, since }: { stageId: RawBuilder<unknown>; since: RawBuilder<unknown> },
): Promise<StandsSince> {
  const { rows } = await sql<{ id: string; since: Date }>`
    update resumes set stage_id = ${stageId}, stage_since = ${since},
      stage_version = stage_version + 1, change = pg_current_xact_id()::text::bigint,
      updated_at = now()
    where id = any(${resumeIds}::uuid[])
    returning id, coalesce(stage_since, created_at) as since`.execute(trx);
  return new Map(rows.map(({ id, since }) => [id, since]));
}

/** The last move of each résumé that was not taken back. */
export async function selectLatest(
  trx: Trx,
  resumeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await trx.selectFrom("moves").distinctOn("resumeId").select(["id", "resumeId"])
    .where(sql<boolean>`resume_id = any(${resumeIds}::uuid[])`).where("undoneAt", "is", null)
    .orderBy("resumeId").orderBy("id", "desc").execute();
  return new Map(rows.map(({ id, resumeId }) => [resumeId, id]));
}
