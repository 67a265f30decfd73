import { type RawBuilder, sql } from "kysely";
import type { Db, Trx } from "../../platform/database.ts";
import type { Unit } from "./disclosure.ts";
import type { GroupQuestion } from "./questions.ts";

/**
 * Who applied and how far they came, by question and group, in the month from which it counts: a
 * query with job_id, question, answer, stage_id (null: applied), since and count.
 *
 * @param of Narrows candidates `c`.
 */
function tally(
  workspaceId: string,
  questions: readonly string[],
  of: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    with asked as (
      select unnest(${[...questions]}::text[]) as question
    ), said as (
      select distinct on (c.person_id, g.question) c.person_id, g.question, g.answer, g.answered_at
      from group_answers g join candidates c on c.id = g.candidate_id
      where g.workspace_id = ${workspaceId}
      order by c.person_id, g.question, g.answered_at desc
    ), applied as (
      select r.id, r.job_id, a.question, coalesce(s.answer, '') as answer,
        greatest(r.created_at, s.answered_at) as at
      from resumes r join candidates c on c.id = r.candidate_id cross join asked a
      left join said s on s.person_id = c.person_id and s.question = a.question
      where r.workspace_id = ${workspaceId} and ${of}
    ), reached as (
      select p.id, p.job_id, p.question, p.answer, to_stage.id as stage_id,
        greatest(p.at, min(m.created_at)) as at
      from applied p
      join moves m on m.resume_id = p.id and m.undone_at is null
      join stages s on s.id = m.to_stage_id and s.decision = 'shortlisted'
      join stages to_stage on to_stage.workspace_id = ${workspaceId}
        and to_stage.decision = 'shortlisted' and to_stage.removed_at is null
        and to_stage.position <= s.position
      group by p.id, p.job_id, p.question, p.answer, p.at, to_stage.id
    )
    select job_id, question, answer, stage_id, date_trunc('month', at at time zone 'UTC')::date
      as since, count(*)::integer as count
    from (
      select job_id, question, answer, null::uuid as stage_id, at from applied
      union all select job_id, question, answer, stage_id, at from reached
    ) as found group by 1, 2, 3, 4, 5`;
}

/**
 * Keeps how people who are to be erased count, by month and without them: else whoever is rejected
 * would leave the figures with their data, and those who were not would stay.
 */
export async function keepTallies(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<void> {
  const { groupQuestions } = await trx.selectFrom("workspaces").select("groupQuestions")
    .where("id", "=", workspaceId).executeTakeFirstOrThrow();
  if (groupQuestions.length === 0) return;
  const of = sql`c.id = any(${[...candidateIds]}::uuid[])`;
  await sql`
    insert into group_tallies as known
      (workspace_id, job_id, question, answer, stage_id, since, count)
    select ${workspaceId}::uuid, job_id, question, answer, stage_id, since, count
    from (${tally(workspaceId, groupQuestions, of)}) as gone
    on conflict (job_id, question, answer, stage_id, since)
    do update set count = known.count + excluded.count`.execute(trx);
}

/**
 * The applications of a workspace by question and job, as they stood at the start of a month.
 *
 * @param asOf The first day of the month, `YYYY-MM-DD`.
 */
export async function selectUnits(
  db: Db,
  workspaceId: string,
  questions: readonly GroupQuestion[],
  asOf: string,
): Promise<Map<GroupQuestion, Map<string, Unit>>> {
  const { rows } = await sql<TallyRow>`
    select job_id, question, answer, stage_id, sum(count)::integer as count from (
      select * from (${tally(workspaceId, questions, sql`true`)}) as kept
      union all
      select job_id, question, answer, stage_id, since, count from group_tallies
      where workspace_id = ${workspaceId} and question = any(${[...questions]}::text[])
    ) as found where since < ${asOf}::date
    group by 1, 2, 3, 4`.execute(db);
  const byQuestion = Map.groupBy(rows, ({ question }) => question);
  return new Map(questions.map((question) => [
    question,
    new Map(
      [...Map.groupBy(byQuestion.get(question) ?? [], ({ jobId }) => jobId)]
        .map(([jobId, own]) => [jobId, toUnit(own)]),
    ),
  ]));
}

interface TallyRow {
  readonly jobId: string;
  readonly question: GroupQuestion;
  readonly answer: string;
  readonly stageId: string | null;
  readonly count: number;
}

function toUnit(rows: readonly TallyRow[]): Unit {
  const applied = new Map<string, number>();
  const reached = new Map<string, Map<string, number>>();
  for (const { answer, stageId, count } of rows) {
    if (stageId === null) applied.set(answer, count);
    else {reached.set(
        stageId,
        (reached.get(stageId) ?? new Map<string, number>()).set(answer, count),
      );}
  }
  return { applied, reached };
}
