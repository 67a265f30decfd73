import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import { Refusal, toMebibytes } from "../documents/refusal.ts";
import type { Recognition } from "../documents/types.ts";
import type { Db } from "../platform/database.ts";
import { toStorable } from "../platform/input.ts";
import { publishProgress } from "../platform/progress.ts";
import type { Services } from "../platform/services.ts";
import { evaluate } from "../talent/evaluate.ts";
import { compareRanked } from "../talent/rank.ts";
import { readJob } from "../talent/requirements.ts";
import type { Evaluation, HalfLives, JobReading, PostingWord, Weights } from "../talent/types.ts";
import { ENGINE_VERSION } from "../talent/version.ts";
import type { BulkJob, BulkResult, BulkResume } from "./bulk_evaluations.ts";
import { readFile } from "./file_reading.ts";
import { selectHalfLives } from "./half_lives.ts";
import { postingOf, withDefaults } from "./job_weights.ts";
import { countHidden } from "./judging.ts";
import type { FileError } from "./states.ts";
import type { BulkTask } from "./tasks.ts";

/** One file judged, with what decides its place; or the reason why it cannot be. */
type Judged =
  | {
    readonly fileName: string;
    readonly recognition: Recognition | null;
    readonly evaluation: Evaluation;
    readonly textHash: string;
  }
  | { readonly fileName: string; readonly error: FileError };

/**
 * Judges what waits in a bulk evaluation, and deletes what was sent in the transaction that writes
 * the result. Run twice, it judges once; one that has expired is left to be forgotten.
 */
export async function judgeBulk(
  services: Services,
  { workspaceId, bulkId }: BulkTask,
  signal: AbortSignal,
): Promise<void> {
  const { db, redis } = services;
  const bulk = await db.selectFrom("bulkEvaluations").select(["job", "createdAt"])
    .where("id", "=", bulkId).where("workspaceId", "=", workspaceId)
    .where("status", "=", "waiting").where("expiresAt", ">", sql<Date>`now()`).executeTakeFirst();
  if (!bulk?.job) return;
  const { text, weights: given } = bulk.job as z.infer<typeof BulkJob>;
  const weights = withDefaults(given);
  const posting = postingOf(text, weights);
  const reading = readJob(text);
  const halfLives = await selectHalfLives(db, workspaceId);
  const day = bulk.createdAt.toISOString().slice(0, 10);
  const files = await db.selectFrom("bulkFiles").select("position")
    .where("bulkId", "=", bulkId).orderBy("position").execute();
  const judged: Judged[] = [];
  for (const { position } of files) {
    signal.throwIfAborted();
    judged.push(
      await judgeFile(
        services,
        { bulkId, position },
        { reading, weights, posting, halfLives, day },
        signal,
      ),
    );
  }
  await storeResult(db, bulkId, {
    engineVersion: ENGINE_VERSION,
    language: reading.language,
    weights: { ...weights },
    requirements: reading.requirements.map(({ source, ...one }) => ({
      ...one,
      source: source && { start: source.start, end: source.end },
    })),
    resumes: ranked(judged),
  });
  publishProgress(redis, bulkId);
}

/** Marks one whose every attempt failed, and deletes what was sent. */
export async function giveUpBulk(
  { db, redis }: Services,
  { workspaceId, bulkId }: BulkTask,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("bulkEvaluations").set({ status: "failed", job: null })
      .where("id", "=", bulkId).where("workspaceId", "=", workspaceId)
      .where("status", "=", "waiting").returning("id").executeTakeFirst();
    if (row) await trx.deleteFrom("bulkFiles").where("bulkId", "=", bulkId).execute();
  });
  publishProgress(redis, bulkId);
}

interface Basis {
  readonly reading: JobReading;
  readonly weights: Weights;
  readonly posting: readonly PostingWord[];
  readonly halfLives: HalfLives;
  /** "Present" in a résumé means this day. */
  readonly day: string;
}

async function judgeFile(
  { db, config }: Services,
  { bulkId, position }: { bulkId: string; position: number },
  { reading, weights, posting, halfLives, day }: Basis,
  signal: AbortSignal,
): Promise<Judged> {
  const { fileName, bytes, sizeBytes } = await db.selectFrom("bulkFiles")
    .select(["fileName", "bytes", "sizeBytes"])
    .where("bulkId", "=", bulkId).where("position", "=", position).executeTakeFirstOrThrow();
  if (!bytes) {
    const limit = toMebibytes(config.document.maxBytes);
    const params = { limit, actual: toMebibytes(sizeBytes) };
    return { fileName, error: { code: "too_large", params } };
  }
  try {
    const document = await readFile(bytes, { limits: config.document, fileName, signal });
    const text = toStorable(document.text);
    const evaluation = evaluate({
      text,
      requirements: reading.requirements,
      weights,
      now: day,
      hiddenCharacters: countHidden(document.hidden),
      language: reading.language,
      posting,
      halfLives,
    });
    const textHash = createHash("sha256").update(text).digest("hex");
    return { fileName, recognition: document.recognition, evaluation, textHash };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { fileName, error: { code: error.code, params: { ...error.params } } };
  }
}

function ranked(all: readonly Judged[]): BulkResume[] {
  const order = all.flatMap((one) =>
    "evaluation" in one ? [{ ...one.evaluation, ...one, one }] : []
  ).sort(compareRanked).map(({ one }) => one as Judged);
  return all.map((one) => {
    if (!("evaluation" in one)) return { ...NOT_JUDGED, fileName: one.fileName, error: one.error };
    const { engineVersion: _, contact: __, matches, likeness, flags, ...evaluation } =
      one.evaluation;
    return {
      ...evaluation,
      fileName: one.fileName,
      recognition: one.recognition && { ...one.recognition, pages: [...one.recognition.pages] },
      error: null,
      rank: evaluation.score === null ? null : order.indexOf(one) + 1,
      flags: [...flags],
      likeness: likeness && { ...likeness, evidence: [...likeness.evidence] },
      matches: matches.map((match) => ({
        ...match,
        reason: { code: match.reason.code, params: { ...match.reason.params } },
        evidence: match.evidence.map((quote) => ({ ...quote })),
        tried: [...match.tried],
      })),
    };
  });
}

const NOT_JUDGED = {
  rank: null,
  likeness: null,
  language: null,
  recognition: null,
  headline: null,
  score: null,
  rawScore: null,
  grade: null,
  requiredMet: null,
  requiredTotal: null,
  flags: [],
  matches: [],
};

function storeResult(db: Db, bulkId: string, result: BulkResult): Promise<void> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("bulkEvaluations").set({ status: "done", job: null, result })
      .where("id", "=", bulkId).where("status", "=", "waiting").returning("id").executeTakeFirst();
    if (row) await trx.deleteFrom("bulkFiles").where("bulkId", "=", bulkId).execute();
  });
}
