import { type RawBuilder, sql } from "kysely";
import type { Principal } from "../accounts/principal.ts";
import { type OrderKey, reversed } from "../platform/cursor.ts";
import type { RankingSort, RankingView } from "./ranking.ts";
import { hasCandidate } from "./job_candidates.ts";
import { fits } from "./ranking_filter.ts";

/** The place of each résumé; the same order as `compareRanked()` of the engine. */
export const BY_RANK = sql`
  score desc nulls last, raw_score desc nulls last, share desc nulls last,
  file_name collate "C", text_hash, id`;

/** How much of what is required `e` meets: from 0 to 1, null without an evaluation. */
export const SHARE = sql`
  case when e.required_total > 0 then e.required_met::double precision / e.required_total
    when e.id is not null then 0 end`;

const ORDERS: Record<RankingSort, [RawBuilder<unknown>, RawBuilder<unknown>]> = {
  score: [sql`place`, sql`(score is null), place desc`],
  name: [
    sql`lower(coalesce(name, file_name)), place`,
    sql`lower(coalesce(name, file_name)) desc, place desc`,
  ],
  met: [sql`share desc nulls last, place`, sql`share nulls last, place`],
  received: [sql`created_at desc, id desc`, sql`created_at, id`],
};

/** The order of a view, of the columns of `ranked`. */
export function orderOf({ sort = "score", isReversed = false }: RankingView): RawBuilder<unknown> {
  return ORDERS[sort][isReversed ? 1 : 0];
}

/** What `BY_RANK` orders by, so that a cursor holds while places change. */
const RANK_KEYS: readonly OrderKey[] = [
  { sql: sql`coalesce(-score, 'Infinity')`, type: "double precision" },
  { sql: sql`coalesce(-raw_score, 'Infinity')`, type: "double precision" },
  { sql: sql`coalesce(-share, 'Infinity')`, type: "double precision" },
  { sql: sql`file_name collate "C"`, type: "text" },
  { sql: sql`coalesce(encode(text_hash, 'hex'), '~') collate "C"`, type: "text" },
  { sql: sql`id`, type: "uuid" },
];
const NAME: OrderKey = { sql: sql`lower(coalesce(name, file_name))`, type: "text" };
const RECEIVED: readonly OrderKey[] = [
  { sql: sql`created_at`, type: "timestamptz" },
  { sql: sql`id`, type: "uuid" },
];

/** The keys of `ORDERS`. */
const KEYS: Record<RankingSort, [readonly OrderKey[], readonly OrderKey[]]> = {
  score: [RANK_KEYS, [
    { sql: sql`(score is null)::integer`, type: "integer" },
    ...reversed(RANK_KEYS),
  ]],
  name: [[NAME, ...RANK_KEYS], reversed([NAME, ...RANK_KEYS])],
  met: [[{ sql: sql`coalesce(-share, 'Infinity')`, type: "double precision" }, ...RANK_KEYS], [
    { sql: sql`coalesce(share, 'Infinity')`, type: "double precision" },
    ...RANK_KEYS,
  ]],
  received: [reversed(RECEIVED), RECEIVED],
};

/** What the order of a view is made of, for its cursors. */
export function keysOf({ sort = "score", isReversed = false }: RankingView): readonly OrderKey[] {
  return KEYS[sort][isReversed ? 1 : 0];
}

/**
 * The common table expressions that end in `ranked`: every résumé of the job with its place and
 * whether it fits the filter, and no more of it than is sorted by, because all of it is sorted.
 * `judged` is the same without places, for who counts.
 *
 * @param since Only what was changed then or later fits.
 */
export function ranked(
  actor: Principal,
  jobId: string,
  view: RankingView,
  since?: Date,
): RawBuilder<unknown> {
  const { only } = view;
  const conditions = [
    fits(jobId, view),
    ...(only ? [sql`r.id = any(${[...only]}::uuid[])`] : []),
    ...(since ? [changedSince(jobId, since)] : []),
  ];
  return sql`judged as (
        select r.id, e.id as evaluation_id, r.candidate_id, r.file_name, r.text_hash, r.created_at,
          e.score, e.raw_score, ${SHARE} as share, ${sql.join(conditions, sql` and `)} as fits
        from ${judgedResumes(actor, jobId)}
      ), placed as (
        select *, row_number() over (order by ${BY_RANK}) as place from judged
      ), ranked as (
        select placed.*, people.name from placed left join (
          select id, name from candidates where id = any(array(select candidate_id from judged))
        ) people on people.id = placed.candidate_id
      )`;
}

function changedSince(jobId: string, since: Date): RawBuilder<unknown> {
  const changed = hasCandidate(jobId, sql`updated_at >= ${since}`, "r");
  return sql`coalesce(r.updated_at >= ${since} or ${changed}, false)`;
}

/** The résumés of a job as `r`, each with its evaluation `e` and stage `s`. */
export function judgedResumes(actor: Principal, jobId: string): RawBuilder<unknown> {
  return sql`(
          select * from resumes where job_id = ${jobId} and workspace_id = ${actor.workspaceId}
        ) r
        left join evaluations e
          on e.resume_id = r.id and e.job_id = ${jobId} and r.status = 'done'
        left join stages s on s.id = r.stage_id`;
}
