import { z } from "zod";
import { Id, Instant } from "../platform/input.ts";
import { AuditGroup, groupOf } from "./audit_actions.ts";

/** Who did something. */
export const AuditActor = z.object({
  kind: z.enum(["person", "api_key"]),
  id: Id,
  name: z.string(),
}).meta({ id: "AuditActor" });
export type AuditActor = z.infer<typeof AuditActor>;

/** What something was done to, while it is still there. */
export const AuditSubject = z.object({
  kind: z.enum(["resume", "candidate", "job", "api_key", "webhook", "stage", "member"]),
  id: Id,
  /** Null for who or what has no name. */
  name: z.string().nullable(),
}).meta({ id: "AuditSubject" });
export type AuditSubject = z.infer<typeof AuditSubject>;

/** Something that was done in a workspace. */
export const AuditEntry = z.object({
  id: z.int(),
  createdAt: Instant,
  /** What was done: "resume.moved". */
  action: z.string(),
  /** Null for an action that this version does not know. */
  group: AuditGroup.nullable(),
  /** Null when that user or key is gone. */
  actor: AuditActor.nullable(),
  /** Null when it is gone, or there was none. */
  subject: AuditSubject.nullable(),
  /** The ids that were written down, whether or not these rows are still there. */
  targetId: Id.nullable(),
  jobId: Id.nullable(),
  resumeId: Id.nullable(),
  candidateId: Id.nullable(),
  /** Ids, counts and verdicts. */
  details: z.record(z.string(), z.unknown()),
}).meta({ id: "AuditEntry" });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry as it is read, with what was found of what it names. */
export interface AuditRow {
  readonly id: number;
  readonly action: string;
  readonly details: Record<string, unknown>;
  readonly createdAt: Date;
  readonly targetId: string | null;
  readonly jobId: string | null;
  readonly resumeId: string | null;
  readonly candidateId: string | null;
  readonly userId: string | null;
  readonly apiKeyId: string | null;
  readonly userName: string | null;
  readonly keyName: string | null;
  readonly foundResumeId: string | null;
  readonly resumeName: string | null;
  readonly foundPersonId: string | null;
  readonly personName: string | null;
  readonly foundJobId: string | null;
  readonly jobTitle: string | null;
  readonly targetKey: string | null;
  readonly targetWebhook: string | null;
  readonly targetStage: string | null;
  readonly stageName: string | null;
  readonly targetUser: string | null;
}

export function toAuditEntry(row: AuditRow): AuditEntry {
  const { id, createdAt, action, targetId, jobId, resumeId, candidateId, details } = row;
  return {
    id,
    createdAt: createdAt.toISOString(),
    action,
    group: groupOf(action) ?? null,
    actor: actorOf(row),
    subject: subjectOf(row),
    targetId,
    jobId,
    resumeId,
    candidateId,
    details,
  };
}

function actorOf({ userId, userName, apiKeyId, keyName }: AuditRow): AuditActor | null {
  // Who is gone leaves an id that names nobody.
  if (userId !== null && userName !== null) return { kind: "person", id: userId, name: userName };
  if (apiKeyId === null || keyName === null) return null;
  return { kind: "api_key", id: apiKeyId, name: keyName };
}

/** The nearest of what an entry is about: of a résumé of a person for a job, the résumé. */
function subjectOf(row: AuditRow): AuditSubject | null {
  const { foundResumeId, foundPersonId, foundJobId, targetId, targetStage } = row;
  if (foundResumeId !== null) return { kind: "resume", id: foundResumeId, name: row.resumeName };
  if (foundPersonId !== null) return { kind: "candidate", id: foundPersonId, name: row.personName };
  if (foundJobId !== null) return { kind: "job", id: foundJobId, name: row.jobTitle };
  if (targetStage !== null) return { kind: "stage", id: targetStage, name: row.stageName };
  if (targetId === null) return null;
  if (row.targetKey !== null) return { kind: "api_key", id: targetId, name: row.targetKey };
  if (row.targetWebhook !== null) return { kind: "webhook", id: targetId, name: row.targetWebhook };
  return row.targetUser === null ? null : { kind: "member", id: targetId, name: row.targetUser };
}
