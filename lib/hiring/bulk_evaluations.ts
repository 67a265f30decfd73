import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { countInQuota } from "../accounts/quotas.ts";
import type { Db } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant, text } from "../platform/input.ts";
import { watchProgress } from "../platform/progress.ts";
import type { Services } from "../platform/services.ts";
import { Likeness } from "./evaluations.ts";
import { JobWeights, SetWeights } from "./job_weights.ts";
import { JobDescription } from "./jobs.ts";
import { Recognition } from "./resumes.ts";
import { FileError, Flag, Grade, Language, Verdict } from "./states.ts";
import { enqueueForgetBulk, enqueueJudgeBulk } from "./tasks.ts";

/** The most résumés that are judged at once. */
export const MAX_BULK = 20;

/** A job's text and weights; 6 and 4 unless given. */
export const BulkJob = z.strictObject({ text: JobDescription, weights: JobWeights.optional() });

/** A job and résumés that are judged and not kept, as texts. */
export const BulkInput = z.strictObject({
  job: BulkJob,
  resumes: z.array(z.strictObject({
    text: text(20, 200_000),
    /** What the answer calls it. */
    fileName: text(1, 255).optional(),
  })).min(1, "must have at least one").max(MAX_BULK, `must have at most ${MAX_BULK}`),
});
export type BulkInput = z.infer<typeof BulkInput>;

/** The same with files; bytes are null of one that is larger than a file may be. */
export interface BulkFiles {
  readonly job: z.infer<typeof BulkJob>;
  readonly files: readonly {
    readonly fileName: string;
    readonly bytes: Uint8Array | null;
    readonly sizeBytes: number;
  }[];
}

/** The files that the texts of an input stand for. */
export function toBulkFiles({ job, resumes }: BulkInput): BulkFiles {
  const files = resumes.map(({ text, fileName }, at) => {
    const bytes = new TextEncoder().encode(text);
    return { fileName: fileName ?? `resume-${at + 1}.txt`, bytes, sizeBytes: bytes.length };
  });
  return { job, files };
}

const Quote = z.object({ text: z.string(), start: z.int(), end: z.int() });

/** What the job's text asks for; `source` is the sentence that says it. */
export const BulkRequirement = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(["required", "nice_to_have"]),
  kind: z.enum(["hard", "soft", "occupation"]),
  years: z.number().nullable(),
  importance: z.int(),
  gate: z.boolean(),
  skill: z.string().nullable(),
  source: z.object({ start: z.int(), end: z.int() }).nullable(),
});

/** One résumé judged, or the reason why it is not; the other fields are null then. */
export const BulkResume = z.object({
  fileName: z.string(),
  error: FileError.nullable(),
  /** From 1 among those that were judged. */
  rank: z.int().nullable(),
  language: Language.nullable(),
  /** Null where every page has a text of its own. */
  recognition: Recognition.nullable(),
  headline: z.string().nullable(),
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int().nullable(),
  requiredTotal: z.int().nullable(),
  flags: z.array(Flag),
  likeness: Likeness.nullable(),
  matches: z.array(z.object({
    requirementId: z.string(),
    verdict: Verdict,
    reason: z.object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    evidence: z.array(Quote),
    tried: z.array(z.string()),
  })),
});
export type BulkResume = z.infer<typeof BulkResume>;

