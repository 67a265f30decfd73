import type { Selectable } from "kysely";
import { audit } from "../../accounts/audit.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Config } from "../../platform/config.ts";
import type { Db, Trx } from "../../platform/database.ts";
import type { ModelRequestsTable } from "../../platform/db_types.ts";
import type { Language } from "../../talent/types.ts";
import type { LockedJob } from "../job_lock.ts";
import { enqueueAskModel } from "../tasks.ts";
import { ModelError, modelIsOff, ModelRequest, type ModelRequestKind } from "./states.ts";

export type RequestRow = Selectable<ModelRequestsTable>;

/** What is to be asked, about what. */
export interface WantedRequest {
  readonly kind: ModelRequestKind;
  readonly resumeId: string | null;
  /** In which sentences are wanted. */
  readonly language: Language;
  /** What it is about was made by these. */
  readonly requirementsVersion: number;
  readonly engineVersion: string;
}

/**
 * Begins to ask a language model, in the place of what was asked before; a worker does it. Nothing
 * new begins while one is under way.
 *
 * @throws {Conflict} If no model is set up.
 */
export async function startModelRequest(
  trx: Trx,
  actor: Principal,
  { languageModel }: Pick<Config, "languageModel">,
  job: Pick<LockedJob, "id">,
  { kind, resumeId, ...wanted }: WantedRequest,
): Promise<void> {
  if (!languageModel) throw modelIsOff();
  const last = await findRequest(trx, actor.workspaceId, { kind, jobId: job.id, resumeId });
  if (last?.status === "waiting") return;
  if (last) await trx.deleteFrom("modelRequests").where("id", "=", last.id).execute();
  const { workspaceId } = actor;
  const { id } = await trx.insertInto("modelRequests").values({
    workspaceId,
    jobId: job.id,
    resumeId,
    kind,
    ...wanted,
    model: languageModel.model,
    userId: actor.userId,
  }).returning("id").executeTakeFirstOrThrow();
  await enqueueAskModel(trx, { workspaceId, requestId: id });
  await audit(trx, actor, "model.asked", id, { kind }, { jobId: job.id, resumeId });
}

/** The last request of that kind; undefined where nobody asked. */
export async function findRequest(
  db: Db | Trx,
  workspaceId: string,
  { kind, jobId, resumeId }: Pick<RequestRow, "jobId" | "resumeId"> & { kind: ModelRequestKind },
): Promise<RequestRow | undefined> {
  return await db.selectFrom("modelRequests").selectAll()
    .where("workspaceId", "=", workspaceId).where("jobId", "=", jobId).where("kind", "=", kind)
    .where("resumeId", resumeId === null ? "is" : "=", resumeId).executeTakeFirst();
}

/** A request as the rest of the product knows it; null where nobody asked. */
export function toModelRequest(row: RequestRow | undefined): ModelRequest | null {
  if (!row) return null;
  const error = ModelError.safeParse(row.errorCode);
  return {
    status: ModelRequest.shape.status.parse(row.status),
    error: row.status !== "done" && error.success ? error.data : null,
    model: row.model,
    startedAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
