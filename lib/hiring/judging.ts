import { sql } from "kysely";
import type { z } from "zod";
import type { HiddenText } from "../documents/types.ts";
import type { Db, Trx } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { evaluations } from "../platform/telemetry/measures.ts";
import { evaluate, type EvaluationInput } from "../talent/evaluate.ts";
import type { Evaluation, HalfLives, Language, PostingWord } from "../talent/types.ts";
import { ENGINE_VERSION } from "../talent/version.ts";
import { HALF_LIFE_COLUMNS } from "./half_life_columns.ts";
import { postingOf, type SetWeights, WEIGHT_COLUMNS, weightsOf } from "./job_weights.ts";
import { tellProgress } from "./progress.ts";
import { contentOf, type ReceiptContent, writeContent } from "./receipt_content.ts";
import { type JobRequirement, selectRequirements } from "./requirement_rows.ts";
import type { Flag } from "./states.ts";
import { summarise } from "./summary.ts";
import { enqueueEvaluateJob, type EvaluateJobTask } from "./tasks.ts";
import { type EventData, lookWhetherRanked, tell } from "./webhook_events.ts";
import { applyOverrides, type OverrideRow, rescore } from "./verdicts.ts";
import { isObjected, stored } from "./withheld.ts";

/** What résumés of a job are judged by, as it was at one version. */
export interface Basis {
  readonly workspaceId: string;
  readonly jobId: string;
  readonly version: number;
  readonly weights: z.infer<typeof SetWeights>;
  /** The words of the posting; none where they do not count. */
  readonly posting: readonly PostingWord[];
  /** The job's, in which the names of requirements are read; null: each résumé's own. */
  readonly language: Language | null;
  readonly requirements: readonly JobRequirement[];
  /** The workspace's. */
  readonly halfLives: HalfLives;
}

/**
 * What résumés of a job are judged by now; undefined when the job is gone. Whoever stores a
 * verdict checks the version again, so that an edit in between is noticed.
 */
export async function loadBasis(
  db: Db,
  workspaceId: string,
  jobId: string,
): Promise<Basis | undefined> {
  const job = await db.selectFrom("jobs")
    .innerJoin("workspaces", "workspaces.id", "jobs.workspaceId")
    .select(["requirementsVersion", "language", "description"]).select(WEIGHT_COLUMNS)
    .select(HALF_LIFE_COLUMNS)
    .where("jobs.id", "=", jobId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!job) return undefined;
  const weights = weightsOf(job);
  const { occupation, tool, knowledge } = job;
  return {
    workspaceId,
    jobId,
    version: job.requirementsVersion,
    weights,
    posting: postingOf(job.description, weights),
    language: job.language,
    requirements: await selectRequirements(db, jobId),
    halfLives: { occupation, tool, knowledge },
  };
}

