import { type RawBuilder, sql } from "kysely";
import type { Principal } from "../accounts/principal.ts";
import { containing } from "../platform/like_pattern.ts";
import { hasHeadline, hasWords, type RankingFilter } from "./ranking_filter.ts";

/** What is taken of the résumés of a job: `r` is the résumé, `e` its evaluation, `s` its stage. */
export interface Judged {
  readonly columns: RawBuilder<unknown>;
  /** Whether it fits in all but `q`. */
  readonly fits: RawBuilder<unknown>;
  /** Which of them come into question; all unless given. */
  readonly where?: RawBuilder<unknown>;
}

/**
 * The common table expressions `judged`: the résumés of a job with some columns of theirs; and,
 * when words are looked for, `named`: the candidates whose names have them. `fitsIn()` says of a
 * row of `judged` whether it fits.
 *
 * A job can have ten thousand résumés, so each table is walked along once. PostgreSQL takes a job
 * for smaller than it is and would look up one evaluation after the other; hence the `offset 0`,
 * behind which it plans by itself. The words of résumés are looked at where they are read, because
 * to carry them along costs more; and only of those that are not found by them, names are read.
 */
export function judged(
  { workspaceId }: Principal,
  jobId: string,
  filter: RankingFilter,
  { columns, fits, where = sql`true` }: Judged,
): RawBuilder<unknown> {
  return sql`judged as materialized (
      select r.candidate_id, ${fits} as fits_beside,
        (r.has_words or ${hasHeadline(filter)}) as is_found, ${columns}
      from (
        select *, ${hasWords(filter)} as has_words from resumes r
        where job_id = ${jobId} and workspace_id = ${workspaceId} offset 0
      ) r
      left join (select * from evaluations where job_id = ${jobId} offset 0) e
        on e.resume_id = r.id and r.status = 'done'
      left join stages s on s.id = r.stage_id
      where ${where}
    )${named(filter)}`;
}

function named({ q }: RankingFilter): RawBuilder<unknown> {
  if (q === undefined) return sql``;
  return sql`, named as materialized (
      select id from candidates where name ilike ${containing(q)} and id = any(array(
        select candidate_id from judged where fits_beside and not is_found
      ))
    )`;
}

/** Whether a row of `judged` has what is looked for, be it by its words or by a name. */
export function isFoundIn({ q }: RankingFilter): RawBuilder<boolean> {
  if (q === undefined) return sql`true`;
  return sql`(is_found or coalesce(candidate_id in (select id from named), false))`;
}

/** Whether a row of `judged` fits. */
export function fitsIn(filter: RankingFilter): RawBuilder<boolean> {
  return sql`(fits_beside and ${isFoundIn(filter)})`;
}
