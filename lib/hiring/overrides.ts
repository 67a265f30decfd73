import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../platform/errors.ts";
import { Id, text } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import type { Flag, Likeness, Match } from "../talent/types.ts";
import { touchPeople } from "./candidate_rows.ts";
import { type EvaluationDetail, getEvaluationById, noEvaluation } from "./evaluations.ts";
import { lockJob } from "./job_lock.ts";
import { postingOf, WEIGHT_COLUMNS, weightsOf } from "./job_weights.ts";
import { type Basis, CHANGED, selectOverrides, tellEvaluated } from "./judging.ts";
import { tellProgress } from "./progress.ts";
import { selectRequirements } from "./requirement_rows.ts";
import { Verdict } from "./states.ts";
import { summarise } from "./summary.ts";
import { applyOverrides, holds, type OverrideRow, rescore } from "./verdicts.ts";
import { withheldConflict } from "./withheld.ts";

/** A person's verdict on one requirement, and why. */
export const OverrideInput = z.strictObject({
  requirementId: Id,
  verdict: Verdict,
  reason: text(3, 2000),
  /** The override that the person saw; null: they saw the engine's verdict. */
  replaces: Id.nullable().optional(),
});
export type OverrideInput = z.infer<typeof OverrideInput>;

/**
 * Puts a person's verdict in place of the engine's. Score and grade follow; what the engine said
 * is kept beside them. A new evaluation keeps the verdict while the requirement's name and years
 * are the same.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {InvalidInput} If the requirement is not one that the evaluation judged.
 * @throws {Conflict} If the requirements have changed and the evaluation is being made anew, or
 *   somebody has changed the verdict since the one that the input says it replaces.
 */
export function overrideVerdict(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  evaluationId: string,
  { requirementId, verdict, reason, replaces }: OverrideInput,
): Promise<EvaluationDetail> {
  return change(actor, services, evaluationId, async (trx, { basis, resumeId, matches }) => {
    const requirement = basis.requirements.find(({ id }) => id === requirementId);
    const match = matches.find((one) => one.requirementId === requirementId);
    if (!requirement || !match) {
      throw new InvalidInput("The verdict cannot be changed", [{
        pointer: "/requirement_id",
        detail: "must be a requirement that this evaluation judged",
      }]);
    }
    // The same clock as the new row's, so that the history sees that one replaced the other.
    const ended = await trx.updateTable("overrides")
      .set({ undoneAt: sql<Date>`now()`, undoneBy: actor.userId })
      .where("resumeId", "=", resumeId).where("requirementId", "=", requirementId)
      .where("undoneAt", "is", null)
      .returning(["id", "requirementId", "requirementName", "requirementYears", "verdict"])
      .execute() as (OverrideRow & { id: string })[];
    const held = ended.find((one) => holds(one, requirement))?.id ?? null;
    if (replaces !== undefined && replaces !== held) {
      throw new Conflict(
        `Somebody has changed the verdict on "${requirement.name}" meanwhile: look at it again`,
      );
    }
    await trx.insertInto("overrides").values({
      workspaceId: actor.workspaceId,
      resumeId,
      requirementId,
      requirementName: requirement.name,
      requirementYears: requirement.years,
      verdictBefore: match.verdict,
      verdict,
      reason,
      userId: actor.userId,
    }).execute();
    await audit(trx, actor, "verdict.overridden", evaluationId, {
      requirementId,
      from: match.verdict,
      to: verdict,
    }, { jobId: basis.jobId, resumeId });
  });
}

/**
 * Lets the engine's verdict hold again.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace, or no such override of it.
 * @throws {Conflict} If the requirements have changed and the evaluation is being made anew.
 */
export function undoOverride(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  evaluationId: string,
  overrideId: string,
): Promise<EvaluationDetail> {
  return change(actor, services, evaluationId, async (trx, { resumeId, basis }) => {
    const row = await trx.updateTable("overrides")
      .set({ undoneAt: new Date(), undoneBy: actor.userId })
      .where("id", "=", overrideId).where("resumeId", "=", resumeId).where("undoneAt", "is", null)
      .returning(["requirementId", "verdictBefore", "verdict"]).executeTakeFirst();
    if (!row) throw new NotFound(`There is no override ${overrideId} to undo`);
    await audit(trx, actor, "verdict.restored", evaluationId, {
      requirementId: row.requirementId,
      from: row.verdict,
      to: row.verdictBefore,
    }, { jobId: basis.jobId, resumeId });
  });
}

