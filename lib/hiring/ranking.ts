import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { openWalk, type Walk } from "../platform/cursor.ts";
import { type CursorPageOf, type CursorQuery, sortField } from "../platform/page_of.ts";
import type { RankingFilter } from "./ranking_filter.ts";
import { keysOf, orderOf } from "./ranking_order.ts";
import { type Placed, type RankedRow, readPage, readPlaced } from "./ranking_page.ts";
import { ranked } from "./ranking_places.ts";
import { wordsOf } from "./resume_masks.ts";
import { toFileError } from "./resume_rows.ts";
import { requireJob } from "./resumes.ts";
import { ensureStages, firstStage, Stage, stagesById } from "./stages.ts";
import { FileError, Grade, RankingFlag, ResumeStatus } from "./states.ts";
import { EvaluationSummary } from "./summary.ts";

/** One résumé in the ranking of its job. */
export const RankingRow = z.object({
  /** From 1, over the whole job; null without a score. */
  rank: z.int().nullable(),
  resumeId: Id,
  evaluationId: Id.nullable(),
  candidate: z.object({ name: z.string().nullable() }),
  fileName: z.string(),
  /** Whether it is not shown whose it is; `file_name` is an alias then. */
  isMasked: z.boolean(),
  status: ResumeStatus,
  error: FileError.nullable(),
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int().nullable(),
  requiredTotal: z.int().nullable(),
  flags: z.array(RankingFlag),
  /** The latest role: "Backend engineer · Polderpay". */
  headline: z.string().nullable(),
  ...EvaluationSummary.shape,
  /** Where the candidate stands in this job, and how often they were moved. */
  stage: Stage,
  stageVersion: z.int(),
  receivedAt: Instant,
});
export type RankingRow = z.infer<typeof RankingRow>;

export const RankingSort = z.enum(["score", "name", "met", "received"]);
export type RankingSort = z.infer<typeof RankingSort>;

/** The same, with a minus before it the other way round. */
export const RankingListSort = sortField(RankingSort.options);

/** The most rows of a ranking at once. */
export const MAX_RANKED = 1000;

/** Which rows of a ranking, in which order. */
export interface RankingView extends RankingFilter {
  readonly sort?: RankingSort | undefined;
  /** Whether the last comes first. */
  readonly isReversed?: boolean | undefined;
  /** No others than these résumés. */
  readonly only?: readonly string[] | undefined;
}

