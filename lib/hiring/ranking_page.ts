import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import type { Walk } from "../platform/cursor.ts";
import type { RankingQuery } from "./ranking.ts";
import { OPINION_DIFFERS } from "./model/differing.ts";
import { leavesOut } from "./ranking_filter.ts";
import { BY_RANK, orderOf, SHARE } from "./ranking_order.ts";
import { placedPart } from "./ranking_places.ts";
import type { Flag, Grade, ResumeStatus } from "./states.ts";
import type { EvaluationSummary } from "./summary.ts";

/** A row of a ranking as it is stored. */
export interface RankedRow {
  readonly place: number | null;
  readonly placeKey: string;
  readonly id: string;
  readonly evaluationId: string | null;
  readonly name: string | null;
  readonly fileName: string;
  readonly isMasked: boolean;
  readonly secrets: string[] | null;
  readonly status: ResumeStatus;
  readonly errorCode: string | null;
  readonly errorParams: unknown;
  readonly score: number | null;
  readonly rawScore: number | null;
  readonly grade: z.infer<typeof Grade> | null;
  readonly requiredMet: number | null;
  readonly requiredTotal: number | null;
  readonly flags: z.infer<typeof Flag>[] | null;
  readonly opinionDiffers: boolean;
  readonly stageId: string | null;
  readonly stageVersion: number;
  readonly headline: string | null;
  readonly summary: EvaluationSummary | null;
  readonly createdAt: Date;
}

/** Some rows of a view, and one more where others follow. */
export interface RankedPage {
  readonly rows: readonly RankedRow[];
  /** How many the view has; undefined where the rows do not tell. */
  readonly total: number | undefined;
}

/** Reads a page of a ranking in the order of its view. */
export async function readPage(
  actor: Principal,
  db: Db,
  jobId: string,
  query: RankingQuery,
  walk: Walk,
): Promise<RankedPage> {
  return (isWhole(query) ? await readTop(actor, db, jobId, walk) : null) ??
    await readRanked(actor, db, jobId, query, walk);
}

/** Whether it is the job's ranking as it stands, counted from its beginning. */
function isWhole(query: RankingQuery): boolean {
  const { sort = "score", isReversed = false, only, cursor, updatedSince, ...filter } = query;
  return sort === "score" && !isReversed && !only && cursor === undefined && !updatedSince &&
    !leavesOut(filter);
}

/**
 * A page of the whole ranking, taken from an index without reading what stands above and below;
 * null where the page reaches into those without a score.
 */
async function readTop(
  actor: Principal,
  db: Db,
  jobId: string,
  { limit, offset, key }: Walk,
): Promise<RankedPage | null> {
  const [{ rows }, { total }] = await Promise.all([
    sql<RankedRow>`
      with top as (
        select r.id, e.id as evaluation_id, e.score, e.raw_score, ${SHARE} as share, r.file_name,
          r.text_hash
        from evaluations e join resumes r on r.id = e.resume_id
        where e.job_id = ${jobId} and r.workspace_id = ${actor.workspaceId} and r.status = 'done'
          and e.score is not null
        order by ${BY_RANK} limit ${limit} offset ${offset}
      ), page as (
        select id, evaluation_id, ${key} as place_key, row_number() over (order by ${BY_RANK}) as at
        from top
      )
      select page.at + ${offset} as place, ${COLUMNS} order by page.at`.execute(db),
    db.selectFrom("resumes").select((eb) => eb.fn.countAll<number>().as("total"))
      .where("jobId", "=", jobId).where("workspaceId", "=", actor.workspaceId)
      .executeTakeFirstOrThrow(),
  ]);
  const isFull = rows.length === limit;
  return rows.length > 0 && (isFull || offset + rows.length === total) ? { rows, total } : null;
}

async function readRanked(
  actor: Principal,
  db: Db,
  jobId: string,
  query: RankingQuery,
  walk: Walk,
): Promise<RankedPage> {
  const since = query.updatedSince === undefined ? undefined : new Date(query.updatedSince);
  const { limit, offset, isBehind: where, key } = walk;
  const { rows } = await sql<RankedRow & { readonly totalCount: number }>`
    with ${placedPart(actor, jobId, query, { where, limit, offset, since })}, page as (
      select id, evaluation_id, place, row_number() over (order by ${orderOf(query)}) as at,
        ${key} as place_key
      from placed
    )
    select page.place, (select count(*) from fitting) as total_count, ${COLUMNS}
    order by page.at`.execute(db);
  return { rows, total: rows[0]?.totalCount };
}

/** A résumé and its place in the ranking of the whole job. */
export interface Placed {
  readonly id: string;
  readonly place: number;
}

/** The rows of résumés whose places are known, in the order given; none for one that has gone. */
export async function readPlaced(
  actor: Principal,
  db: Db,
  jobId: string,
  placed: readonly Placed[],
): Promise<readonly RankedRow[]> {
  const ids = placed.map(({ id }) => id);
  const places = placed.map(({ place }) => place);
  const { rows } = await sql<RankedRow>`
    with page as (
      select r.id, e.id as evaluation_id, known.place, known.at, '[]' as place_key
      from unnest(${ids}::uuid[], ${places}::bigint[]) with ordinality as known (id, place, at)
      join resumes r on r.id = known.id
      left join evaluations e on e.resume_id = r.id and r.status = 'done'
      where r.job_id = ${jobId} and r.workspace_id = ${actor.workspaceId}
    )
    select page.place, ${COLUMNS} order by page.at`.execute(db);
  return rows;
}

/** What is shown of the résumés in `page`. */
const COLUMNS: RawBuilder<unknown> = sql`
  page.place_key, r.id, r.file_name, r.is_masked, r.secrets, r.status, r.error_code, r.error_params,
  r.created_at, r.stage_id,
  r.stage_version, c.name, e.id as evaluation_id, e.score, e.raw_score, e.grade, e.required_met,
  e.required_total, e.flags, e.headline, e.summary,
  ${OPINION_DIFFERS} as opinion_differs
  from page join resumes r on r.id = page.id
  left join evaluations e on e.id = page.evaluation_id
  left join candidates c on c.id = r.candidate_id`;