/** The text of a résumé, as far as it is judged. */
export interface JudgedText {
  readonly text: string;
  /** "Present" in the résumé means this day, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  readonly hiddenCharacters: number;
}

/** How many characters of a file nobody would see. */
export function countHidden(hidden: readonly HiddenText[]): number {
  return hidden.reduce((sum, { text }) => sum + text.length, 0);
}

/** Judges a résumé's text; the same text gives the same verdicts on every day. */
export function judge(basis: Basis, resume: JudgedText): Evaluation {
  return evaluate(engineInput(basis, resume));
}

/** Everything that the engine is given; the receipt of an evaluation holds it. */
function engineInput(
  basis: Basis,
  { text, receivedOn, hiddenCharacters }: JudgedText,
): EvaluationInput {
  return {
    text,
    requirements: basis.requirements,
    weights: basis.weights,
    now: receivedOn,
    hiddenCharacters,
    halfLives: basis.halfLives,
    ...(basis.language ? { language: basis.language } : {}),
    ...(basis.posting.length > 0 ? { posting: basis.posting } : {}),
  };
}

/**
 * Stores the verdicts of one résumé with their receipt, its overrides laid over them. The row that
 * a résumé has is replaced only by other requirements or another engine, so that a second run
 * changes nothing.
 */
export async function storeEvaluation(
  trx: Trx,
  basis: Basis,
  { id: resumeId, ...judged }: JudgedText & { readonly id: string },
  evaluation: Evaluation,
): Promise<void> {
  const overrides = await selectOverrides(trx, resumeId);
  const effective = applyOverrides(basis.requirements, evaluation.matches, overrides);
  const { score, rawScore, grade, requiredMet, requiredTotal, flags } = rescore(
    effective,
    basis.weights,
    evaluation.flags,
    evaluation.likeness?.percent ?? null,
  );
  const judgement = {
    score,
    rawScore,
    grade,
    engineScore: evaluation.score,
    engineGrade: evaluation.grade,
    requiredMet,
    requiredTotal,
    flags,
    matches: evaluation.matches,
    likeness: evaluation.likeness,
    summary: summarise(effective),
  };
  const shown = stored(judgement, await isObjected(trx, resumeId));
  const values = {
    ...shown,
    requirementsVersion: basis.version,
    engineVersion: evaluation.engineVersion,
    headline: evaluation.headline,
  };
  const { workspaceId, jobId } = basis;
  const row = await trx.insertInto("evaluations").values({
    workspaceId,
    jobId,
    resumeId,
    ...values,
  })
    .onConflict((conflict) =>
      conflict.column("resumeId").doUpdateSet({ ...values, updatedAt: new Date() })
        .where((eb) =>
          eb.or([
            eb("evaluations.requirementsVersion", "<>", basis.version),
            eb("evaluations.engineVersion", "<>", evaluation.engineVersion),
          ])
        )
    ).returning("id").executeTakeFirst();
  if (!row) return;
  evaluations.add({});
  await storeReceipt(trx, workspaceId, row.id, contentOf(engineInput(basis, judged), evaluation));
  await tellEvaluated(trx, basis, resumeId, { evaluationId: row.id, ...values });
}

async function storeReceipt(
  trx: Trx,
  workspaceId: string,
  evaluationId: string,
  receipt: ReceiptContent,
): Promise<void> {
  const content = writeContent(receipt);
  await trx.insertInto("receipts").values({ workspaceId, evaluationId, content })
    .onConflict((conflict) => conflict.column("evaluationId").doUpdateSet({ content })).execute();
}

/** Tells the workspace's webhooks what a résumé's evaluation says now. */
export async function tellEvaluated(
  trx: Trx,
  { workspaceId, jobId, version }: Pick<Basis, "workspaceId" | "jobId" | "version">,
  resumeId: string,
  { evaluationId, score, grade, requiredMet, requiredTotal, flags, engineVersion }:
    & Pick<EventData<"resume.evaluated">, "evaluationId" | "score" | "grade" | "engineVersion">
    & Pick<EventData<"resume.evaluated">, "requiredMet" | "requiredTotal">
    & { readonly flags: readonly z.infer<typeof Flag>[] },
): Promise<void> {
  const resume = await trx.selectFrom("resumes").select("candidateId").where("id", "=", resumeId)
    .executeTakeFirst();
  await tell(trx, workspaceId, "resume.evaluated", {
    resumeId,
    jobId,
    candidateId: resume?.candidateId ?? null,
    evaluationId,
    score,
    grade,
    requiredMet,
    requiredTotal,
    flags: [...flags],
    requirementsVersion: version,
    engineVersion,
  });
}

/** The overrides of a résumé that nobody has undone; some may have lapsed. */
export function selectOverrides(db: Db | Trx, resumeId: string): Promise<OverrideRow[]> {
  return db.selectFrom("overrides")
    .select(["requirementId", "requirementName", "requirementYears", "verdict"])
    .where("resumeId", "=", resumeId).where("undoneAt", "is", null)
    .execute() as Promise<OverrideRow[]>;
}

/** How many résumés are judged before the next look at who else wants something. */
const BATCH = 20;

/**
 * Judges all read résumés of a job by its requirements of now, from their stored text, and then
 * calls its ranking fresh. Stops when the requirements change meanwhile: the edit has left
 * another task for that.
 */
export async function evaluateJob(
  services: Services,
  { workspaceId, jobId }: EvaluateJobTask,
  signal: AbortSignal,
): Promise<void> {
  const { db } = services;
  const basis = await loadBasis(db, workspaceId, jobId);
  if (!basis) return;
  for (;;) {
    signal.throwIfAborted();
    const batch = await selectOutdated(db, basis);
    if (batch.length === 0) break;
    for (const { id, ...resume } of batch) {
      if (!await judgeAgain(db, basis, id, resume)) return;
    }
    await tellProgress(services, basis.workspaceId, jobId);
  }
  await markRanked(db, basis);
  await tellProgress(services, basis.workspaceId, jobId);
}

/**
 * Has the open jobs judged anew whose ranking has stayed stale because its task failed. What another
 * version of the engine judged stays, unless a person has taken the present one's verdicts.
 *
 * @returns How many there are.
 */
export function evaluateOutdatedJobs(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const jobs = await trx.selectFrom("jobs").select(["id", "workspaceId"])
      .where("archivedAt", "is", null)
      .where(({ eb, or, exists, selectFrom }) =>
        or([
          eb("rankedVersion", "<", eb.ref("requirementsVersion")),
          exists(
            selectFrom("evaluations")
              .innerJoin("engineComparisons", "engineComparisons.jobId", "evaluations.jobId")
              .select("evaluations.id").whereRef("evaluations.jobId", "=", "jobs.id")
              .where("engineComparisons.acceptedAt", "is not", null)
              .where("engineComparisons.engineVersion", "=", ENGINE_VERSION)
              .where("evaluations.engineVersion", "<>", ENGINE_VERSION),
          ),
        ])
      ).execute();
    for (const { id, workspaceId } of jobs) {
      await enqueueEvaluateJob(trx, { workspaceId, jobId: id });
    }
    return jobs.length;
  });
}

