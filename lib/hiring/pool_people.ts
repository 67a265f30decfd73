import { type RawBuilder, sql } from "kysely";
import { OBJECTS } from "./withheld.ts";

/**
 * A condition on `c`, a candidate in the pool of a job: whose person is not in the job already,
 * has not taken their consent back, does not object to the program, and did not withdraw from another job. Each candidate of a
 * person shows the consent of the whole person.
 */
export function isAvailable(jobId: string): RawBuilder<unknown> {
  return sql`not exists (
      select from resumes here join candidates m on m.id = here.candidate_id
      where here.job_id = ${jobId} and m.person_id = c.person_id
    )
    and c.consent is distinct from 'withdrawn'
    and not ${OBJECTS}
    and not exists (
      select from resumes w
      join candidates m on m.id = w.candidate_id
      join stages s on s.id = w.stage_id and s.decision = 'rejected'
      join lateral (
        select reason_code from moves where resume_id = w.id and undone_at is null
        order by id desc limit 1
      ) last on last.reason_code = 'withdrew'
      where m.person_id = c.person_id
    )`;
}
