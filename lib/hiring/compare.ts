import { sql } from "kysely";
import { z } from "zod";
import { auditMany } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { levelShares } from "../talent/shares.ts";
import type { Match } from "../talent/types.ts";
import { noJob } from "./job_lock.ts";
import { WEIGHT_COLUMNS, weightsOf } from "./job_weights.ts";
import { getRanking, type RankingRow } from "./ranking.ts";
import { wordsOf } from "./resume_masks.ts";
import { JobRequirement, selectRequirements } from "./requirement_rows.ts";
import { ensureStages, firstStage, Stage } from "./stages.ts";
import { Flag, Grade, Verdict } from "./states.ts";
import { applyOverrides, holds, type OverrideRow } from "./verdicts.ts";

/** As many as stand beside each other on a screen. */
export const MAX_COMPARED = 4;

/** What holds for one candidate and one requirement. */
export const ComparedMatch = z.object({
  requirementId: Id,
  verdict: Verdict,
  /**
   * The shortest proof, or the words that deny it, on one line. `place` counts among the verdict's
   * quotes from 0; null for a denial, which is none of them.
   */
  quote: z.object({ text: z.string(), place: z.int().nullable() }).nullable(),
  /** What a person said in the engine's place. */
  change: z.object({ reason: z.string(), userName: z.string().nullable() }).nullable(),
});
export type ComparedMatch = z.infer<typeof ComparedMatch>;

/** A candidate beside others; without an evaluation there is no score and no match. */
export const ComparedCandidate = z.object({
  resumeId: Id,
  evaluationId: Id.nullable(),
  /** The candidate's, or else the file's. */
  name: z.string(),
  headline: z.string().nullable(),
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int().nullable(),
  requiredTotal: z.int().nullable(),
  flags: z.array(Flag),
  stage: Stage,
  stageVersion: z.int(),
  /** In the job's order. */
  matches: z.array(ComparedMatch),
});
export type ComparedCandidate = z.infer<typeof ComparedCandidate>;

/** Two to four candidates for one job. */
export const Comparison = z.object({
  job: z.object({ id: Id, title: z.string() }),
  /** In the job's order; `isDifferent`: the candidates' verdicts are not all the same. */
  requirements: z.array(JobRequirement.extend({ isDifferent: z.boolean() })),
  /** The part of the score that each level makes out, 0 to 1. */
  shares: z.object({ required: z.number(), niceToHave: z.number() }),
  /** In the order asked for. */
  candidates: z.array(ComparedCandidate),
});
export type Comparison = z.infer<typeof Comparison>;

interface ComparedRow {
  id: string;
  evaluationId: string | null;
  candidateId: string | null;
  name: string;
  isMasked: boolean;
  secrets: string[] | null;
  headline: string | null;
  score: number | null;
  rawScore: number | null;
  grade: z.infer<typeof Grade> | null;
  requiredMet: number | null;
  requiredTotal: number | null;
  flags: z.infer<typeof Flag>[] | null;
  stageVersion: number;
  stage: Stage | null;
  matches: Match[] | null;
  overrides: (OverrideRow & { reason: string; userName: string | null })[];
}

/**
 * Candidates for one job beside each other. Who reads them is written down.
 *
 * @param resumeIds Which, in their order; at most MAX_COMPARED.
 * @throws {NotFound} If the job, or one of the résumés in it, is not in the workspace.
 */
