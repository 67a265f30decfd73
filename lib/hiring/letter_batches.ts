import { requirePermission } from "../accounts/permissions.ts";
import { type Principal, requirePerson } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { getJob } from "./jobs.ts";
import { draftLetter, type LetterDraft } from "./letter_drafts.ts";
import { type LetterInput, sendLetter } from "./letter_sending.ts";
import type { LetterWordsOf } from "./letter_templates.ts";
import type { LetterKind } from "./letters.ts";
import { ensureStages } from "./stages.ts";

/** The most letters that are drafted and sent at once: as many as a person can read. */
export const MOST_AT_ONCE = 20;

export interface LetterBatch {
  readonly drafts: readonly LetterDraft[];
  /** Whether there are more, which follow when these are sent. */
  readonly hasMore: boolean;
}

/**
 * Drafts letters to those who were decided upon for a job and have no such letter yet, the first
 * twenty. Nothing is kept of them; each is read, changed and sent by a person.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function draftLetters(
  actor: Principal,
  db: Db,
  { jobId, kind }: { readonly jobId: string; readonly kind: LetterKind },
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
  if (decided.length === 0) return { drafts: [], hasMore: false };
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
  const drafts = await Promise.all(
    rows.slice(0, MOST_AT_ONCE)
      .map(({ id }) => draftLetter(actor, db, { resumeId: id, kind }, words)),
  );
  return { drafts, hasMore: rows.length > MOST_AT_ONCE };
}

/** One letter of several, and the résumé that it is about. */
export interface BatchLetter {
  readonly resumeId: string;
  readonly input: LetterInput;
}

/**
 * Sends letters one by one, each as if it were sent alone. One whose decision was taken back
 * meanwhile, or that is one more than a day allows, stays unsent and keeps no other from going.
 *
 * @returns The résumés whose letters were not sent.
 * @throws {RangeError} If there are more than may be sent at once.
 */
export async function sendLetters(
  actor: Principal,
  db: Db,
  letters: readonly BatchLetter[],
): Promise<string[]> {
  if (letters.length > MOST_AT_ONCE) {
    throw new RangeError(`Cannot send ${letters.length} letters at once`);
  }
  const unsent: string[] = [];
  for (const { resumeId, input } of letters) {
    try {
      await sendLetter(actor, db, resumeId, input);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      unsent.push(resumeId);
    }
  }
  return unsent;
}
