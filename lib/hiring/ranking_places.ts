import { type RawBuilder, sql } from "kysely";
import type { Principal } from "../accounts/principal.ts";
import { hasCandidate } from "./job_candidates.ts";
import { fitsIn, judged } from "./judged_resumes.ts";
import type { RankingView } from "./ranking.ts";
import { fitsBeside } from "./ranking_filter.ts";
import { BY_RANK, orderOf, SHARE } from "./ranking_order.ts";

/**
 * The common table expressions that end in `ranked`: every résumé of the job with its place and
 * whether it fits the filter, and no more of it than is sorted by, because all of it is sorted.
 */
export function ranked(actor: Principal, jobId: string, view: RankingView): RawBuilder<unknown> {
  return sql`${judgedFor(actor, jobId, view)}, placed as (
      select *, ${fitsIn(view)} as fits, row_number() over (order by ${BY_RANK}) as place
      from judged
    ), ranked as (${withNames(view, sql`placed`)})`;
}

/** Which part of a view is read. */
export interface ViewPart {
  readonly where: RawBuilder<unknown>;
  readonly limit: number;
  readonly offset: number;
  /** Only what was changed then or later fits. */
  readonly since?: Date | undefined;
}

/**
 * The common table expressions that end in `placed`: the rows of a part of a view, each with its
 * place in the whole job, null without a score. Nothing but the part is sorted for that: all others
 * are counted by how many of the part's scores they reach, and the rows of one score are put in
 * their order. `fitting` has all that fit.
 */
export function placedPart(
  actor: Principal,
  jobId: string,
  view: RankingView,
  { where, limit, offset, since }: ViewPart,
): RawBuilder<unknown> {
  return sql`${judgedFor(actor, jobId, view, since)}, fitting as not materialized (
      select * from judged where ${fitsIn(view)}
    ), part as (
      select * from (${withNames(view, sql`fitting`)}) shown where ${where}
      order by ${orderOf(view)} limit ${limit} offset ${offset}
    ), steps as (
      select array_agg(distinct score order by score) as scores from part where score is not null
    ), reached as (
      select width_bucket(score, scores) as step,
        sum(count(*)) over (order by width_bucket(score, scores) desc) as count
      from judged, steps where score is not null group by step
    ), level as (
      select id, count(*) over (partition by score)
        - row_number() over (partition by score order by ${BY_RANK}) as behind
      from judged where score in (select score from part)
    ), placed as (
      select part.*, (reached.count - level.behind)::bigint as place
      from part cross join steps left join level using (id)
        left join reached on step = width_bucket(score, scores)
    )`;
}

/** What the résumés of a job are ranked by. */
function judgedFor(
  actor: Principal,
  jobId: string,
  view: RankingView,
  since?: Date,
): RawBuilder<unknown> {
  const { only } = view;
  const conditions = [
    fitsBeside(view),
    ...(only ? [sql`r.id = any(${[...only]}::uuid[])`] : []),
    ...(since ? [changedSince(jobId, since)] : []),
  ];
  return judged(actor, jobId, view, {
    columns: sql`r.id, e.id as evaluation_id, r.file_name, r.text_hash, r.created_at,
        e.score, e.raw_score, ${SHARE} as share`,
    fits: sql.join(conditions, sql` and `),
  });
}

function changedSince(jobId: string, since: Date): RawBuilder<unknown> {
  const changed = hasCandidate(jobId, sql`updated_at >= ${since}`, "r");
  return sql`coalesce(r.updated_at >= ${since} or ${changed}, false)`;
}

/** Rows of `judged` with the names of their candidates, where they are ordered by them. */
function withNames({ sort }: RankingView, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  if (sort !== "name") return sql`select * from ${rows}`;
  return sql`
      select ${rows}.*, people.name from ${rows} left join (
        select id, name from candidates where id = any(array(select candidate_id from ${rows}))
      ) people on people.id = ${rows}.candidate_id`;
}
