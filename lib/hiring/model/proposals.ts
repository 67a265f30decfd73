import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db, Trx } from "../../platform/database.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { Id } from "../../platform/input.ts";
import type { Services } from "../../platform/services.ts";
import type { Language } from "../../talent/types.ts";
import { ENGINE_VERSION } from "../../talent/version.ts";
import { lockJob, noJob } from "../job_lock.ts";
import type { JobRequirement } from "../requirement_rows.ts";
import { appendRequirement, editRequirements } from "../requirements.ts";
import { requireJob } from "../resumes.ts";
import { Level, Span } from "../states.ts";
import { findRequest, startModelRequest, toModelRequest } from "./requests.ts";
import { ModelRequest } from "./states.ts";

/** A requirement that a language model read in a posting; a person takes it or drops it. */
export const Proposal = z.object({
  id: Id,
  name: z.string(),
  level: Level,
  /** The words of the posting that it was read from. */
  quote: z.string(),
  /** Where they stand in the description; null when that has changed since. */
  source: Span.nullable(),
}).meta({ id: "RequirementProposal" });
export type Proposal = z.infer<typeof Proposal>;

/** What a model proposes for a job, as far as nobody has decided. */
export const Proposals = z.object({
  /** Null where nobody asked. */
  request: ModelRequest.nullable(),
  data: z.array(Proposal),
}).meta({ id: "RequirementProposals" });
export type Proposals = z.infer<typeof Proposals>;

/**
 * Asks a model for requirements that the rules did not read in the posting. Nothing changes until a
 * person takes one.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If no model is set up, or the posting has no text yet.
 */
export async function askForProposals(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  jobId: string,
  language: Language,
): Promise<Proposals> {
  requirePermission(actor, "jobs:write");
  await db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId);
    if (job.description === null) {
      throw new Conflict("This job has no text to read yet: wait until its file is read");
    }
    await startModelRequest(trx, actor, config, job, {
      kind: "proposals",
      resumeId: null,
      language: job.language ?? language,
      requirementsVersion: job.requirementsVersion,
      engineVersion: ENGINE_VERSION,
    });
  });
  return await listProposals(actor, db, jobId);
}

/**
 * The proposals for a job that wait for a decision.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function listProposals(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<Proposals> {
  requirePermission(actor, "jobs:read");
  const { workspaceId } = actor;
  const [rows, request, job] = await Promise.all([
    db.selectFrom("requirementProposals").select(["id", "name", "level", "quote"])
      .where("jobId", "=", jobId).where("workspaceId", "=", workspaceId)
      .where("decision", "is", null).orderBy("id").execute(),
    findRequest(db, workspaceId, { kind: "proposals", jobId, resumeId: null }),
    db.selectFrom("jobs").select("description").where("id", "=", jobId)
      .where("workspaceId", "=", workspaceId).executeTakeFirst(),
    requireJob(db, workspaceId, jobId),
  ]);
  if (!job) throw noJob(jobId);
  return {
    request: toModelRequest(request),
    data: rows.map((row) => ({ ...row, source: sourceOf(job.description, row.quote) })),
  };
}

/**
 * Makes a requirement of a proposal, as if a person had typed it.
 *
 * @throws {NotFound} If there is no such proposal in the workspace.
 * @throws {Conflict} If it was decided on before.
 */
export async function takeProposal(
  actor: Principal,
  db: Db,
  proposalId: string,
): Promise<JobRequirement & { readonly jobId: string }> {
  requirePermission(actor, "jobs:write");
  const { jobId } = await findProposal(actor, db, proposalId);
  return await editRequirements(actor, db, jobId, async (trx, job) => {
    const { name, level, quote } = await decide(trx, actor, proposalId, "taken");
    const source = sourceOf(job.description, quote);
    const made = await appendRequirement(trx, actor, job, { name, level }, source);
    await audit(trx, actor, "proposal.taken", made.id, { name: made.name }, { jobId });
    return { ...made, jobId };
  });
}

/**
 * Drops a proposal; it is not made again for this job.
 *
 * @throws {NotFound} If there is no such proposal in the workspace.
 * @throws {Conflict} If it was decided on before.
 */
export async function dropProposal(actor: Principal, db: Db, proposalId: string): Promise<string> {
  requirePermission(actor, "jobs:write");
  const { jobId } = await findProposal(actor, db, proposalId);
  await db.transaction().execute(async (trx) => {
    const { name } = await decide(trx, actor, proposalId, "dropped");
    await audit(trx, actor, "proposal.dropped", proposalId, { name }, { jobId });
  });
  return jobId;
}

async function findProposal(actor: Principal, db: Db, proposalId: string) {
  const row = await db.selectFrom("requirementProposals").select("jobId")
    .where("id", "=", proposalId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!row) throw new NotFound(`There is no proposal ${proposalId}`);
  return row;
}

async function decide(
  trx: Trx,
  actor: Principal,
  proposalId: string,
  decision: "taken" | "dropped",
) {
  const row = await trx.updateTable("requirementProposals")
    .set({ decision, decidedBy: actor.userId, decidedAt: new Date() })
    .where("id", "=", proposalId).where("decision", "is", null)
    .returning(["name", "level", "quote"]).executeTakeFirst();
  if (!row) throw new Conflict("Somebody has taken or dropped this proposal before");
  return row;
}

function sourceOf(description: string | null, quote: string): Proposal["source"] {
  const start = description?.indexOf(quote) ?? -1;
  return start < 0 ? null : { start, end: start + quote.length };
}
