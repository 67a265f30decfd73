import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";

/** A candidate, and the person that they stand for after merges. */
export interface PersonOf {
  readonly id: string;
  readonly personId: string;
}

/**
 * Whose a candidate's id is; after a merge that is another's.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function personOf(
  db: Db | Trx,
  workspaceId: string,
  candidateId: string,
): Promise<PersonOf> {
  const row = await db.selectFrom("candidates").select(["id", "personId"])
    .where("id", "=", candidateId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row) throw noCandidate(candidateId);
  return row;
}

/** Moves a person to the head of the list by change. */
export async function touchPerson(trx: Trx, workspaceId: string, personId: string): Promise<void> {
  await trx.updateTable("candidates").set({ updatedAt: new Date() })
    .where("id", "=", personId).where("workspaceId", "=", workspaceId).execute();
}

export function noCandidate(candidateId: string): NotFound {
  return new NotFound(`There is no candidate ${candidateId}`);
}
