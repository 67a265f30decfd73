import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import { type Principal, requirePerson } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import type { Language } from "../talent/types.ts";
import { getJob } from "./jobs.ts";
import { draftLetter, LetterDraft } from "./letter_drafts.ts";
import { LetterInput, sendLetter } from "./letter_sending.ts";
import type { LetterWordsOf } from "./letter_templates.ts";
import { Letter, type LetterKind } from "./letters.ts";
import { noResume } from "./resumes.ts";
import { ensureStages } from "./stages.ts";

/** The most letters that are drafted and sent at once: as many as a person can read. */
export const MOST_AT_ONCE = 20;

export const LetterBatch = z.object({
  data: z.array(LetterDraft).max(MOST_AT_ONCE),
  /** Whether there are more, which follow when these are sent. */
  hasMore: z.boolean(),
}).meta({ id: "LetterBatch" });
export type LetterBatch = z.infer<typeof LetterBatch>;

/**
 * Drafts letters to those who were decided upon for a job and have no such letter yet, the first
 * twenty. Nothing is kept of them; each is read, changed and sent by a person.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function draftLetters(
  actor: Principal,
  db: Db,
  { jobId, kind, language }: {
    readonly jobId: string;
    readonly kind: LetterKind;
    /** Default: that of each résumé, or else the job's. */
    readonly language?: Language | undefined;
  },
  words: LetterWordsOf,
): Promise<LetterBatch> {
  requirePermission(actor, "letters:write");
  requirePerson(actor);
  const [job, stages] = await Promise.all([
    getJob(actor, db, jobId),
    ensureStages(db, actor.workspaceId),
  ]);
  const decision = kind === "acceptance" ? "shortlisted" : "rejected";
  const decided = stages.filter((one) => one.decision === decision).map(({ id }) => id);
  if (decided.length === 0) return { data: [], hasMore: false };
  const rows = await db.selectFrom("resumes").select("id")
    .where("jobId", "=", job.id).where("workspaceId", "=", actor.workspaceId)
    .where("status", "=", "done").where("isMasked", "=", false)
    .where("candidateId", "is not", null).where("stageId", "in", decided)
    .where(({ not, exists, selectFrom }) =>
      not(exists(
        selectFrom("letters").select("letters.id")
          .whereRef("letters.resumeId", "=", "resumes.id")
          .where("letters.kind", "=", kind).where("letters.state", "<>", "refused"),
      ))
    )
    .orderBy("id").limit(MOST_AT_ONCE + 1).execute();
  const data = await Promise.all(
    rows.slice(0, MOST_AT_ONCE)
      .map(({ id }) => draftLetter(actor, db, { resumeId: id, kind, language }, words)),
  );
  return { data, hasMore: rows.length > MOST_AT_ONCE };
}

/** One letter of several, and the résumé that it is about. */
export const BatchLetter = LetterInput.extend({ resumeId: Id }).meta({ id: "BatchLetter" });
export type BatchLetter = z.infer<typeof BatchLetter>;

/** Letters that are sent together, one a résumé. */
export const LetterBatchInput = z.strictObject({
  letters: z.array(BatchLetter).min(1).max(MOST_AT_ONCE)
    .refine((letters) => new Set(letters.map(({ resumeId }) => resumeId)).size === letters.length, {
      message: "must be about one résumé each",
    }),
}).meta({ id: "LetterBatchInput" });
export type LetterBatchInput = z.infer<typeof LetterBatchInput>;

/** What became of letters that were sent together. */
export const SentBatch = z.object({
  sent: z.array(Letter),
  unsent: z.array(z.object({
    resumeId: Id,
    /** Why it stayed. */
    message: z.string(),
  })),
}).meta({ id: "SentBatch" });
export type SentBatch = z.infer<typeof SentBatch>;

/**
 * Sends letters about résumés of a job one by one, each as if it were sent alone. One whose decision
 * was taken back meanwhile, or that is one more than a day allows, stays unsent and keeps no other
 * from going.
 *
 * @throws {NotFound} If there is no such job, or one of the résumés is none of the job's; none is sent.
 */
export async function sendLetters(
  actor: Principal,
  db: Db,
  jobId: string,
  letters: readonly BatchLetter[],
): Promise<SentBatch> {
  requirePermission(actor, "letters:write");
  requirePerson(actor);
  await getJob(actor, db, jobId);
  await requireOfJob(actor, db, jobId, letters);
  const sent: Letter[] = [];
  const unsent: SentBatch["unsent"] = [];
  for (const { resumeId, ...input } of letters) {
    try {
      sent.push(await sendLetter(actor, db, resumeId, input));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      unsent.push({ resumeId, message: error.message });
    }
  }
  return { sent, unsent };
}

async function requireOfJob(
  { workspaceId }: Principal,
  db: Db,
  jobId: string,
  letters: readonly BatchLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  const ids = letters.map(({ resumeId }) => resumeId);
  const rows = await db.selectFrom("resumes").select("id").where("id", "in", ids)
    .where("jobId", "=", jobId).where("workspaceId", "=", workspaceId).execute();
  const known = new Set(rows.map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw noResume(stranger);
}
