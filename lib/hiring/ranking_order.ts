import { type RawBuilder, sql } from "kysely";
import { type OrderKey, reversed } from "../platform/cursor.ts";
import type { RankingSort, RankingView } from "./ranking.ts";

/** The place of each résumé; the same order as `compareRanked()` of the engine. */
export const BY_RANK = sql`
  score desc nulls last, raw_score desc nulls last, share desc nulls last,
  file_name collate "C", text_hash, id`;

/** `BY_RANK` from its other end. */
const BY_RANK_REVERSED = sql`
  score nulls first, raw_score nulls first, share nulls first,
  file_name collate "C" desc, text_hash desc, id desc`;

/** How much of what is required `e` meets: from 0 to 1, null without an evaluation. */
export const SHARE = sql`
  case when e.required_total > 0 then e.required_met::double precision / e.required_total
    when e.id is not null then 0 end`;

const ORDERS: Record<RankingSort, [RawBuilder<unknown>, RawBuilder<unknown>]> = {
  score: [BY_RANK, sql`(score is null), ${BY_RANK_REVERSED}`],
  name: [
    sql`lower(coalesce(name, file_name)), ${BY_RANK}`,
    sql`lower(coalesce(name, file_name)) desc, ${BY_RANK_REVERSED}`,
  ],
  met: [sql`share desc nulls last, ${BY_RANK}`, sql`share nulls last, ${BY_RANK}`],
  received: [sql`created_at desc, id desc`, sql`created_at, id`],
};

/** The order of a view, of what `judged()` has of a résumé and the candidate's name. */
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
