import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { jobTags } from "../accounts/cache_tags.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { cached } from "../platform/cache.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { levelShares } from "../talent/shares.ts";
import type { Likeness as ShownLikeness, Match } from "../talent/types.ts";
import { SetWeights, WEIGHT_COLUMNS, weightsOf } from "./job_weights.ts";
import { maskLikeness, maskMatches, wordsOf } from "./resume_masks.ts";
import { JobRequirement, selectRequirements } from "./requirement_rows.ts";
import { noResume } from "./resumes.ts";
import { Flag, Grade, Verdict } from "./states.ts";
import { applyOverrides, holds } from "./verdicts.ts";
import { withheldConflict } from "./withheld.ts";

/** A person's verdict in place of the engine's. */
export const Override = z.object({
  id: Id,
  verdict: Verdict,
  reason: z.string(),
  /** Who said so; both null when that user is gone. */
  userId: Id.nullable(),
  userName: z.string().nullable(),
  createdAt: Instant,
});
export type Override = z.infer<typeof Override>;

/** The verdict on one requirement, with its proof. */
export const EvaluatedMatch = z.object({
  requirement: JobRequirement,
  /** The verdict that holds: the override's where there is one. */
  verdict: Verdict,
  engineVerdict: Verdict,
  /** Why, as data; `sayReason()` says it in a language. */
  reason: z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  /** Exact quotes: `text.slice(start, end)` of the résumé's text. */
  evidence: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
  /** For NO: the terms that were looked for. */
  tried: z.array(z.string()),
  override: Override.nullable(),
});
export type EvaluatedMatch = z.infer<typeof EvaluatedMatch>;

/** How alike a résumé is to the words of its posting. */
export const Likeness = z.object({
  /** 0 to 100. */
  percent: z.int(),
  /** The words that say most of it, where they first stand in the résumé's text. */
  evidence: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
}).meta({ id: "Likeness" });

/** One résumé judged by one job's requirements. */
export const EvaluationDetail = z.object({
  id: Id,
  resumeId: Id,
  jobId: Id,
  /** After overrides, 0 to 1; null when the job asks for nothing. */
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  /** Before overrides. */
  engineScore: z.number().nullable(),
  engineGrade: Grade.nullable(),
  requiredMet: z.int(),
  requiredTotal: z.int(),
  headline: z.string().nullable(),
  flags: z.array(Flag),
  weights: SetWeights,
  /** How alike the résumé is to the words of the posting; null where it does not count. */
  likeness: Likeness.nullable(),
  /** The most of the score that each level can bring, 0 to 1; the rest is for the likeness. */
  shares: z.object({ required: z.number(), niceToHave: z.number() }),
  requirementsVersion: z.int(),
  engineVersion: z.string(),
  /** Whether the requirements have changed since; it is being made anew then. */
  isStale: z.boolean(),
  evaluatedAt: Instant,
  /** In the job's order. */
  matches: z.array(EvaluatedMatch),
});
export type EvaluationDetail = z.infer<typeof EvaluationDetail>;

/**
 * The evaluation of a résumé, with the overrides laid over it. Who reads it is written down.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If it is not judged yet, could not be read, or its person objects to it.
 */
