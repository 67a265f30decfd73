import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import type { AuditAction } from "./audit_actions.ts";
import { forgetChanged } from "./cache_tags.ts";
import type { Principal } from "./principal.ts";

/** Whose history an entry belongs to; any of them may be gone later. */
export interface About {
  readonly jobId?: string | null;
  readonly resumeId?: string | null;
  readonly candidateId?: string | null;
}

/** Who is written down: a principal, or nobody where a rule of the product acts by itself. */
export type Acting = Pick<Principal, "workspaceId" | "userId" | "apiKeyId" | "isHead"> | {
  readonly workspaceId: string;
  readonly userId: null;
  readonly apiKeyId: null;
  readonly isHead?: false;
};

/**
 * Writes down who did what to which row, in the transaction that does it. For a read of personal
 * data there is none; then `db` will do. In a transaction, what is kept of what changed is forgotten
 * when it commits. Who asks for headers alone has read nothing, so nothing is written down.
 *
 * @param action What was done, in the past tense: "requirement.added", "resume.read".
 * @param details Ids, counts and verdicts; never what a résumé says.
 */
export async function audit(
  db: Db | Trx,
  actor: Acting,
  action: AuditAction,
  targetId: string | null,
  details: Record<string, unknown> = {},
  { jobId = null, resumeId = null, candidateId = null }: About = {},
): Promise<void> {
  if (actor.isHead) return;
  await db.insertInto("auditLog").values({
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    apiKeyId: actor.apiKeyId,
    action,
    targetId,
    details,
    jobId,
    resumeId,
    candidateId,
  }).execute();
  if (db.isTransaction) await forgetChanged(db, actor.workspaceId, [jobId]);
}

/** Writes down the same action on many rows, each with its own details; else as `audit()`. */
export async function auditMany(
  db: Db | Trx,
  actor: Principal,
  action: AuditAction,
  entries: readonly (Required<About> & { targetId: string; details: Record<string, unknown> })[],
): Promise<void> {
  if (actor.isHead) return;
  // As one value, so that the statement is the same for any number of entries.
  await sql`
    insert into audit_log
      (workspace_id, user_id, api_key_id, action, target_id, details, job_id, resume_id,
        candidate_id)
    select ${actor.workspaceId}, ${actor.userId}, ${actor.apiKeyId}, ${action}, e."targetId",
      e.details, e."jobId", e."resumeId", e."candidateId"
    from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as e (
      "targetId" uuid, details jsonb, "jobId" uuid, "resumeId" uuid, "candidateId" uuid
    )`.execute(db);
  if (db.isTransaction) {
    await forgetChanged(db, actor.workspaceId, new Set(entries.map(({ jobId }) => jobId)));
  }
}
