import { type RawBuilder, sql } from "kysely";

/**
 * The candidates of a workspace that look like a row `m`, to be joined to it: by an address of
 * theirs, also one that a merge hides, by a number, or by nearly the same text of a résumé. Of `m`
 * it takes `emails` (in lower case), `phones` and `resume_ids`, arrays in which nulls count for
 * nothing; it answers `reason`, `candidate_id`, `person_id` and, for texts, `similarity`.
 */
export function alikeCandidates(workspaceId: string): RawBuilder<unknown> {
  const found = (reason: "email" | "phone") =>
    sql`
    select ${sql.lit(reason)} as reason, id as candidate_id, person_id,
      null::double precision as similarity
    from visible_candidates where workspace_id = ${workspaceId}`;
  return sql`lateral (
    ${found("email")} and lower(email) = any(m.emails)
    union all
    ${found("email")} and own is not null and lower(own ->> 'email') = any(m.emails)
    union all
    ${found("phone")} and phone_e164 = any(m.phones)
    union all
    select 'text', c.id, c.person_id, n.similarity
    from (
      select second_id as id, similarity from near_texts where first_id = any(m.resume_ids)
      union all
      select first_id, similarity from near_texts where second_id = any(m.resume_ids)
    ) n join resumes s on s.id = n.id join candidates c on c.id = s.candidate_id
  )`;
}