export async function getEvaluation(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<EvaluationDetail> {
  requirePermission(actor, "evaluations:read");
  const row = await db.selectFrom("resumes")
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select(["resumes.jobId", "resumes.status", "resumes.fileName"])
    .select(["evaluations.id as evaluationId", "evaluations.withheld"])
    .where("resumes.id", "=", resumeId).where("resumes.workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!row) throw noResume(resumeId);
  if (row.status === "failed") {
    throw new Conflict(`"${row.fileName}" could not be read, so it has no evaluation`);
  }
  if (!row.evaluationId) throw new Conflict(`"${row.fileName}" is not judged yet: try again soon`);
  if (row.withheld !== null) throw withheldConflict();
  const { evaluationId, jobId } = row;
  const [evaluation] = await Promise.all([
    cached(db, {
      name: "evaluation",
      id: evaluationId,
      inputs: { workspaceId: actor.workspaceId },
      tags: jobTags(actor.workspaceId, jobId),
      schema: EvaluationDetail,
    }, () => getEvaluationById(actor, db, evaluationId)),
    audit(db, actor, "evaluation.read", evaluationId, {}, { jobId, resumeId }),
  ]);
  return evaluation;
}

/** Whether the person of a résumé objects to its evaluation, which is shown to nobody then. */
export async function isWithheld(actor: Principal, db: Db, resumeId: string): Promise<boolean> {
  requirePermission(actor, "evaluations:read");
  const row = await db.selectFrom("evaluations").select("id").where("resumeId", "=", resumeId)
    .where("workspaceId", "=", actor.workspaceId).where("withheld", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** @throws {NotFound} If there is no such evaluation in the workspace. */
export async function getEvaluationById(
  actor: Principal,
  db: Db | Trx,
  evaluationId: string,
): Promise<EvaluationDetail> {
  const row = await selectEvaluations(db, actor.workspaceId)
    .where("evaluations.id", "=", evaluationId).executeTakeFirst();
  if (!row) throw noEvaluation(evaluationId);
  const [requirements, overrides] = await Promise.all([
    selectRequirements(db, row.jobId),
    selectNamedOverrides(db, [row.resumeId]),
  ]);
  return toDetail(row, requirements, overrides);
}

/** The workspace's evaluations with what `toDetail()` reads of them, to be narrowed. */
export function selectEvaluations(db: Db | Trx, workspaceId: string) {
  return db.selectFrom("evaluations")
    .innerJoin("jobs", "jobs.id", "evaluations.jobId")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId")
    .selectAll("evaluations")
    .select(["resumes.isMasked", "resumes.secrets", "resumes.receivedOn"])
    // The text alone tells where the quotes stand in what is shown of it.
    .select((eb) =>
      eb.case().when("resumes.isMasked", "=", true).then(eb.ref("resumes.text")).else(null).end()
        .as("text")
    )
    .select([
      "jobs.requirementsVersion as currentVersion",
      ...WEIGHT_COLUMNS,
    ])
    .where("evaluations.workspaceId", "=", workspaceId);
}

type EvaluationRow = Awaited<
  ReturnType<ReturnType<typeof selectEvaluations>["executeTakeFirstOrThrow"]>
>;

/** An evaluation as the rest of the product knows it, by its job's requirements of now. */
export function toDetail(
  row: EvaluationRow,
  requirements: readonly JobRequirement[],
  overrides: Awaited<ReturnType<typeof selectNamedOverrides>>,
): EvaluationDetail {
  const say = wordsOf(row);
  const weights = weightsOf(row);
  const likeness = likenessOf(row);
  return {
    id: row.id,
    resumeId: row.resumeId,
    jobId: row.jobId,
    score: row.score,
    rawScore: row.rawScore,
    grade: row.grade,
    engineScore: row.engineScore,
    engineGrade: row.engineGrade,
    requiredMet: row.requiredMet,
    requiredTotal: row.requiredTotal,
    headline: row.headline && say(row.headline),
    flags: row.flags as EvaluationDetail["flags"],
    weights,
    likeness,
    shares: levelShares(requirements, { ...weights, text: likeness ? weights.text : 0 }),
    requirementsVersion: row.requirementsVersion,
    engineVersion: row.engineVersion,
    isStale: row.requirementsVersion !== row.currentVersion,
    evaluatedAt: row.updatedAt.toISOString(),
    matches: toMatches(requirements, maskMatches(row, row.matches as Match[]), overrides),
  };
}

function likenessOf(row: EvaluationRow): EvaluationDetail["likeness"] {
  const likeness = maskLikeness(row, row.likeness as ShownLikeness | null);
  return likeness && { ...likeness, evidence: [...likeness.evidence] };
}

function toMatches(
  requirements: readonly JobRequirement[],
  matches: readonly Match[],
  overrides: Awaited<ReturnType<typeof selectNamedOverrides>>,
): EvaluatedMatch[] {
  return applyOverrides(requirements, matches, overrides).map(({ requirement, match, verdict }) => {
    const override = overrides.find((one) => holds(one, requirement));
    return {
      requirement,
      verdict,
      engineVerdict: match.verdict,
      reason: { code: match.reason.code, params: { ...match.reason.params } },
      evidence: match.evidence.map((quote) => ({ ...quote })),
      tried: [...match.tried],
      override: override
        ? {
          id: override.id,
          verdict: override.verdict,
          reason: override.reason,
          userId: override.userName === null ? null : override.userId,
          userName: override.userName,
          createdAt: override.createdAt.toISOString(),
        }
        : null,
    };
  });
}

/** The overrides of résumés that nobody has undone, with who gave them. */
export function selectNamedOverrides(db: Db | Trx, resumeIds: readonly string[]) {
  return db.selectFrom("overrides").leftJoin("users", "users.id", "overrides.userId")
    .select([
      "overrides.id",
      "overrides.resumeId",
      "overrides.requirementId",
      "overrides.requirementName",
      "overrides.requirementYears",
      "overrides.verdict",
      "overrides.reason",
      "overrides.createdAt",
      "overrides.userId",
      "users.name as userName",
    ])
    .where(sql<boolean>`overrides.resume_id = any(${resumeIds}::uuid[])`)
    .where("overrides.undoneAt", "is", null).execute();
}

export function noEvaluation(evaluationId: string): NotFound {
  return new NotFound(`There is no evaluation ${evaluationId}`);
}
