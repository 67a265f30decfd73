import { type RawBuilder, sql } from "kysely";

/**
 * Whether the candidate of a résumé of the job fits a condition on `candidates`. They are taken from
 * their index in one walk: a lookup for each costs three times as much, and a join would have
 * PostgreSQL read the candidates of all jobs.
 *
 * @param resume What the résumé is called in the query.
 */
export function hasCandidate(
  jobId: string,
  condition: RawBuilder<unknown>,
  resume: "r" | "resumes",
): RawBuilder<boolean> {
  return sql`${sql.ref(`${resume}.candidate_id`)} in (
      select id from candidates
      where id = any(array(select candidate_id from resumes where job_id = ${jobId}))
        and ${condition})`;
}