async function selectOutdated(db: Db, { jobId, version }: Basis) {
  const rows = await db.selectFrom("resumes")
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select(["resumes.id", "resumes.text", "resumes.receivedOn", "resumes.hidden"])
    .where("resumes.jobId", "=", jobId).where("resumes.status", "=", "done")
    .where((eb) =>
      eb.or([
        eb("evaluations.id", "is", null),
        eb("evaluations.requirementsVersion", "<>", version),
        eb("evaluations.engineVersion", "<>", ENGINE_VERSION),
      ])
    )
    .orderBy("resumes.id").limit(BATCH).execute();
  return rows.map(({ id, text, receivedOn, hidden }) => ({
    id,
    text: text ?? "",
    receivedOn,
    hiddenCharacters: countHidden(hidden as unknown as HiddenText[]),
  }));
}

/** @returns False when the job has other requirements by now, or is gone. */
function judgeAgain(db: Db, basis: Basis, resumeId: string, resume: JudgedText) {
  const evaluation = judgeOrUndefined(basis, resumeId, resume);
  return db.transaction().execute(async (trx) => {
    if (!await isCurrent(trx, basis)) return false;
    const row = await trx.updateTable("resumes")
      .set({ ...CHANGED, ...(evaluation ? {} : { status: "failed", errorCode: "internal" }) })
      .where("id", "=", resumeId).where("status", "=", "done").returning("id").executeTakeFirst();
    if (row && evaluation) {
      await storeEvaluation(trx, basis, { id: resumeId, ...resume }, evaluation);
    }
    return true;
  });
}

/** One text that the engine stumbles over must not keep the others from their ranking. */
function judgeOrUndefined(basis: Basis, resumeId: string, resume: JudgedText) {
  try {
    return judge(basis, resume);
  } catch (error) {
    logger("hiring").error("Judging résumé {resumeId} failed", { resumeId, error });
    return undefined;
  }
}

/** Marks a résumé as changed, for those who follow its job. */
export const CHANGED = {
  change: sql<number>`pg_current_xact_id()::text::bigint`,
  updatedAt: sql<Date>`now()`,
};

/** Whether the job is still at that version; if so, it stays there until `trx` ends. */
export async function isCurrent(trx: Trx, basis: Basis): Promise<boolean> {
  const row = await trx.selectFrom("jobs").select("requirementsVersion")
    .where("id", "=", basis.jobId).forShare().executeTakeFirst();
  return row?.requirementsVersion === basis.version;
}

async function markRanked(db: Db, basis: Basis): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable("jobs").set({ rankedVersion: basis.version, updatedAt: new Date() })
      .where("id", "=", basis.jobId).where("requirementsVersion", "=", basis.version)
      .where("rankedVersion", "<>", basis.version).execute();
    await lookWhetherRanked(trx, basis);
  });
}
