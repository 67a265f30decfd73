import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { containing } from "./jobs.ts";
import { toFileError } from "./resume_rows.ts";
import { requireJob } from "./resumes.ts";
import { FileError, Flag, Grade, type GradeCounts, ResumeStatus } from "./states.ts";
import { EvaluationSummary } from "./summary.ts";

/** One résumé in the ranking of its job. */
export const RankingRow = z.object({
  /** From 1, over the whole job; null without a score. */
  rank: z.int().nullable(),
  resumeId: Id,
  evaluationId: Id.nullable(),
  candidate: z.object({ name: z.string().nullable() }),
  fileName: z.string(),
  status: ResumeStatus,
  error: FileError.nullable(),
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int().nullable(),
  requiredTotal: z.int().nullable(),
  flags: z.array(Flag),
  /** The latest role: "Backend engineer · Polderpay". */
  headline: z.string().nullable(),
  ...EvaluationSummary.shape,
  receivedAt: Instant,
});
export type RankingRow = z.infer<typeof RankingRow>;

export const RankingSort = z.enum(["score", "name", "met", "received"]);
export type RankingSort = z.infer<typeof RankingSort>;

/** The most rows of a ranking at once. */
export const MAX_RANKED = 1000;

export interface RankingQuery extends PageQuery {
  readonly sort?: RankingSort | undefined;
  /** Whether the last comes first. */
  readonly isReversed?: boolean | undefined;
  readonly grade?: readonly Grade[] | undefined;
  readonly flag?: Flag | undefined;
  /** Part of the candidate's or the file's name, in any case. */
  readonly q?: string | undefined;
}
type Grade = z.infer<typeof Grade>;
type Flag = z.infer<typeof Flag>;

/** The place of each résumé; the same order as `compareRanked()` of the engine. */
const BY_RANK = sql`
  score desc nulls last, raw_score desc nulls last, share desc nulls last,
  file_name collate "C", text_hash, id`;

const ORDERS: Record<RankingSort, [RawBuilder<unknown>, RawBuilder<unknown>]> = {
  score: [sql`place`, sql`(score is null), place desc`],
  name: [
    sql`lower(coalesce(name, file_name)), place`,
    sql`lower(coalesce(name, file_name)) desc, place desc`,
  ],
  met: [sql`share desc nulls last, place`, sql`share nulls last, place`],
  received: [sql`created_at desc, id desc`, sql`created_at, id`],
};

