import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import {
  type Change as MeasuredChange,
  measureSensitivity,
  type Reached as MeasuredReached,
  type SensitiveCandidate,
} from "../talent/sensitivity.ts";
import { noJob } from "./job_lock.ts";
import { type Basis, loadBasis } from "./judging.ts";
import { MAX_RANKED } from "./ranking.ts";
import { BY_RANK, SHARE } from "./ranking_order.ts";
import { Grade, Level, Verdict } from "./states.ts";
import type { EvaluationSummary } from "./summary.ts";

/** One thing that is a little other than it is. */
export const Change = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("importance"),
    requirementId: Id,
    from: z.number(),
    to: z.number(),
  }),
  z.object({ kind: z.literal("weight"), level: Level, from: z.number(), to: z.number() }),
  z.object({ kind: z.literal("verdict"), requirementId: Id, to: Verdict }),
]);
export type Change = z.infer<typeof Change>;

/** A rank that one change leads to. */
export const Reached = z.object({
  rank: z.int(),
  grade: Grade.nullable(),
  /** Null where nothing leads further than they are now. */
  change: Change.nullable(),
});
export type Reached = z.infer<typeof Reached>;

/** How firmly a candidate stands. */
export const Standing = z.object({
  resumeId: Id,
  /** The candidate's name, or else the file's. */
  name: z.string(),
  rank: z.int(),
  score: z.number().nullable(),
  grade: Grade.nullable(),
  best: Reached,
  worst: Reached,
  /** Whether the score lies within 0.02 of a line between two grades. */
  isNearLine: z.boolean(),
}).meta({ id: "Standing" });
export type Standing = z.infer<typeof Standing>;

/** What one step of a weight does to the whole ranking. */
export const WeightStep = z.object({
  change: Change,
  /** How many candidates stand elsewhere then. */
  moved: z.int(),
  /** How many have another grade. */
  regraded: z.int(),
  /** The most places that one of them moves. */
  furthest: z.int(),
}).meta({ id: "WeightStep" });
export type WeightStep = z.infer<typeof WeightStep>;

/** How firmly a ranking stands. */
export interface JobSensitivity {
  /** What was ranked by. */
  readonly basis: Basis;
  readonly steps: readonly WeightStep[];
  /** In the order of the ranking. */
  readonly standings: readonly Standing[];
  /** The same with the verdicts that hold, for who wants to weigh them otherwise. */
  readonly candidates: readonly NamedCandidate[];
  /** How many were left out: behind the thousandth, or not judged by the requirements of now. */
  readonly leftOut: number;
}

/** A candidate with what tells who they are. */
export interface NamedCandidate extends SensitiveCandidate {
  readonly name: string;
}

/**
 * How the ranking of a job would change with each weight one step up or down, and with each PARTIAL
 * a YES or a NO. It looks at the first thousand, as far as the requirements of now judged them.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getSensitivity(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<JobSensitivity> {
  requirePermission(actor, "evaluations:read");
  const [basis, { rows }] = await Promise.all([
    loadBasis(db, actor.workspaceId, jobId),
    selectRanked(actor, db, jobId),
  ]);
  if (!basis) throw noJob(jobId);
  const ids = basis.requirements.map(({ id }) => id);
  const candidates = rows.flatMap((row) => {
    if (row.requirementsVersion !== basis.version) return [];
    return toCandidate(row, ids) ?? [];
  }).slice(0, MAX_RANKED);
  const { steps, standings } = measureSensitivity(candidates, basis.requirements, basis.weights);
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  return {
    basis,
    candidates,
    leftOut: (rows[0]?.total ?? 0) - candidates.length,
    steps: steps.map(({ change, ...step }) => ({ ...step, change: named(change, ids) })),
    standings: standings.map(({ id, best, worst, ...standing }) => ({
      ...standing,
      resumeId: id,
      name: names.get(id) ?? "",
      best: reached(best, ids),
      worst: reached(worst, ids),
    })),
  };
}

interface RankedVerdicts {
  readonly id: string;
  readonly name: string;
  readonly requirementsVersion: number;
  readonly strip: EvaluationSummary["strip"];
  readonly likeness: number | null;
  readonly tie: number;
  readonly total: number;
}

function selectRanked({ workspaceId }: Principal, db: Db, jobId: string) {
  return sql<RankedVerdicts>`
    with judged as (
      select r.id, r.candidate_id, r.file_name, r.text_hash, e.score, e.raw_score,
        ${SHARE} as share, e.requirements_version, e.summary -> 'strip' as strip,
        (e.likeness ->> 'percent')::int as likeness,
        count(*) over () as total
      from evaluations e join resumes r on r.id = e.resume_id
      where e.job_id = ${jobId} and r.workspace_id = ${workspaceId} and r.status = 'done'
        and e.score is not null
    ), top as (
      select * from judged order by ${BY_RANK} limit ${MAX_RANKED}
    )
    select top.id, coalesce(c.name, top.file_name) as name, requirements_version, strip, likeness, total,
      row_number() over (order by top.file_name collate "C", text_hash, top.id) as tie
    from top left join candidates c on c.id = top.candidate_id`.execute(db);
}

/** The verdicts in the order of the requirements; null when one of them is missing. */
function toCandidate(
  { id, name, tie, strip, likeness }: RankedVerdicts,
  requirementIds: readonly string[],
): NamedCandidate | null {
  const judged = new Map(strip.map((item) => [item.requirementId, item]));
  const items = requirementIds.flatMap((one) => judged.get(one) ?? []);
  if (items.length < requirementIds.length) return null;
  return {
    id,
    name,
    tie,
    likeness,
    verdicts: items.map(({ verdict }) => verdict),
    decided: items.flatMap(({ isOverridden }, at) => isOverridden ? [at] : []),
  };
}

function reached({ rank, grade, change }: MeasuredReached, ids: readonly string[]): Reached {
  return { rank, grade, change: change && named(change, ids) };
}

/** The same with the requirement's id in the place of its number. */
function named(change: MeasuredChange, ids: readonly string[]): Change {
  if (change.kind === "weight") return change;
  const { requirement, ...rest } = change;
  return { ...rest, requirementId: ids[requirement] ?? "" };
}
