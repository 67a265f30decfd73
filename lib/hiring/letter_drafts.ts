import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import { type Principal, requirePerson } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { composeLetter, type LetterRequirement } from "../talent/letter.ts";
import type { Language } from "../talent/types.ts";
import { getEvaluation } from "./evaluations.ts";
import { getJob } from "./jobs.ts";
import { getTemplate, type LetterWordsOf } from "./letter_templates.ts";
import { LetterKind } from "./letters.ts";
import { getResume } from "./resumes.ts";
import { getResumeStage } from "./resume_stage.ts";
import type { Stage } from "./stages.ts";
import { Language as LanguageOption } from "./states.ts";

/** Why a letter cannot be sent yet: a person has to decide first. */
export const LetterHold = z.enum(["masked", "unread", "not_shortlisted", "not_rejected"]);
export type LetterHold = z.infer<typeof LetterHold>;

/** A letter as it is proposed; a person reads it, edits it and sends it. */
export const LetterDraft = z.object({
  resumeId: Id,
  /** Null until the résumé is read, and while it is masked. */
  candidate: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  job: z.object({ id: Id, title: z.string() }),
  /** Given back when it is sent, so that it is sent once. */
  draftKey: Id,
  kind: LetterKind,
  language: LanguageOption,
  /** The candidate's address; null where none is known. */
  recipient: z.string().nullable(),
  /** Where answers go: who sends it. */
  replyTo: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Null when it can be sent. */
  hold: LetterHold.nullable(),
}).meta({ id: "LetterDraft" });
export type LetterDraft = z.infer<typeof LetterDraft>;

export interface DraftOf {
  readonly resumeId: string;
  readonly kind: LetterKind;
  /** Default: the résumé's, or else the job's. */
  readonly language?: Language | undefined;
}

/**
 * Drafts a letter from the evaluation of a résumé, by the workspace's template: the job, the name,
 * and what was met and missing, by the verdicts that hold. Nothing is kept of it.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function draftLetter(
  actor: Principal,
  db: Db,
  { resumeId, kind, language }: DraftOf,
  words: LetterWordsOf,
): Promise<LetterDraft> {
  requirePermission(actor, "letters:write");
  requirePerson(actor);
  const resume = await getResume(actor, db, resumeId);
  const [job, { stage, personId }, sender, workspace, evaluation] = await Promise.all([
    getJob(actor, db, resume.jobId),
    getResumeStage(actor, db, resumeId),
    db.selectFrom("users").select("email").where("id", "=", actor.userId)
      .executeTakeFirstOrThrow(),
    db.selectFrom("workspaces").select("name").where("id", "=", actor.workspaceId)
      .executeTakeFirstOrThrow(),
    resume.status === "done" ? getEvaluation(actor, db, resumeId) : null,
  ]);
  const chosen = language ?? resume.language ?? job.language ?? actor.language ?? "en";
  const say = words(chosen);
  const person = resume.isMasked ? undefined : await findPerson(db, actor, personId);
  const letter = composeLetter(await getTemplate(actor, db, { kind, language: chosen }, words), {
    name: person?.name ?? say.someone,
    job: job.title,
    workspace: workspace.name,
    sender: actor.name,
    requirements: (evaluation?.matches ?? []).map(toRequirement),
  }, say.sayRequirement);
  return {
    resumeId,
    candidate: person ? { id: person.id, name: person.name } : null,
    job: { id: job.id, title: job.title },
    draftKey: crypto.randomUUID(),
    kind,
    language: chosen,
    recipient: person?.email ?? null,
    replyTo: sender.email,
    ...letter,
    hold: resume.isMasked ? "masked" : await findHold(db, { resumeId, personId, stage, kind }),
  };
}

function toRequirement(
  { requirement: { name, kind, level, years, skill }, verdict }: {
    requirement: Omit<LetterRequirement, "verdict">;
    verdict: LetterRequirement["verdict"];
  },
): LetterRequirement {
  return { name, kind, level, years, skill, verdict };
}

async function findPerson(db: Db, { workspaceId }: Principal, personId: string | null) {
  if (personId === null) return undefined;
  return await db.selectFrom("candidates").select(["id", "name", "email"])
    .where("id", "=", personId).where("workspaceId", "=", workspaceId).executeTakeFirst();
}

/**
 * Why a letter of that kind cannot be sent. One that turns somebody down needs the decision of a
 * person, with its reason; neither a program nor the score makes it.
 */
export async function findHold(
  db: Db | Trx,
  { resumeId, personId, stage, kind }: {
    readonly resumeId: string;
    readonly personId: string | null;
    readonly stage: Stage;
    readonly kind: LetterKind;
  },
): Promise<LetterHold | null> {
  if (personId === null) return "unread";
  if (kind === "acceptance") return stage.decision === "shortlisted" ? null : "not_shortlisted";
  if (stage.decision !== "rejected") return "not_rejected";
  const decided = await db.selectFrom("moves").select(["userId", "reasonCode"])
    .where("resumeId", "=", resumeId).where("toStageId", "=", stage.id)
    .where("undoneAt", "is", null).orderBy("id", "desc").limit(1).executeTakeFirst();
  return decided?.userId && decided.reasonCode ? null : "not_rejected";
}