interface RankedRow {
  place: number;
  id: string;
  evaluationId: string | null;
  name: string | null;
  fileName: string;
  status: ResumeStatus;
  errorCode: string | null;
  errorParams: unknown;
  score: number | null;
  rawScore: number | null;
  grade: Grade | null;
  requiredMet: number | null;
  requiredTotal: number | null;
  flags: Flag[] | null;
  headline: string | null;
  summary: EvaluationSummary | null;
  createdAt: Date;
  totalCount: number;
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
): Promise<PageOf<RankingRow>> {
  requirePermission(actor, "evaluations:read");
  const order = ORDERS[query.sort ?? "score"][query.isReversed ? 1 : 0];
  const [{ rows }] = await Promise.all([
    sql<RankedRow>`
      with ${ranked(actor, jobId)}, page as (
        select *, count(*) over () as total_count, row_number() over (order by ${order}) as at
        from ranked where ${filterOf(query)}
        order by at limit ${query.itemsPerPage} offset ${offsetOf(query)}
      )
      select page.*, e.headline, e.summary
      from page left join evaluations e on e.id = page.evaluation_id
      order by at`.execute(db),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const total = rows[0]?.totalCount ?? await countBehind(actor, db, jobId, query);
  return toPage(rows.map(toRankingRow), total, query);
}

/**
 * The common table expressions that end in `ranked`: every résumé of the job with its place, and
 * no more of it than is sorted and filtered by.
 */
function ranked(actor: Principal, jobId: string): RawBuilder<unknown> {
  return sql`judged as (
        select r.id, e.id as evaluation_id, c.name, r.file_name, r.status, r.error_code,
          r.error_params, r.text_hash, r.created_at, e.score, e.raw_score, e.grade,
          e.required_met, e.required_total, e.flags,
          case when e.required_total > 0 then e.required_met::double precision / e.required_total
            when e.id is not null then 0 end as share
        from resumes r
        left join evaluations e
          on e.resume_id = r.id and e.job_id = ${jobId} and r.status = 'done'
        left join candidates c on c.id = r.candidate_id
        where r.job_id = ${jobId} and r.workspace_id = ${actor.workspaceId}
      ), ranked as (
        select *, row_number() over (order by ${BY_RANK}) as place from judged
      )`;
}

/** A résumé beside another one in the ranking. */
export interface Neighbour {
  readonly resumeId: string;
  /** The candidate's, or else the file's. */
  readonly name: string;
}

/** Where a résumé stands among those of its job that have a score. */
export interface Place {
  readonly rank: number;
  readonly total: number;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** The place of a résumé in the ranking of its job; null when it has no score. */
export async function findPlace(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeId: string,
): Promise<Place | null> {
  requirePermission(actor, "evaluations:read");
  const { rows: [row] } = await sql<{
    place: number;
    total: number;
    previousId: string | null;
    previousName: string | null;
    nextId: string | null;
    nextName: string | null;
  }>`
    with ${ranked(actor, jobId)}, beside as (
      select id, place, count(*) over () as total,
        lag(id) over by_place as previous_id,
        lag(coalesce(name, file_name)) over by_place as previous_name,
        lead(id) over by_place as next_id,
        lead(coalesce(name, file_name)) over by_place as next_name
      from ranked where score is not null
      window by_place as (order by place)
    )
    select * from beside where id = ${resumeId}`.execute(db);
  if (!row) return null;
  const neighbour = (id: string | null, name: string | null) =>
    id === null ? null : { resumeId: id, name: name ?? "" };
  return {
    rank: row.place,
    total: row.total,
    previous: neighbour(row.previousId, row.previousName),
    next: neighbour(row.nextId, row.nextName),
  };
}

/**
 * How many of a job's résumés have which grade, whatever part of the ranking is shown.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function countGrades(actor: Principal, db: Db, jobId: string): Promise<GradeCounts> {
  requirePermission(actor, "evaluations:read");
  const [rows] = await Promise.all([
    db.selectFrom("evaluations").innerJoin("resumes", "resumes.id", "evaluations.resumeId")
      .select((eb) => ["evaluations.grade", eb.fn.countAll<number>().as("count")])
      .where("evaluations.jobId", "=", jobId)
      .where("evaluations.workspaceId", "=", actor.workspaceId)
      .where("resumes.status", "=", "done")
      .groupBy("evaluations.grade").execute(),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const counts = { A: 0, B: 0, C: 0, D: 0 };
  for (const { grade, count } of rows) if (grade) counts[grade as Grade] = count;
  return counts;
}

/** How many there are when the page asked for lies behind the last one. */
async function countBehind(actor: Principal, db: Db, jobId: string, query: RankingQuery) {
  if (query.page === 1) return 0;
  const first = await getRanking(actor, db, jobId, { ...query, page: 1, itemsPerPage: 1 });
  return first.totalCount;
}

function filterOf({ grade, flag, q }: RankingQuery): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (grade?.length) parts.push(sql`grade in (${sql.join([...grade])})`);
  if (flag) parts.push(sql`flags @> ${JSON.stringify([flag])}::text::jsonb`);
  if (q) {
    parts.push(sql`(name ilike ${containing(q)} or file_name ilike ${containing(q)})`);
  }
  return sql.join(parts, sql` and `);
}

function toRankingRow(row: RankedRow): RankingRow {
  const { strip, strength, gap } = row.summary ?? { strip: [], strength: null, gap: null };
  return {
    rank: row.score === null ? null : row.place,
    resumeId: row.id,
    evaluationId: row.evaluationId,
    candidate: { name: row.name },
    fileName: row.fileName,
    status: row.status,
    error: toFileError(row.errorCode, row.errorParams),
    score: row.score,
    rawScore: row.rawScore,
    grade: row.grade,
    requiredMet: row.requiredMet,
    requiredTotal: row.requiredTotal,
    flags: row.flags ?? [],
    headline: row.headline,
    strip,
    strength,
    gap,
    receivedAt: row.createdAt.toISOString(),
  };
}