/** What came of it; résumés in the order in which they were sent. */
export const BulkResult = z.object({
  engineVersion: z.string(),
  language: Language,
  weights: SetWeights,
  requirements: z.array(BulkRequirement),
  resumes: z.array(BulkResume),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** How far it is. */
export interface BulkState {
  readonly id: string;
  readonly status: "waiting" | "done" | "failed";
  readonly result: BulkResult | null;
  readonly expiresAt: string;
}

export const BulkStatus = z.enum(["waiting", "done", "failed"]);
export const BulkHead = z.object({ taskId: Id, status: BulkStatus, expiresAt: Instant });

/** How a bulk evaluation is begun. */
export interface BulkStart {
  /** The id that it is to have, the same when the call is repeated; one is made otherwise. */
  readonly id?: string | undefined;
  /**
   * Asked before it is begun; not again for one that is there.
   *
   * @throws {TooManyRequests} If there is no room for so many.
   */
  readonly admit?: () => Promise<void>;
}

/**
 * Has résumés judged by a job's text, and keeps nothing of either: the worker deletes what was
 * sent as soon as it has judged it, and the result goes when it is handed over or has expired. Each
 * file counts in the month's quota of résumés, as one that is added to a job does. One that was
 * begun with that id is found again, and counts no more.
 *
 * @returns How far it is.
 * @throws {QuotaExceeded} If the month has no room for all of them; then none is judged.
 */
export async function startBulk(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  input: BulkFiles,
  { id = crypto.randomUUID(), admit }: BulkStart = {},
): Promise<BulkState> {
  requirePermission(actor, "evaluations:write");
  const { workspaceId } = actor;
  if (await isBegun(db, workspaceId, id)) return await getBulk(actor, db, id);
  await admit?.();
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("bulkEvaluations")
      .where("id", "=", id).where("expiresAt", "<=", sql<Date>`now()`).execute();
    await sql`
      insert into bulk_evaluations (id, workspace_id, job, expires_at)
      values (${id}, ${workspaceId}, ${JSON.stringify(input.job)}::text::jsonb,
        now() + ${config.bulk.keepMs} * interval '1 ms')`.execute(trx);
    for (const [position, file] of input.files.entries()) {
      // One that is too large is refused at once.
      if (file.bytes) await countInQuota(trx, workspaceId, "resumes");
      await trx.insertInto("bulkFiles").values({ bulkId: id, position, ...file }).execute();
    }
    await enqueueJudgeBulk(trx, { workspaceId, bulkId: id });
    await enqueueForgetBulk(trx, { workspaceId, bulkId: id }, config.bulk.keepMs);
    await audit(trx, actor, "bulk.judged", null, { resumes: input.files.length });
  });
  return await getBulk(actor, db, id);
}

async function isBegun(db: Db, workspaceId: string, id: string): Promise<boolean> {
  const row = await db.selectFrom("bulkEvaluations").select("id")
    .where("id", "=", id).where("workspaceId", "=", workspaceId)
    .where("expiresAt", ">", sql<Date>`now()`).executeTakeFirst();
  return row !== undefined;
}

/**
 * How far a bulk evaluation is, and what came of it.
 *
 * @throws {NotFound} If there is none in the workspace, or no more.
 */
export async function getBulk(actor: Principal, db: Db, bulkId: string): Promise<BulkState> {
  requirePermission(actor, "evaluations:write");
  const row = await db.selectFrom("bulkEvaluations").select(["status", "result", "expiresAt"])
    .where("id", "=", bulkId).where("workspaceId", "=", actor.workspaceId)
    .where("expiresAt", ">", sql<Date>`now()`).executeTakeFirst();
  if (!row) {
    throw new NotFound(`There is no evaluation ${bulkId}, or no more: send the résumés again`);
  }
  return {
    id: bulkId,
    status: BulkStatus.parse(row.status),
    result: row.result as BulkResult | null,
    expiresAt: row.expiresAt.toISOString(),
  };
}

const LOOK_AGAIN_MS = 500;

/**
 * Waits until a bulk evaluation is judged, no longer than the settings say.
 *
 * @param signal Ends the waiting early.
 */
export async function awaitBulk(
  actor: Principal,
  { db, redis, config }: Services,
  bulkId: string,
  signal: AbortSignal,
): Promise<BulkState> {
  const end = performance.now() + config.bulk.waitMs;
  let hint = Promise.withResolvers<void>();
  const stop = watchProgress(redis, bulkId, () => hint.resolve());
  try {
    for (;;) {
      const state = await getBulk(actor, db, bulkId);
      const leftMs = end - performance.now();
      if (state.status !== "waiting" || leftMs <= 0 || signal.aborted) return state;
      // A hint may be lost with Redis.
      await earlier(hint.promise, Math.min(leftMs, LOOK_AGAIN_MS), signal);
      hint = Promise.withResolvers();
    }
  } finally {
    stop();
  }
}

async function earlier(hint: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const end = () => resolve();
  signal.addEventListener("abort", end, { once: true });
  await Promise.race([hint, late]);
  signal.removeEventListener("abort", end);
  clearTimeout(timer);
}

/** Deletes a bulk evaluation that was handed over. */
export async function forgetBulk(
  db: Db,
  { workspaceId }: Pick<Principal, "workspaceId">,
  bulkId: string,
): Promise<void> {
  await db.deleteFrom("bulkEvaluations")
    .where("id", "=", bulkId).where("workspaceId", "=", workspaceId).execute();
}

/** Deletes all bulk evaluations that have expired. */
export async function forgetExpiredBulk(db: Db): Promise<void> {
  await db.deleteFrom("bulkEvaluations").where("expiresAt", "<=", sql<Date>`now()`).execute();
}
