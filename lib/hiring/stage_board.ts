import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { wordsOf } from "./resume_masks.ts";
import { requireJob } from "./resumes.ts";
import { ensureStages, firstStage, noStage, Stage } from "./stages.ts";
import { Flag, Grade } from "./states.ts";

/** A résumé on the board. */
export const BoardCard = z.object({
  resumeId: Id,
  /** The candidate's, or else the file's. */
  name: z.string(),
  headline: z.string().nullable(),
  score: z.number().nullable(),
  grade: Grade.nullable(),
  flags: z.array(Flag),
  /** Since when it stands there. */
  stageSince: Instant,
  /** How often it was moved. */
  stageVersion: z.int(),
}).meta({ id: "BoardCard" });
export type BoardCard = z.infer<typeof BoardCard>;

/** A stage and who stands there: the best first, up to as many as were asked for. */
export const BoardColumn = z.object({
  stage: Stage,
  /** All who stand there. */
  totalCount: z.int(),
  cards: z.array(BoardCard),
}).meta({ id: "BoardColumn" });
export type BoardColumn = z.infer<typeof BoardColumn>;

/** The most cards of one column at once. */
export const MAX_CARDS = 1000;

export interface BoardQuery {
  /** How many cards of each column. */
  readonly cardsPerStage: number;
  /** Of one column, another number. */
  readonly more?: { readonly stageId: string; readonly cards: number } | undefined;
}

interface CardRow {
  stageId: string;
  id: string;
  name: string;
  headline: string | null;
  isMasked: boolean;
  secrets: string[] | null;
  score: number | null;
  grade: z.infer<typeof Grade> | null;
  flags: z.infer<typeof Flag>[] | null;
  since: Date;
  stageVersion: number;
}

/**
 * A job's résumés by stage: those that are read, and those that a person moved before.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function getBoard(
  actor: Principal,
  db: Db,
  jobId: string,
  { cardsPerStage, more }: BoardQuery,
): Promise<BoardColumn[]> {
  requirePermission(actor, "evaluations:read");
  const stages = await ensureStages(db, actor.workspaceId);
  const first = firstStage(stages);
  const limitOf = (stageId: string) => more?.stageId === stageId ? more.cards : cardsPerStage;
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql<CardRow>`
      with placed as (
        select stage_id, id, row_number() over (${BEST_FIRST}) as place
        from (
          select * from (${standingIn(actor, jobId, first)}) s where stage_id = ${first.id}
          order by ${BEST} limit ${limitOf(first.id)}
        ) begun
        union all
        select stage_id, id, row_number() over (partition by stage_id ${BEST_FIRST}) as place
        from (${standingIn(actor, jobId, first)} and r.stage_id <> ${first.id}) moved
      )
      ${
      cards(sql`placed where place <= case stage_id
        when ${more?.stageId ?? first.id} then ${limitOf(more?.stageId ?? first.id)}::int
        else ${cardsPerStage}::int end`)
    }
      order by p.stage_id, p.place`.execute(db),
    sql<{ stageId: string; count: number }>`
      select stage_id, count(*) from (${standingIn(actor, jobId, first)}) s
      group by stage_id`.execute(db),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const cardsOf = Map.groupBy(rows, ({ stageId }) => stageId);
  const countOf = new Map(counts.map(({ stageId, count }) => [stageId, count]));
  return stages.map((stage) => ({
    stage,
    totalCount: countOf.get(stage.id) ?? 0,
    cards: (cardsOf.get(stage.id) ?? []).map(toCard),
  }));
}

/**
 * One column of the board.
 *
 * @throws {NotFound} If there is no such job or stage in the workspace.
 */
export async function getColumn(
  actor: Principal,
  db: Db,
  jobId: string,
  stageId: string,
  cardsPerStage: number,
): Promise<BoardColumn> {
  const columns = await getBoard(actor, db, jobId, {
    cardsPerStage: 0,
    more: { stageId, cards: cardsPerStage },
  });
  const column = columns.find(({ stage }) => stage.id === stageId);
  if (!column) throw noStage(stageId);
  return column;
}

const BEST = sql`score desc nulls last, raw_score desc nulls last, id`;
const BEST_FIRST = sql`order by ${BEST}`;

/** Who stands where, and no more of it than is sorted by. */
function standingIn(actor: Principal, jobId: string, first: Stage): RawBuilder<unknown> {
  return sql`
    select r.id, coalesce(r.stage_id, ${first.id}) as stage_id, e.score, e.raw_score
    from resumes r left join evaluations e on e.resume_id = r.id and e.job_id = ${jobId}
    where r.job_id = ${jobId} and r.workspace_id = ${actor.workspaceId}
      and (r.status = 'done' or r.stage_id is not null)`;
}

function cards(from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.stage_id, r.id, coalesce(c.name, r.file_name) as name, e.headline, r.is_masked,
      r.secrets, e.score, e.grade, e.flags, coalesce(r.stage_since, r.created_at) as since, r.stage_version
    from (select * from ${from}) p
    join resumes r on r.id = p.id
    left join evaluations e on e.resume_id = r.id and e.job_id = r.job_id
    left join candidates c on c.id = r.candidate_id`;
}

function toCard({ id, since, stageId: _, isMasked, secrets, ...row }: CardRow): BoardCard {
  const say = wordsOf({ isMasked, secrets });
  return {
    ...row,
    headline: row.headline && say(row.headline),
    resumeId: id,
    flags: row.flags ?? [],
    stageSince: since.toISOString(),
  };
}
