import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import {
  EvaluationDetail,
  selectEvaluations,
  selectNamedOverrides,
  toDetail,
} from "./evaluations.ts";
import { selectRequirements } from "./requirement_rows.ts";
import { requireJob } from "./resumes.ts";

/** An evaluation with whose résumé it is of. */
export const ExportedEvaluation = z.object({
  evaluation: EvaluationDetail,
  resume: z.object({
    fileName: z.string(),
    candidate: z.object({ id: Id, name: z.string().nullable() }).nullable(),
    receivedAt: Instant,
  }),
});
export type ExportedEvaluation = z.infer<typeof ExportedEvaluation>;

/** How many are read at once. */
const PART = 100;

const NOTHING: AsyncIterable<ExportedEvaluation> = (async function* () {})();

/**
 * All evaluations of a job, read part by part while they are taken, in the order in which they were
 * first made; one that is made meanwhile comes last. Who takes them along is written down.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function exportEvaluations(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<AsyncIterable<ExportedEvaluation>> {
  requirePermission(actor, "evaluations:read");
  await requireJob(db, actor.workspaceId, jobId);
  if (actor.isHead) return NOTHING;
  const { count } = await db.selectFrom("evaluations")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("jobId", "=", jobId).executeTakeFirstOrThrow();
  await audit(db, actor, "ranking.exported", jobId, { format: "ndjson", rows: count }, { jobId });
  return readParts(actor, db, jobId);
}

async function* readParts(
  actor: Principal,
  db: Db,
  jobId: string,
): AsyncGenerator<ExportedEvaluation> {
  let last: string | undefined;
  for (;;) {
    const part = await selectPart(actor, db, jobId, last);
    yield* part;
    last = part.at(-1)?.evaluation.id;
    if (part.length < PART) return;
  }
}

async function selectPart(
  actor: Principal,
  db: Db,
  jobId: string,
  behind: string | undefined,
): Promise<ExportedEvaluation[]> {
  let query = selectEvaluations(db, actor.workspaceId)
    .leftJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["resumes.fileName", "resumes.candidateId", "candidates.name"])
    .select("resumes.createdAt as receivedAt")
    .where("evaluations.jobId", "=", jobId).where("resumes.status", "=", "done");
  if (behind) query = query.where("evaluations.id", ">", behind);
  const [rows, requirements] = await Promise.all([
    query.orderBy("evaluations.id").limit(PART).execute(),
    selectRequirements(db, jobId),
  ]);
  const overrides = await selectNamedOverrides(db, rows.map(({ resumeId }) => resumeId));
  return rows.map((row) => ({
    evaluation: toDetail(
      row,
      requirements,
      overrides.filter(({ resumeId }) => resumeId === row.resumeId),
    ),
    resume: {
      fileName: row.fileName,
      candidate: row.candidateId === null ? null : { id: row.candidateId, name: row.name },
      receivedAt: row.receivedAt.toISOString(),
    },
  }));
}