export async function compareCandidates(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeIds: readonly string[],
): Promise<Comparison> {
  requirePermission(actor, "evaluations:read");
  if (resumeIds.length > MAX_COMPARED) {
    throw new RangeError(`At most ${MAX_COMPARED} can be compared, not ${resumeIds.length}`);
  }
  const [job, requirements, rows] = await Promise.all([
    db.selectFrom("jobs").select(["id", "title"]).select(WEIGHT_COLUMNS)
      .where("id", "=", jobId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst(),
    selectRequirements(db, jobId),
    selectCompared(actor, db, jobId, resumeIds),
  ]);
  if (!job) throw noJob(jobId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const asked = resumeIds.map((id) => byId.get(id) ?? missing(id));
  const first = asked.every(({ stage }) => stage)
    ? null
    : firstStage(await ensureStages(db, actor.workspaceId));
  await auditMany(
    db,
    actor,
    "evaluation.compared",
    asked.map(({ id, evaluationId, candidateId }) => ({
      targetId: evaluationId ?? id,
      details: {},
      jobId,
      resumeId: id,
      candidateId,
    })),
  );
  const candidates = asked.map((row) => toCandidate(row, requirements, first));
  return {
    job: { id: job.id, title: job.title },
    requirements: requirements.map((one) => ({ ...one, isDifferent: differs(one.id, candidates) })),
    shares: levelShares(requirements, weightsOf(job)),
    candidates,
  };
}

function missing(resumeId: string): never {
  throw new NotFound(`There is no résumé ${resumeId} in this job`);
}

async function selectCompared(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeIds: readonly string[],
): Promise<ComparedRow[]> {
  // The names inside of JSON stay as they are written here.
  const { rows } = await sql<ComparedRow>`
    select r.id, e.id as evaluation_id, r.candidate_id, coalesce(c.name, r.file_name) as name,
      r.is_masked, r.secrets, e.headline, e.score, e.raw_score, e.grade, e.required_met, e.required_total, e.flags,
      r.stage_version, e.matches,
      case when s.id is not null then jsonb_build_object('id', s.id, 'key', s.key,
        'name', s.name, 'decision', s.decision, 'position', s.position) end as stage,
      coalesce((
        select jsonb_agg(jsonb_build_object('requirementId', o.requirement_id,
          'requirementName', o.requirement_name, 'requirementYears', o.requirement_years,
          'verdict', o.verdict, 'reason', o.reason, 'userName', u.name))
        from overrides o left join users u on u.id = o.user_id
        where o.resume_id = r.id and o.undone_at is null
      ), '[]') as overrides
    from resumes r
    left join evaluations e on e.resume_id = r.id and r.status = 'done'
    left join candidates c on c.id = r.candidate_id
    left join stages s on s.workspace_id = r.workspace_id
      and (s.id = r.stage_id or (r.stage_id is null and s.key = 'new'))
    where r.id = any(${resumeIds}::uuid[]) and r.job_id = ${jobId}
      and r.workspace_id = ${actor.workspaceId}`.execute(db);
  return rows;
}

function toCandidate(
  row: ComparedRow,
  requirements: readonly JobRequirement[],
  first: Stage | null,
): ComparedCandidate {
  const { id: resumeId, matches, overrides, stage, flags } = row;
  const { evaluationId, name, score, rawScore, grade, requiredMet, requiredTotal } = row;
  const say = wordsOf(row);
  const effective = applyOverrides(requirements, matches ?? [], overrides);
  const standing = stage ?? first;
  if (!standing) throw new TypeError("A résumé without a stage");
  return {
    evaluationId,
    name,
    headline: row.headline && say(row.headline),
    score,
    rawScore,
    grade,
    requiredMet: flags?.includes("objection") ? null : requiredMet,
    requiredTotal: flags?.includes("objection") ? null : requiredTotal,
    stageVersion: row.stageVersion,
    resumeId,
    flags: flags ?? [],
    stage: standing,
    matches: effective.map(({ requirement, verdict, match }) => {
      const override = overrides.find((one) => holds(one, requirement));
      return {
        requirementId: requirement.id,
        verdict,
        quote: shortestQuote(match, say),
        change: override ? { reason: override.reason, userName: override.userName } : null,
      };
    }),
  };
}

function shortestQuote(
  { evidence, reason }: Match,
  say: (words: string) => string,
): ComparedMatch["quote"] {
  const quotes = evidence.map(({ text }, place) => ({ text: onOneLine(say(text)), place }));
  const [first] = quotes.toSorted((a, b) => a.text.length - b.text.length);
  if (first) return first;
  const denial = reason.params.quote;
  return typeof denial === "string" ? { text: onOneLine(say(denial)), place: null } : null;
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function differs(requirementId: string, candidates: readonly ComparedCandidate[]): boolean {
  const verdicts = candidates.flatMap(({ matches }) =>
    matches.filter((match) => match.requirementId === requirementId).map(({ verdict }) => verdict)
  );
  return new Set(verdicts).size > 1;
}

/** Somebody who could stand beside others, as the ranking knows them. */
export interface Comparable {
  readonly resumeId: string;
  readonly name: string;
  readonly rank: number | null;
  readonly score: number | null;
}

/**
 * Those of a job's ranking who are not chosen yet, best first, and how many they are.
 *
 * @param find Part of a name, or words of the résumé.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function listComparable(
  actor: Principal,
  db: Db,
  jobId: string,
  { chosen, find, count }: { chosen: readonly string[]; find?: string | undefined; count: number },
): Promise<{ others: Comparable[]; totalCount: number }> {
  const { data, totalCount } = await getRanking(actor, db, jobId, {
    q: find,
    grade: ["A", "B", "C", "D"],
    page: 1,
    itemsPerPage: count + chosen.length,
  });
  const others = data.filter(({ resumeId }) => !chosen.includes(resumeId)).map(toComparable);
  return {
    others: others.slice(0, count),
    totalCount: totalCount - (data.length - others.length),
  };
}

/**
 * Some résumés of a job, in the order of its ranking; those that are not there are left out.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function nameCompared(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeIds: readonly string[],
): Promise<Comparable[]> {
  const { data } = await getRanking(actor, db, jobId, {
    only: resumeIds,
    page: 1,
    itemsPerPage: Math.max(resumeIds.length, 1),
  });
  return data.map(toComparable);
}

function toComparable({ resumeId, candidate, fileName, rank, score }: RankingRow): Comparable {
  return { resumeId, name: candidate.name ?? fileName, rank, score };
}
