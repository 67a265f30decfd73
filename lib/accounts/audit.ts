import type { Db, Trx } from "../platform/database.ts";
import type { Principal } from "./principal.ts";

/** Whose history an entry belongs to; any of them may be gone later. */
export interface About {
  readonly jobId?: string | null;
  readonly resumeId?: string | null;
  readonly candidateId?: string | null;
}

/**
 * Writes down who did what to which row, in the transaction that does it. For a read of personal
 * data there is none; then `db` will do.
 *
 * @param action What was done, in the past tense: "requirement.added", "resume.read".
 * @param details Ids, counts and verdicts; never what a résumé says.
 */
export async function audit(
  db: Db | Trx,
  actor: Principal,
  action: string,
  targetId: string | null,
  details: Record<string, unknown> = {},
  { jobId = null, resumeId = null, candidateId = null }: About = {},
): Promise<void> {
  await db.insertInto("auditLog").values({
    workspaceId: actor.workspaceId,
    userId: actor.userId,
    action,
    targetId,
    details,
    jobId,
    resumeId,
    candidateId,
  }).execute();
}