interface Judgement {
  readonly basis: Omit<Basis, "halfLives">;
  readonly resumeId: string;
  readonly matches: readonly Match[];
  readonly flags: readonly Flag[];
  readonly likeness: Likeness | null;
}

async function change(
  actor: Principal,
  services: Pick<Services, "db" | "redis">,
  evaluationId: string,
  edit: (trx: Trx, judgement: Judgement) => Promise<void>,
): Promise<EvaluationDetail> {
  requirePermission(actor, "evaluations:write");
  const detail = await services.db.transaction().execute(async (trx) => {
    const judgement = await lockJudgement(trx, actor, evaluationId);
    await edit(trx, judgement);
    await scoreAgain(trx, evaluationId, judgement);
    return await getEvaluationById(actor, trx, evaluationId);
  });
  await tellProgress(services, actor.workspaceId, detail.jobId);
  return detail;
}

async function lockJudgement(
  trx: Trx,
  actor: Principal,
  evaluationId: string,
): Promise<Judgement> {
  const found = await trx.selectFrom("evaluations").select(["jobId", "resumeId"])
    .where("id", "=", evaluationId).where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!found) throw noEvaluation(evaluationId);
  const { jobId, resumeId } = found;
  const job = await lockJob(trx, actor.workspaceId, jobId);
  // The résumé's row is what a new evaluation of it locks too.
  await trx.selectFrom("resumes").select("id").where("id", "=", resumeId).forUpdate().execute();
  const row = await trx.selectFrom("evaluations")
    .innerJoin("jobs", "jobs.id", "evaluations.jobId")
    .select([
      "evaluations.matches",
      "evaluations.flags",
      "evaluations.requirementsVersion",
      "evaluations.likeness",
      "evaluations.withheld",
      "jobs.description",
      ...WEIGHT_COLUMNS,
    ])
    .where("evaluations.id", "=", evaluationId).executeTakeFirst();
  if (!row) throw noEvaluation(evaluationId);
  if (row.withheld !== null) throw withheldConflict();
  if (row.requirementsVersion !== job.requirementsVersion) {
    throw new Conflict(
      "The requirements have changed and this résumé is being judged by them: try again soon",
    );
  }
  const weights = weightsOf(row);
  return {
    resumeId,
    likeness: row.likeness as Likeness | null,
    matches: row.matches as Match[],
    flags: row.flags as Flag[],
    basis: {
      workspaceId: actor.workspaceId,
      jobId,
      version: row.requirementsVersion,
      weights,
      posting: postingOf(row.description, weights),
      language: job.language,
      requirements: await selectRequirements(trx, jobId),
    },
  };
}

async function scoreAgain(
  trx: Trx,
  evaluationId: string,
  { basis, resumeId, matches, flags, likeness }: Judgement,
): Promise<void> {
  const overrides = await selectOverrides(trx, resumeId);
  const effective = applyOverrides(basis.requirements, matches, overrides);
  const figures = rescore(effective, basis.weights, flags, likeness?.percent ?? null);
  const { engineVersion } = await trx.updateTable("evaluations")
    .set({ ...figures, summary: summarise(effective), updatedAt: new Date() })
    .where("id", "=", evaluationId).returning("engineVersion").executeTakeFirstOrThrow();
  await tellEvaluated(trx, basis, resumeId, { evaluationId, engineVersion, ...figures });
  const resume = await trx.updateTable("resumes").set(CHANGED).where("id", "=", resumeId)
    .returning("candidateId").executeTakeFirst();
  if (resume?.candidateId) await touchPeople(trx, basis.workspaceId, [resume.candidateId]);
  await trx.updateTable("jobs").set({ updatedAt: new Date() })
    .where("id", "=", basis.jobId).execute();
}
