import { sql } from "kysely";
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

/**
 * Moves the people of those candidates to the head of the list by change. A person whom another
 * transaction holds is left to it: it changes them too.
 */
export async function touchPeople(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<void> {
  await sql`
    update candidates set updated_at = now() where id in (
      select p.id from candidates p where p.workspace_id = ${workspaceId} and p.id in (
        select person_id from candidates where id = any(${candidateIds}::uuid[])
      ) for no key update skip locked
    )`.execute(trx);
}

export function noCandidate(candidateId: string): NotFound {
  return new NotFound(`There is no candidate ${candidateId}`);
}
