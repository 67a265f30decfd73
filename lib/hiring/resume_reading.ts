import { Refusal } from "../documents/refusal.ts";
import type { DocumentText } from "../documents/types.ts";
import type { Trx } from "../platform/database.ts";
import { toStorable } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { inSpan } from "../platform/telemetry/tracing.ts";
import type { Evaluation } from "../talent/types.ts";
import { readFile } from "./file_reading.ts";
import {
  type Basis,
  CHANGED,
  countHidden,
  isCurrent,
  judge,
  type JudgedText,
  loadBasis,
  storeEvaluation,
} from "./judging.ts";
import { compareText, nearColumns } from "./near_pairs.ts";
import { tellProgress } from "./progress.ts";
import { assignCandidate } from "./resume_candidates.ts";
import { storeMask } from "./resume_masks.ts";
import { readSafe } from "./safe_files.ts";
import { resumeKey } from "./resumes.ts";
import type { FileError } from "./states.ts";
import type { ReadResumeTask } from "./tasks.ts";
import { lookWhetherRanked, tell } from "./webhook_events.ts";

/** The states from which a résumé is read; also those that a killed worker left it in. */
const OPEN = ["waiting", "reading", "judging"] as const;

/** The résumé that a task is about, as far as the task needs it. */
interface OpenResume {
  readonly id: string;
  readonly workspaceId: string;
  readonly jobId: string;
  readonly fileName: string;
  readonly receivedOn: string;
  readonly contentHash: Uint8Array;
}

/**
 * Reads a résumé's file, judges it and stores both in one transaction. A file that cannot be read
 * becomes a failed résumé with the reason; anything else that goes wrong rejects, to be tried
 * again. Done twice, or by two workers at once, it changes nothing more.
 */
export async function readResume(
  services: Services,
  { workspaceId, resumeId }: ReadResumeTask,
  signal: AbortSignal,
): Promise<void> {
  const resume = await moveTo(services, workspaceId, resumeId, "reading");
  if (!resume) return;
  try {
    const document = await readText(services, resume, signal);
    if (!await moveTo(services, workspaceId, resumeId, "judging")) return;
    await judgeAndStore(services, resume, document, signal);
    await compareText(services.db, resumeId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await failResume(services, resume, { code: error.code, params: { ...error.params } });
  }
  await tellProgress(services, resume.workspaceId, resume.jobId);
}

/** Marks a résumé whose every attempt failed, so that a person sees it and may try again. */
export async function giveUpResume(
  services: Services,
  { workspaceId, resumeId }: ReadResumeTask,
): Promise<void> {
  const resume = await services.db.selectFrom("resumes").select(["id", "workspaceId", "jobId"])
    .where("id", "=", resumeId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!resume) return;
  await failResume(services, resume, { code: "internal", params: {} });
  await tellProgress(services, resume.workspaceId, resume.jobId);
}

/** Opens a résumé again that was given up, so that its task finds work. */
export async function reopenResume(
  services: Services,
  { workspaceId, resumeId }: ReadResumeTask,
): Promise<void> {
  const row = await services.db.updateTable("resumes")
    .set({ status: "waiting", errorCode: null, errorParams: {}, ...CHANGED })
    .where("id", "=", resumeId).where("workspaceId", "=", workspaceId)
    .where("status", "=", "failed").where("errorCode", "=", "internal")
    .returning(["workspaceId", "jobId"]).executeTakeFirst();
  if (row) await tellProgress(services, row.workspaceId, row.jobId);
}

/** @returns The résumé; undefined when it is gone, done or failed already. */
async function moveTo(
  services: Services,
  workspaceId: string,
  resumeId: string,
  status: "reading" | "judging",
): Promise<OpenResume | undefined> {
  const row = await services.db.updateTable("resumes").set({ status, ...CHANGED })
    .where("id", "=", resumeId).where("workspaceId", "=", workspaceId)
    .where("status", "in", OPEN)
    .returning(["id", "workspaceId", "jobId", "receivedOn", "contentHash"])
    .returning((eb) => eb.fn.coalesce("trueFileName", "fileName").as("fileName"))
    .executeTakeFirst();
  if (row) await tellProgress(services, row.workspaceId, row.jobId);
  return row;
}

async function readText(
  services: Services,
  { id, workspaceId, fileName }: OpenResume,
  signal: AbortSignal,
): Promise<DocumentText> {
  const { config } = services;
  const bytes = await readSafe(services, { key: resumeKey(id), workspaceId });
  if (!bytes) throw new RangeError(`The bytes of résumé ${id} are not there`);
  const document = await readFile(bytes, {
    limits: config.document,
    fileName,
    signal,
  });
  return { ...document, text: toStorable(document.text) };
}

async function judgeAndStore(
  services: Services,
  resume: OpenResume,
  document: DocumentText,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const basis = await loadBasis(services.db, resume.workspaceId, resume.jobId);
    if (!basis) return; // the job was deleted, and the résumé with it
    const evaluation = await inSpan(
      "judge",
      { attributes: { "talent.requirements": basis.requirements.length } },
      () => Promise.resolve(judge(basis, judgedText(resume, document))),
    );
    const isStored = await services.db.transaction().execute(async (trx) => {
      if (!await isCurrent(trx, basis)) return false; // edited meanwhile: judge by the new ones
      await storeRead(trx, resume, basis, document, evaluation);
      return true;
    });
    if (isStored) return;
  }
}

function judgedText({ receivedOn }: OpenResume, { text, hidden }: DocumentText): JudgedText {
  return { text, receivedOn, hiddenCharacters: countHidden(hidden) };
}

async function storeRead(
  trx: Trx,
  resume: OpenResume,
  basis: Basis,
  document: DocumentText,
  evaluation: Evaluation,
): Promise<void> {
  const row = await trx.updateTable("resumes")
    .set({
      status: "done",
      kind: document.kind,
      language: evaluation.language,
      text: document.text,
      textHash: await hashText(document.text),
      pages: document.pages,
      hidden: document.hidden,
      recognition: document.recognition,
      hasPhoto: document.hasPhoto,
      ...nearColumns(document.text),
      ...CHANGED,
    })
    .where("id", "=", resume.id).where("status", "=", "judging")
    // Its file may have been replaced while a worker that was given up read the old one.
    .where("contentHash", "=", resume.contentHash)
    .returning(["candidateId", "isMasked"]).executeTakeFirst();
  if (!row) return; // another worker was faster
  const { id: resumeId, workspaceId } = resume;
  if (row.isMasked) await storeMask(trx, resumeId, document.text, resume.receivedOn);
  else await assignCandidate(trx, { resumeId, workspaceId, ...row }, evaluation);
  await storeEvaluation(trx, basis, { id: resumeId, ...judgedText(resume, document) }, evaluation);
  await lookWhetherRanked(trx, resume);
}

async function failResume(
  { db, storage }: Services,
  { id, workspaceId }: Pick<OpenResume, "id" | "workspaceId">,
  { code, params }: FileError,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("resumes")
      .set({ status: "failed", errorCode: code, errorParams: params, ...CHANGED })
      .where("id", "=", id).where("workspaceId", "=", workspaceId).where("status", "in", OPEN)
      .returning("jobId").executeTakeFirst();
    if (!row) return;
    if (code === "infected") await storage.delete(trx, resumeKey(id), workspaceId);
    const { jobId } = row;
    await tell(trx, workspaceId, "resume.failed", { resumeId: id, jobId, code });
    await lookWhetherRanked(trx, { workspaceId, jobId });
  });
}

async function hashText(text: string): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest);
}
