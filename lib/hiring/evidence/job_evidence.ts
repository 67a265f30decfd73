import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db } from "../../platform/database.ts";
import { Day, Id, Instant } from "../../platform/input.ts";
import { EngineIdentity, engineIdentity } from "../engine_identity.ts";
import { EqualTreatment, selectEqualTreatment } from "../equal_treatment/report.ts";
import { HalfLives } from "../half_life_columns.ts";
import { selectHalfLives } from "../half_lives.ts";
import { noJob } from "../job_lock.ts";
import { SetWeights, WEIGHT_COLUMNS, weightsOf } from "../job_weights.ts";
import { JobRequirement, selectRequirements } from "../requirement_rows.ts";
import { Decision, ReasonCode, StageKey, Verdict } from "../states.ts";
import { selectLog, selectSettingsHistory } from "./evidence_log.ts";
import {
  countData,
  countOversight,
  selectDecisions,
  selectEngines,
  selectOverrides,
} from "./evidence_figures.ts";

/** Something that was written down, by whom and when; people by their ids alone. */
export const EvidenceEntry = z.object({
  id: z.int(),
  at: Instant,
  action: z.string(),
  /** Null for a rule of the product, a candidate, and who is gone. */
  by: z.string().nullable(),
  targetId: Id.nullable(),
  resumeId: Id.nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;

/** A verdict that a person gave in place of the engine's. */
export const EvidenceOverride = z.object({
  resumeId: Id,
  requirement: z.string(),
  before: Verdict,
  after: Verdict,
  reason: z.string(),
  by: z.string().nullable(),
  at: Instant,
  undoneAt: Instant.nullable(),
});

/** A move of a résumé by a person, with the score that was on the screen. */
export const EvidenceDecision = z.object({
  resumeId: Id,
  stage: z.object({ key: StageKey.nullable(), name: z.string().nullable() }),
  decision: Decision,
  reasonCode: ReasonCode.nullable(),
  reason: z.string().nullable(),
  score: z.number().nullable(),
  engineVersion: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant,
});

/** What shows how a job was filled, for who must account for it (AI Act, articles 12, 14, 26). */
export const JobEvidence = z.object({
  generatedAt: Instant,
  workspace: z.string(),
  job: z.object({
    id: Id,
    title: z.string(),
    language: z.enum(["en", "nl"]).nullable(),
    createdAt: Instant,
    /** When a person confirmed what it asks for; null while nobody has. */
    confirmedAt: Instant.nullable(),
    archivedAt: Instant.nullable(),
    isBlind: z.boolean(),
    requirementsVersion: z.int(),
  }),
  requirements: z.array(JobRequirement),
  data: z.object({
    resumes: z.int(),
    judged: z.int(),
    failed: z.int(),
    /** Whose name and contact are still hidden. */
    masked: z.int(),
    firstOn: Day.nullable(),
    lastOn: Day.nullable(),
    byKind: z.record(z.string(), z.int()),
    byLanguage: z.record(z.string(), z.int()),
    retentionDays: z.int(),
  }),
  engine: z.object({
    now: EngineIdentity,
    weights: SetWeights,
    halfLives: HalfLives,
    /** Which versions judged, and how many résumés. */
    used: z.array(z.object({
      version: z.string(),
      evaluations: z.int(),
      firstAt: Instant,
      lastAt: Instant,
    })),
    /** How often a language model was asked; it gives no scores. */
    modelRequests: z.int(),
  }),
  /** Every change of the job, its requirements and what it is judged by, the first one first. */
  history: z.array(EvidenceEntry),
  oversight: z.object({
    verdicts: z.int(),
    overridden: z.int(),
    shortlisted: z.int(),
    rejected: z.int(),
    undecided: z.int(),
    /** Of those rejected, how many by a person with a reason. */
    rejectedWithReason: z.int(),
    letters: z.record(z.string(), z.int()),
    /** What candidates asked for on their own pages, by kind. */
    requests: z.record(z.string(), z.int()),
    overrides: z.array(EvidenceOverride),
    decisions: z.array(EvidenceDecision),
  }),
  equalTreatment: EqualTreatment,
  log: z.object({
    entries: z.int(),
    byAction: z.record(z.string(), z.int()),
    /** The last ones, the latest first. */
    latest: z.array(EvidenceEntry),
    /** The last seal of the workspace's log, which all entries before it hang on. */
    seal: z.object({ number: z.int(), hash: z.string(), sealedAt: Instant }).nullable(),
  }),
}).meta({ id: "JobEvidence" });
export type JobEvidence = z.infer<typeof JobEvidence>;

/** How it is taken along, for the log. */
export type EvidenceFormat = "json" | "html";

/**
 * What shows how a job was filled: purpose, data, engine and settings with their history, what
 * people did, equal treatment, and the log. It names no candidate but by the ids of their résumés;
 * reasons are as they were written. Who takes it along is written down.
 *
 * @throws {Forbidden} If the actor may not read the audit log.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function exportJobEvidence(
  actor: Principal,
  db: Db,
  jobId: string,
  format: EvidenceFormat,
): Promise<JobEvidence> {
  requirePermission(actor, "audit:read");
  const { workspaceId } = actor;
  const job = await selectJob(db, workspaceId, jobId);
  const [requirements, data, used, halfLives, history, figures, overrides, decisions, equal, log] =
    await Promise.all([
      selectRequirements(db, jobId),
      countData(db, jobId),
      selectEngines(db, jobId),
      selectHalfLives(db, workspaceId),
      selectSettingsHistory(db, workspaceId, jobId),
      countOversight(db, workspaceId, jobId),
      selectOverrides(db, jobId),
      selectDecisions(db, jobId),
      selectEqualTreatment(db, workspaceId, jobId),
      selectLog(db, workspaceId, jobId),
    ]);
  await audit(db, actor, "evidence.exported", jobId, { format }, { jobId });
  const { modelRequests, ...oversight } = figures;
  return {
    generatedAt: new Date().toISOString(),
    workspace: job.workspace,
    job: job.shown,
    requirements,
    data: { ...data, retentionDays: job.retentionDays },
    engine: { now: engineIdentity(), weights: job.weights, halfLives, used, modelRequests },
    history,
    oversight: { ...oversight, overrides, decisions },
    equalTreatment: equal,
    log,
  };
}

async function selectJob(db: Db, workspaceId: string, jobId: string) {
  const row = await db.selectFrom("jobs")
    .innerJoin("workspaces", "workspaces.id", "jobs.workspaceId")
    .select(["jobs.id", "jobs.title", "jobs.language", "jobs.createdAt", "jobs.confirmedAt"])
    .select(["jobs.archivedAt", "jobs.isBlind", "jobs.requirementsVersion"])
    .select(["workspaces.name as workspace", "workspaces.retentionDays"])
    .select([...WEIGHT_COLUMNS])
    .where("jobs.id", "=", jobId).where("jobs.workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row) throw noJob(jobId);
  return {
    workspace: row.workspace,
    retentionDays: row.retentionDays,
    weights: weightsOf(row),
    shown: {
      id: row.id,
      title: row.title,
      language: row.language,
      createdAt: row.createdAt.toISOString(),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      archivedAt: row.archivedAt?.toISOString() ?? null,
      isBlind: row.isBlind,
      requirementsVersion: row.requirementsVersion,
    },
  };
}
