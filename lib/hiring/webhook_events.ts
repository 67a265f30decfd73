import { z } from "zod";
import type { Trx } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { enqueue } from "../platform/queue.ts";
import { type EventType, isWanted, recordEvents, TEST_EVENT } from "../platform/webhooks/events.ts";
import { Decision, Flag, Grade, ReasonCode } from "./states.ts";

/** What each event tells: ids and figures, never names or texts of people. */
export const EVENT_DATA = {
  "resume.evaluated": z.object({
    resumeId: Id,
    jobId: Id,
    /** Null where the résumé does not say who it is of. */
    candidateId: Id.nullable(),
    evaluationId: Id,
    /** From 0 to 1; null, like the grade, while the job asks for nothing. */
    score: z.number().nullable(),
    grade: Grade.nullable(),
    requiredMet: z.int(),
    requiredTotal: z.int(),
    flags: z.array(Flag),
    requirementsVersion: z.int(),
    engineVersion: z.string(),
  }),
  "resume.failed": z.object({
    resumeId: Id,
    jobId: Id,
    /** Why it could not be read; `internal` when every attempt failed on our side. */
    code: z.string(),
  }),
  "job.ranked": z.object({
    jobId: Id,
    requirementsVersion: z.int(),
    /** How many résumés are in the ranking, and how many could not be read. */
    done: z.int(),
    failed: z.int(),
  }),
  "job.created": z.object({ jobId: Id, title: z.string() }),
  "decision.made": z.object({
    resumeId: Id,
    jobId: Id,
    candidateId: Id.nullable(),
    decision: Decision,
    previousDecision: Decision,
    /** Where the résumé stands now. */
    stageId: Id,
    reasonCode: ReasonCode.nullable(),
    /** Null for an API key. */
    userId: Id.nullable(),
    /** Whether this takes an earlier decision back. */
    isUndo: z.boolean(),
  }),
} satisfies Record<EventType, z.ZodType>;

/** What the test of a webhook tells. */
export const TEST_DATA = z.object({ webhookId: Id });

function payloadOf<T extends z.ZodType>(type: string, data: T) {
  return z.object({
    /** The same in every attempt and replay; the header `webhook-id`. */
    id: Id,
    type: z.literal(type),
    /** When it happened. */
    timestamp: Instant,
    workspaceId: Id,
    data,
  });
}

/** Each event with what it means and its body, for the documentation. */
export const WEBHOOK_EVENTS: Readonly<Record<string, { summary: string; payload: z.ZodType }>> = {
  "resume.evaluated": {
    summary: "A résumé was judged, judged anew, or a verdict on it overruled",
    payload: payloadOf("resume.evaluated", EVENT_DATA["resume.evaluated"]),
  },
  "resume.failed": {
    summary: "A résumé could not be read",
    payload: payloadOf("resume.failed", EVENT_DATA["resume.failed"]),
  },
  "job.ranked": {
    summary: "All résumés of a job are judged by its present requirements",
    payload: payloadOf("job.ranked", EVENT_DATA["job.ranked"]),
  },
  "job.created": {
    summary: "A job was made",
    payload: payloadOf("job.created", EVENT_DATA["job.created"]),
  },
  "decision.made": {
    summary: "Somebody was shortlisted, rejected, or is undecided again",
    payload: payloadOf("decision.made", EVENT_DATA["decision.made"]),
  },
  [TEST_EVENT]: {
    summary: "Somebody tests the webhook",
    payload: payloadOf(TEST_EVENT, TEST_DATA),
  },
};

/** What one kind of event tells. */
export type EventData<Type extends EventType> = z.input<typeof EVENT_DATA[Type]>;

/** Tells the workspace's webhooks, after `trx` commits, what happened to each of these. */
export async function tell<Type extends EventType>(
  trx: Trx,
  workspaceId: string,
  type: Type,
  ...all: readonly EventData<Type>[]
): Promise<void> {
  await recordEvents(trx, workspaceId, all.map((data) => ({ type, data })));
}

/** Looks whether a job's ranking is complete, and tells so. */
export const TellRankedTask = z.object({ workspaceId: z.string(), jobId: z.string() });
export type TellRankedTask = z.infer<typeof TellRankedTask>;

/**
 * Has it looked at, after `trx` commits, whether that was the last résumé of its job to be judged.
 * Two that end at once do not see each other, so neither could tell.
 */
export async function lookWhetherRanked(
  trx: Trx,
  { workspaceId, jobId }: TellRankedTask,
): Promise<void> {
  if (!await isWanted(trx, workspaceId, "job.ranked")) return;
  await enqueue(trx, {
    name: "tell_ranked",
    payload: { workspaceId, jobId },
    workspaceId,
    dedupeKey: `tell_ranked:${jobId}`,
  });
}

/** Tells that a job's ranking is complete, when it is. */
export async function tellRanked(trx: Trx, { workspaceId, jobId }: TellRankedTask): Promise<void> {
  const job = await trx.selectFrom("jobs").select(["requirementsVersion", "rankedVersion"])
    .where("id", "=", jobId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!job || job.rankedVersion < job.requirementsVersion) return;
  const rows = await trx.selectFrom("resumes").select("status")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("jobId", "=", jobId).groupBy("status").execute();
  const countOf = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  const [done, failed] = [countOf("done"), countOf("failed")];
  if (rows.some(({ status }) => status !== "done" && status !== "failed") || done === 0) return;
  const { requirementsVersion } = job;
  await tell(trx, workspaceId, "job.ranked", { jobId, requirementsVersion, done, failed });
}
