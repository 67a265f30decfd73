import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db } from "../../platform/database.ts";
import { Id } from "../../platform/input.ts";
import type { Services } from "../../platform/services.ts";
import type { Language, Match, Span } from "../../talent/types.ts";
import { noEvaluation } from "../evaluations.ts";
import { lockJob } from "../job_lock.ts";
import { maskOf, wordsOf } from "../resume_masks.ts";
import { noResume } from "../resumes.ts";
import { Verdict } from "../states.ts";
import { OPINION_DIFFERS } from "./differing.ts";
import { isOtherThan, KeptOpinion } from "./read_resume.ts";
import { findRequest, type RequestRow, startModelRequest, toModelRequest } from "./requests.ts";
import { withheldConflict } from "../withheld.ts";
import { KeptWording } from "./reword_reasons.ts";
import { ModelRequest, type ModelRequestKind } from "./states.ts";

/** What a language model says of one requirement, beside the engine. */
export const Opinion = KeptOpinion.extend({
  requirementId: Id,
  engineVerdict: Verdict,
  /** Whether it is proved and another one than the engine's. */
  differs: z.boolean(),
});
export type Opinion = z.infer<typeof Opinion>;

/** A second opinion on an evaluation. It plays no part in the score. */
export const SecondOpinion = z.object({
  /** Null where nobody asked. */
  request: ModelRequest.nullable(),
  /** Whether the evaluation was made anew since; its flag is gone then. */
  isOutdated: z.boolean(),
  differs: z.boolean(),
  opinions: z.array(Opinion),
}).meta({ id: "SecondOpinion" });
export type SecondOpinion = z.infer<typeof SecondOpinion>;

/** The engine's reasons in a language model's words. */
export const Wording = z.object({
  /** Null where nobody asked. */
  request: ModelRequest.nullable(),
  isOutdated: z.boolean(),
  sentences: z.array(KeptWording.extend({ requirementId: Id })),
}).meta({ id: "Wording" });
export type Wording = z.infer<typeof Wording>;

type Kind = Exclude<ModelRequestKind, "proposals">;

/**
 * Asks a model for a second opinion on every requirement of an evaluation, or to say its reasons in
 * plainer words; a worker does it.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {Conflict} If no model is set up, or the person objects.
 */
export async function askAboutEvaluation(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  evaluationId: string,
  { kind, language }: { readonly kind: Kind; readonly language: Language },
): Promise<void> {
  requirePermission(actor, "evaluations:write");
  const about = await findEvaluation(actor, db, evaluationId);
  const { jobId, resumeId, requirementsVersion, engineVersion } = about;
  await db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId, "share");
    await startModelRequest(trx, actor, config, job, {
      kind,
      language,
      resumeId,
      requirementsVersion,
      engineVersion,
    });
  });
}

/**
 * The same, of the evaluation that a résumé has.
 *
 * @throws {NotFound} If there is no such résumé with an evaluation in the workspace.
 * @throws {Conflict} If no model is set up, or the person objects.
 */
export async function askAboutResume(
  actor: Principal,
  services: Pick<Services, "db" | "config">,
  resumeId: string,
  wanted: { readonly kind: Kind; readonly language: Language },
): Promise<void> {
  const row = await services.db.selectFrom("evaluations").select("id")
    .where("resumeId", "=", resumeId).where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!row) throw noResume(resumeId);
  await askAboutEvaluation(actor, services, row.id, wanted);
}

/**
 * What a model said of an evaluation, beside the engine's verdicts of now.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {Conflict} If the person objects to being judged by a program.
 */
export async function getSecondOpinion(
  actor: Principal,
  db: Db,
  evaluationId: string,
): Promise<SecondOpinion> {
  requirePermission(actor, "evaluations:read");
  const evaluation = await findEvaluation(actor, db, evaluationId);
  const row = await findRequest(db, actor.workspaceId, { kind: "opinion", ...evaluation });
  const matches = evaluation.matches as Match[];
  const mask = maskOf(evaluation);
  const shown = ({ start, end }: Span) => {
    const at = mask === null ? { start, end } : mask.moved({ start, end });
    return { text: (mask?.text ?? evaluation.text ?? "").slice(at.start, at.end), ...at };
  };
  const opinions = resultOf(row, KeptOpinion).flatMap((one) => {
    const match = matches.find(({ requirementId }) => requirementId === one.requirementId);
    if (!match) return [];
    const evidence = one.evidence.map(shown);
    return [{ ...one, evidence, engineVerdict: match.verdict, differs: isOtherThan(one, matches) }];
  });
  return {
    request: toModelRequest(row),
    isOutdated: isOutdated(row, evaluation),
    differs: opinions.some(({ differs }) => differs),
    opinions,
  };
}

/**
 * The reasons of an evaluation in a model's words.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {Conflict} If the person objects to being judged by a program.
 */
export async function getWording(
  actor: Principal,
  db: Db,
  evaluationId: string,
): Promise<Wording> {
  requirePermission(actor, "evaluations:read");
  const evaluation = await findEvaluation(actor, db, evaluationId);
  const row = await findRequest(db, actor.workspaceId, { kind: "wording", ...evaluation });
  const say = wordsOf(evaluation);
  return {
    request: toModelRequest(row),
    isOutdated: isOutdated(row, evaluation),
    sentences: resultOf(row, KeptWording).map(({ sentence, engineReason, ...one }) => ({
      ...one,
      sentence: say(sentence),
      engineReason: say(engineReason),
    })),
  };
}

/**
 * Whether a model was ever asked about a résumé.
 *
 * @throws {Forbidden} If the actor may not read evaluations.
 */
export async function wasModelAsked(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<boolean> {
  requirePermission(actor, "evaluations:read");
  const row = await db.selectFrom("modelRequests").select("id")
    .where("workspaceId", "=", actor.workspaceId).where("resumeId", "=", resumeId)
    .limit(1).executeTakeFirst();
  return row !== undefined;
}

async function findEvaluation(actor: Principal, db: Db, evaluationId: string) {
  const row = await db.selectFrom("evaluations")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId")
    .select(["evaluations.jobId", "evaluations.resumeId", "evaluations.matches"])
    .select(["evaluations.requirementsVersion", "evaluations.engineVersion"])
    .select("evaluations.withheld")
    .select(["resumes.isMasked", "resumes.secrets", "resumes.text", "resumes.receivedOn"])
    .where("evaluations.id", "=", evaluationId)
    .where("evaluations.workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!row) throw noEvaluation(evaluationId);
  if (row.withheld !== null) throw withheldConflict();
  return row;
}

function resultOf<T extends z.ZodType>(row: RequestRow | undefined, schema: T): z.infer<T>[] {
  return row?.status === "done" ? z.array(schema).parse(row.result) : [];
}

function isOutdated(
  row: RequestRow | undefined,
  evaluation: { readonly requirementsVersion: number; readonly engineVersion: string },
): boolean {
  return row !== undefined &&
    (row.requirementsVersion !== evaluation.requirementsVersion ||
      row.engineVersion !== evaluation.engineVersion);
}

/**
 * Whether a model and the engine are of two minds about the evaluation of a résumé as it is now.
 *
 * @throws {Forbidden} If the actor may not read evaluations.
 */
export async function differsFromOpinion(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<boolean> {
  requirePermission(actor, "evaluations:read");
  const { rows: [row] } = await sql<{ differs: boolean }>`
    select ${OPINION_DIFFERS} as differs from evaluations e
    where e.resume_id = ${resumeId} and e.workspace_id = ${actor.workspaceId}`.execute(db);
  return row?.differs ?? false;
}