export interface RankingQuery extends RankingView, CursorQuery {
  /** Only those that were changed, moved or judged at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/**
 * The résumés of a job, best first; those without a score (under way, failed) come last. The rank
 * is the place in the whole job, whatever is filtered or sorted by.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getRanking(
  actor: Principal,
  db: Db,
  jobId: string,
  query: RankingQuery,
): Promise<CursorPageOf<RankingRow>> {
  requirePermission(actor, "evaluations:read");
  const walk = walkOf(actor, jobId, query);
  const [{ rows, total: known }, stages, all] = await Promise.all([
    readPage(actor, db, jobId, query, walk),
    ensureStages(db, actor.workspaceId),
    stagesById(db, actor.workspaceId),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const total = await walk.total(async () => ({
    count: known ?? await countBehind(actor, db, jobId, query),
  }));
  const first = firstStage(stages);
  return walk.page(rows, total, (row) => toRankingRow(row, all.get(row.stageId ?? "") ?? first));
}

function walkOf({ workspaceId }: Principal, jobId: string, query: RankingQuery): Walk {
  const { page: _, itemsPerPage: __, cursor: ___, ...view } = query;
  const scope = ["ranking", workspaceId, jobId, Object.entries(view).toSorted()];
  return openWalk(query, keysOf(query), scope);
}

/**
 * The résumés of a view in its order with their places, for who reads them part by part while
 * places may change; see `getPlaced()`.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function listRanked(
  actor: Principal,
  db: Db,
  jobId: string,
  view: RankingView,
): Promise<Placed[]> {
  requirePermission(actor, "evaluations:read");
  const [{ rows }] = await Promise.all([
    sql<Placed>`
      with ${ranked(actor, jobId, view)}
      select id, place from ranked where fits order by ${orderOf(view)}`.execute(db),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  return rows;
}

/** The rows of some résumés of a job, as they are ranked by `listRanked()`; nothing is sorted. */
export async function getPlaced(
  actor: Principal,
  db: Db,
  jobId: string,
  placed: readonly Placed[],
): Promise<RankingRow[]> {
  requirePermission(actor, "evaluations:read");
  const [rows, stages, all] = await Promise.all([
    readPlaced(actor, db, jobId, placed),
    ensureStages(db, actor.workspaceId),
    stagesById(db, actor.workspaceId),
  ]);
  const first = firstStage(stages);
  return rows.map((row) => toRankingRow(row, all.get(row.stageId ?? "") ?? first));
}

/** A résumé beside another one in the ranking. */
export interface Neighbour {
  readonly resumeId: string;
  /** The candidate's, or else the file's. */
  readonly name: string;
}

/** Where a résumé stands among those of its job that have a score. */
export interface Place {
  /** From 1, over the whole job. */
  readonly rank: number;
  /** How many have a score. */
  readonly total: number;
  /** From 1 in the view, counted as if the résumé were in it. */
  readonly position: number;
  /** How many are in the view. */
  readonly shown: number;
  /** The ones beside it in the view. */
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/**
 * The place of a résumé in the ranking of its job, and the ones beside it in a view of that, also
 * when it has left the view itself; null when it has no score.
 */
export async function findPlace(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeId: string,
  view: RankingView = {},
): Promise<Place | null> {
  requirePermission(actor, "evaluations:read");
  const { rows: [row] } = await sql<{
    place: number;
    total: number;
    position: number;
    shown: number;
    previousId: string | null;
    previousName: string | null;
    nextId: string | null;
    nextName: string | null;
  }>`
    with ${ranked(actor, jobId, view)}, beside as (
      select id, place, row_number() over in_view as position,
        lag(id) over in_view as previous_id, lead(id) over in_view as next_id
      from ranked where score is not null and (fits or id = ${resumeId})
      window in_view as (order by ${orderOf(view)})
    ), counted as (
      select count(*) as total, count(*) filter (where fits) as shown
      from ranked where score is not null
    )
    select place, total, shown, position, previous_id, next_id,
      ${nameOf(sql`previous_id`)} as previous_name, ${nameOf(sql`next_id`)} as next_name
    from beside, counted where id = ${resumeId}`.execute(db);
  if (!row) return null;
  const neighbour = (id: string | null, name: string | null) =>
    id === null ? null : { resumeId: id, name: name ?? "" };
  return {
    rank: row.place,
    total: row.total,
    position: row.position,
    shown: row.shown,
    previous: neighbour(row.previousId, row.previousName),
    next: neighbour(row.nextId, row.nextName),
  };
}

/** The candidate's of a résumé, or else the file's. */
function nameOf(resumeId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(c.name, r.file_name) from resumes r
    left join candidates c on c.id = r.candidate_id where r.id = ${resumeId})`;
}

/** How many there are when the page asked for lies behind the last one. */
async function countBehind(actor: Principal, db: Db, jobId: string, query: RankingQuery) {
  if (query.page === 1) return 0;
  const first = await getRanking(actor, db, jobId, { ...query, page: 1, itemsPerPage: 1 });
  return first.totalCount;
}

function toRankingRow(row: RankedRow, stage: Stage): RankingRow {
  const { strip, strength, gap } = row.summary ?? { strip: [], strength: null, gap: null };
  const say = wordsOf(row);
  const isObjected = row.flags?.includes("objection");
  return {
    rank: row.score === null ? null : row.place,
    resumeId: row.id,
    evaluationId: row.evaluationId,
    candidate: { name: row.name },
    fileName: row.fileName,
    isMasked: row.isMasked,
    status: row.status,
    error: toFileError(row.errorCode, row.errorParams),
    score: row.score,
    rawScore: row.rawScore,
    grade: row.grade,
    requiredMet: isObjected ? null : row.requiredMet,
    requiredTotal: isObjected ? null : row.requiredTotal,
    flags: [...row.flags ?? [], ...(row.opinionDiffers ? ["opinion_differs" as const] : [])],
    headline: row.headline && say(row.headline),
    strip,
    strength: strength && { ...strength, quote: say(strength.quote) },
    gap,
    stage,
    stageVersion: row.stageVersion,
    receivedAt: row.createdAt.toISOString(),
  };
}
