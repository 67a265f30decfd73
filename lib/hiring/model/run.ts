import { ModelFailure } from "../../platform/language_model.ts";
import type { Services } from "../../platform/services.ts";
import { CHANGED } from "../judging.ts";
import { tellProgress } from "../progress.ts";
import type { AskModelTask } from "../tasks.ts";
import { askWithin } from "./asking.ts";
import { OutOfBudget } from "./budget.ts";
import { readPosting } from "./read_posting.ts";
import { readResume } from "./read_resume.ts";
import { rewordReasons } from "./reword_reasons.ts";
import type { RequestRow } from "./requests.ts";
import type { ModelError, ModelRequestKind } from "./states.ts";
import type { Outcome, Work } from "./work.ts";

const WORK: Readonly<Record<ModelRequestKind, Work>> = {
  proposals: readPosting,
  opinion: readResume,
  wording: rewordReasons,
};

/**
 * Asks the model what a request wants to know and stores what can be used of the answer. Ends at
 * once where another attempt would end the same.
 *
 * @throws {ModelFailure} If no good answer came and another attempt may bring one.
 */
export async function answerModelRequest(
  services: Services,
  { requestId }: AskModelTask,
  signal: AbortSignal,
): Promise<void> {
  const { db, config: { languageModel } } = services;
  const request = await db.selectFrom("modelRequests").selectAll().where("id", "=", requestId)
    .where("status", "=", "waiting").executeTakeFirst();
  if (!request) return;
  if (!languageModel) return await fail(services, request, "off");
  try {
    const outcome = await WORK[request.kind](
      (question) => askWithin(db, languageModel, request, question, signal),
      db,
      request,
    );
    await finish(services, request, outcome);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof OutOfBudget) return await fail(services, request, "budget");
    if (!(error instanceof ModelFailure)) throw error;
    if (error.isFinal) return await fail(services, request, error.fault);
    await db.updateTable("modelRequests").set({ errorCode: error.fault })
      .where("id", "=", request.id).where("status", "=", "waiting").execute();
    throw error;
  }
}

async function finish(services: Services, request: RequestRow, outcome: Outcome): Promise<void> {
  await services.db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("modelRequests").set({
      status: "done",
      errorCode: null,
      result: outcome.result as object,
      differs: outcome.differs ?? false,
      finishedAt: new Date(),
    }).where("id", "=", request.id).where("status", "=", "waiting").returning("id")
      .executeTakeFirst();
    if (!row) return;
    await outcome.store?.(trx);
    if (request.resumeId === null) return;
    await trx.updateTable("resumes").set(CHANGED).where("id", "=", request.resumeId).execute();
  });
  await tellProgress(services, request.workspaceId, request.jobId);
}

async function fail(services: Services, request: RequestRow, error: ModelError): Promise<void> {
  await services.db.updateTable("modelRequests")
    .set({ status: "failed", errorCode: error, finishedAt: new Date() })
    .where("id", "=", request.id).where("status", "=", "waiting").execute();
  await tellProgress(services, request.workspaceId, request.jobId);
}

/** Marks a request whose every attempt failed, so that a person may ask again. */
export async function giveUpModelRequest(
  services: Services,
  { requestId }: AskModelTask,
): Promise<void> {
  const request = await services.db.selectFrom("modelRequests").selectAll()
    .where("id", "=", requestId).executeTakeFirst();
  if (!request) return;
  await fail(services, request, (request.errorCode as ModelError | null) ?? "internal");
}

/** Opens a request again that was given up, so that its task finds work. */
export async function reopenModelRequest(
  { db }: Services,
  { requestId }: AskModelTask,
): Promise<void> {
  await db.updateTable("modelRequests").set({ status: "waiting", finishedAt: null })
    .where("id", "=", requestId).where("status", "=", "failed").execute();
}
