import { sql, type Updateable } from "kysely";
import { forgetChanged } from "../accounts/cache_tags.ts";
import type { Trx } from "../platform/database.ts";
import type { EvaluationsTable } from "../platform/db_types.ts";
import { personOf, touchPeople } from "./candidate_rows.ts";
import { lockJob } from "./job_lock.ts";
import { CHANGED } from "./judging.ts";
import { lockPeople } from "./people.ts";
import { JUDGEMENT, OBJECTS, stored } from "./withheld.ts";

/**
 * Locks a person with all their jobs, so that nobody judges them or changes a verdict while an
 * objection is made or ends.
 */
export async function lockForObjection(
  trx: Trx,
  workspaceId: string,
  candidateId: string,
): Promise<void> {
  const { personId } = await personOf(trx, workspaceId, candidateId);
  const rows = await trx.selectFrom("resumes")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .select("resumes.jobId").distinct().where("candidates.personId", "=", personId)
    .orderBy("resumes.jobId").execute();
  for (const { jobId } of rows) await lockJob(trx, workspaceId, jobId);
  await lockPeople(trx, workspaceId, [candidateId]);
}

/**
 * Puts away what a program said of these people where they object to it, and brings it back where
 * they do not any more. To be called by whoever changes an objection, or who is the same person,
 * with the people locked.
 *
 * @returns The jobs in which anything changed by it.
 */
export async function reviewObjections(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
    resumeId: string;
    jobId: string;
    candidateId: string;
    isObjected: boolean;
  }>`
    select e.id, e.resume_id, e.job_id, c.id as candidate_id, ${OBJECTS} as is_objected
    from candidates o join candidates c on c.person_id = o.person_id
      and c.workspace_id = o.workspace_id
    join resumes r on r.candidate_id = c.id join evaluations e on e.resume_id = r.id
    where o.id = any(${candidateIds}::uuid[]) and o.workspace_id = ${workspaceId}
    group by e.id, c.id having ${OBJECTS} <> (e.withheld is not null)`.execute(trx);
  for (const { id, resumeId, isObjected } of rows) {
    const row = await trx.selectFrom("evaluations").select([...JUDGEMENT, "withheld"])
      .where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
    const { withheld, ...judgement } = row;
    const values = isObjected
      ? stored(judgement, true)
      : stored(withheld as unknown as typeof judgement, false);
    await trx.updateTable("evaluations").set({
      ...values as Updateable<EvaluationsTable>,
      updatedAt: new Date(),
    })
      .where("id", "=", id).execute();
    await trx.updateTable("resumes").set(CHANGED).where("id", "=", resumeId).execute();
  }
  const jobIds = [...new Set(rows.map(({ jobId }) => jobId))];
  if (jobIds.length > 0) {
    await trx.updateTable("jobs").set({ updatedAt: new Date() }).where("id", "in", jobIds)
      .execute();
    await touchPeople(trx, workspaceId, rows.map(({ candidateId }) => candidateId));
    await forgetChanged(trx, workspaceId, [null, ...jobIds]);
  }
  return jobIds;
}

/** Whether any of these people objects to being judged by a program. */
export async function doesAnyObject(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from candidates c where c.id = any(${candidateIds}::uuid[])
      and c.workspace_id = ${workspaceId} and ${OBJECTS} limit 1`.execute(trx);
  return rows.length > 0;
}
