import { auditMany } from "../accounts/audit.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Trx } from "../platform/database.ts";
import { readResume } from "../talent/resume.ts";
import { CHANGED } from "./judging.ts";
import { assignCandidate } from "./resume_candidates.ts";

/**
 * Takes the masks off those of the résumés that have one: the file gets its name back, and whoever
 * was read from the text becomes a candidate.
 *
 * @param cause What for: a decision on them, or because a person wants to see.
 * @returns How many were masked.
 */
export async function takeMasksOff(
  trx: Trx,
  actor: Principal,
  resumeIds: readonly string[],
  cause: "decision" | "person",
): Promise<number> {
  if (resumeIds.length === 0) return 0;
  const masked = await trx.selectFrom("resumes")
    .select(["id", "jobId", "text", "receivedOn", "trueFileName"])
    .where("id", "in", resumeIds).where("workspaceId", "=", actor.workspaceId)
    .where("isMasked", "=", true).orderBy("id").forUpdate().execute();
  for (const { id, text, receivedOn, trueFileName } of masked) {
    await trx.updateTable("resumes").set({
      isMasked: false,
      // A masked row has one, which its check holds.
      fileName: trueFileName ?? "",
      trueFileName: null,
      secrets: null,
      maskedText: null,
      ...CHANGED,
    }).where("id", "=", id).execute();
    if (text === null) continue; // it gets its candidate when it is read
    const { contact } = readResume(text, receivedOn);
    const about = { resumeId: id, workspaceId: actor.workspaceId, candidateId: null };
    await assignCandidate(trx, about, { contact });
  }
  await auditMany(
    trx,
    actor,
    "resume.unmasked",
    masked.map(({ id, jobId }) => ({
      targetId: id,
      details: { cause },
      jobId,
      resumeId: id,
      candidateId: null,
    })),
  );
  return masked.length;
}
