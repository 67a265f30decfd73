import { z } from "zod";
import type { Trx } from "../platform/database.ts";
import { enqueue } from "../platform/queue.ts";

/** Reads and judges one résumé. */
export const ReadResumeTask = z.object({ workspaceId: z.string(), resumeId: z.string() });
export type ReadResumeTask = z.infer<typeof ReadResumeTask>;

/** Judges all résumés of a job anew from their stored text. */
export const EvaluateJobTask = z.object({ workspaceId: z.string(), jobId: z.string() });
export type EvaluateJobTask = z.infer<typeof EvaluateJobTask>;

/** Reads a job description that came as a file. */
export const ReadJobDescriptionTask = EvaluateJobTask;
export type ReadJobDescriptionTask = EvaluateJobTask;

export async function enqueueReadResume(trx: Trx, payload: ReadResumeTask): Promise<void> {
  await enqueue(trx, { name: "read_resume", payload, workspaceId: payload.workspaceId });
}

/** However often a job is edited, one task waits to judge its résumés. */
export async function enqueueEvaluateJob(trx: Trx, payload: EvaluateJobTask): Promise<void> {
  await enqueue(trx, {
    name: "evaluate_job",
    payload,
    workspaceId: payload.workspaceId,
    dedupeKey: `evaluate_job:${payload.jobId}`,
  });
}

export async function enqueueReadJobDescription(
  trx: Trx,
  payload: ReadJobDescriptionTask,
): Promise<void> {
  await enqueue(trx, { name: "read_job_description", payload, workspaceId: payload.workspaceId });
}

/** Looks for people who are already here and fit a job. */
export const SearchPoolTask = z.object({
  workspaceId: z.string(),
  jobId: z.string(),
  searchId: z.string(),
});
export type SearchPoolTask = z.infer<typeof SearchPoolTask>;

export async function enqueueSearchPool(trx: Trx, payload: SearchPoolTask): Promise<void> {
  await enqueue(trx, { name: "search_pool", payload, workspaceId: payload.workspaceId });
}

/** Judges a job's résumés by the present engine, beside the verdicts that hold. */
export const CompareEngineTask = z.object({
  workspaceId: z.string(),
  jobId: z.string(),
  comparisonId: z.string(),
});
export type CompareEngineTask = z.infer<typeof CompareEngineTask>;

export async function enqueueCompareEngine(trx: Trx, payload: CompareEngineTask): Promise<void> {
  await enqueue(trx, { name: "compare_engine", payload, workspaceId: payload.workspaceId });
}

/** Judges résumés that are not kept, or forgets what came of them. */
export const BulkTask = z.object({ workspaceId: z.string(), bulkId: z.string() });
export type BulkTask = z.infer<typeof BulkTask>;

export async function enqueueJudgeBulk(trx: Trx, payload: BulkTask): Promise<void> {
  await enqueue(trx, { name: "judge_bulk", payload, workspaceId: payload.workspaceId });
}

export async function enqueueForgetBulk(
  trx: Trx,
  payload: BulkTask,
  delayMs: number,
): Promise<void> {
  await enqueue(trx, { name: "forget_bulk", payload, workspaceId: payload.workspaceId, delayMs });
}

/** Asks a language model what somebody wants to know of it. */
export const AskModelTask = z.object({ workspaceId: z.string(), requestId: z.string() });
export type AskModelTask = z.infer<typeof AskModelTask>;

export async function enqueueAskModel(trx: Trx, payload: AskModelTask): Promise<void> {
  await enqueue(trx, { name: "ask_model", payload, workspaceId: payload.workspaceId });
}
