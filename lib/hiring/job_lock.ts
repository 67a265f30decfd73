import type { Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import type { Language } from "../talent/types.ts";

/** What an edit of a job has to know of it. */
export interface LockedJob {
  readonly id: string;
  readonly workspaceId: string;
  readonly title: string;
  readonly description: string | null;
  readonly language: Language | null;
  readonly requirementsVersion: number;
  readonly textWeight: number;
  readonly archivedAt: Date | null;
}

/**
 * Locks a job for the rest of the transaction. It is always locked before its résumés, so that
 * two edits wait for each other instead of for ever.
 *
 * @param strength "update": nobody else edits, judges or adds; "share": nobody edits meanwhile.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function lockJob(
  trx: Trx,
  workspaceId: string,
  jobId: string,
  strength: "update" | "share" = "update",
): Promise<LockedJob> {
  const query = trx.selectFrom("jobs")
    .select([
      "id",
      "workspaceId",
      "title",
      "description",
      "language",
      "requirementsVersion",
      "textWeight",
      "archivedAt",
    ])
    .where("id", "=", jobId).where("workspaceId", "=", workspaceId);
  const row = await (strength === "update" ? query.forUpdate() : query.forShare())
    .executeTakeFirst();
  if (!row) throw noJob(jobId);
  return { ...row, language: row.language as Language | null };
}

export function noJob(jobId: string): NotFound {
  return new NotFound(`There is no job ${jobId}`);
}
