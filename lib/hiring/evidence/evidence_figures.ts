import { sql } from "kysely";
import type { Db } from "../../platform/database.ts";
import type { JobEvidence } from "./job_evidence.ts";

type Data = Omit<JobEvidence["data"], "retentionDays">;

/** What came in for a job. */
export async function countData(db: Db, jobId: string): Promise<Data> {
  const { rows: [row] } = await sql<Data>`
    with own as (select * from resumes where job_id = ${jobId})
    select count(*)::integer as resumes,
      (count(*) filter (where status = 'done'))::integer as judged,
      (count(*) filter (where status = 'failed'))::integer as failed,
      (count(*) filter (where is_masked))::integer as masked,
      to_char(min(created_at at time zone 'UTC'), 'YYYY-MM-DD') as first_on,
      to_char(max(created_at at time zone 'UTC'), 'YYYY-MM-DD') as last_on,
      coalesce((select jsonb_object_agg(kind, count) from (
        select coalesce(kind, 'none') as kind, count(*) from own group by 1) as k), '{}') as by_kind,
      coalesce((select jsonb_object_agg(language, count) from (
        select coalesce(language, 'none') as language, count(*) from own group by 1) as l), '{}')
        as by_language
    from own`.execute(db);
  if (!row) throw new TypeError("An aggregate without a row");
  return row;
}

/** Which engine versions judged the résumés that a job has now. */
export async function selectEngines(
  db: Db,
  jobId: string,
): Promise<JobEvidence["engine"]["used"]> {
  const { rows } = await sql<
    { version: string; evaluations: number; firstAt: Date; lastAt: Date }
  >`
    select engine_version as version, count(*)::integer as evaluations,
      min(updated_at) as first_at, max(updated_at) as last_at
    from evaluations where job_id = ${jobId} group by 1 order by 1`.execute(db);
  return rows.map(({ firstAt, lastAt, ...row }) => ({
    ...row,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}

type Oversight = Omit<JobEvidence["oversight"], "overrides" | "decisions"> & {
  modelRequests: number;
};

/** What people did beside the engine, in figures. */
export async function countOversight(
  db: Db,
  workspaceId: string,
  jobId: string,
): Promise<Oversight> {
  const { rows: [row] } = await sql<Oversight>`
    with own as (
      select r.id, r.candidate_id, coalesce(s.decision, 'undecided') as decision, exists (
          select from moves m where m.resume_id = r.id and m.to_stage_id = r.stage_id
            and m.undone_at is null and m.user_id is not null and m.reason_code is not null
        ) as has_reason
      from resumes r left join stages s on s.id = r.stage_id where r.job_id = ${jobId}
    )
    select
      (select coalesce(sum(jsonb_array_length(matches)), 0)::integer from evaluations
        where job_id = ${jobId}) as verdicts,
      (select count(*)::integer from overrides o join own on own.id = o.resume_id
        where o.undone_at is null) as overridden,
      (count(*) filter (where decision = 'shortlisted'))::integer as shortlisted,
      (count(*) filter (where decision = 'rejected'))::integer as rejected,
      (count(*) filter (where decision = 'undecided'))::integer as undecided,
      (count(*) filter (where decision = 'rejected' and has_reason))::integer
        as rejected_with_reason,
      coalesce((select jsonb_object_agg(kind, count) from (
        select kind, count(*) from letters where job_id = ${jobId} and state = 'sent'
        group by 1) as l), '{}') as letters,
      coalesce((select jsonb_object_agg(kind, count) from (
        select q.kind, count(*) from candidate_requests q
        where q.workspace_id = ${workspaceId} and q.candidate_id in (
          select p.person_id from own join candidates p on p.id = own.candidate_id)
        group by 1) as k), '{}') as requests,
      (select count(*)::integer from model_requests where job_id = ${jobId}) as model_requests
    from own`.execute(db);
  if (!row) throw new TypeError("An aggregate without a row");
  return row;
}

/** The most verdicts and decisions that an evidence file lists, the last ones. */
const LISTED = 5000;

export async function selectOverrides(
  db: Db,
  jobId: string,
): Promise<JobEvidence["oversight"]["overrides"]> {
  const rows = await db.selectFrom("overrides")
    .innerJoin("resumes", "resumes.id", "overrides.resumeId")
    .leftJoin("users", "users.id", "overrides.userId")
    .select(["overrides.resumeId", "overrides.requirementName", "overrides.verdictBefore"])
    .select(["overrides.verdict", "overrides.reason", "users.name as by"])
    .select(["overrides.createdAt", "overrides.undoneAt"])
    .where("resumes.jobId", "=", jobId).orderBy("overrides.id", "desc").limit(LISTED).execute();
  return rows.map((row) => ({
    resumeId: row.resumeId,
    requirement: row.requirementName,
    before: row.verdictBefore,
    after: row.verdict,
    reason: row.reason,
    by: row.by,
    at: row.createdAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}

export async function selectDecisions(
  db: Db,
  jobId: string,
): Promise<JobEvidence["oversight"]["decisions"]> {
  const { rows } = await sql<DecisionRow>`
    select m.resume_id, s.key as stage_key, s.name as stage_name, s.decision, m.reason_code, m.reason,
      (m.evidence ->> 'score')::double precision as score,
      m.evidence ->> 'engineVersion' as engine_version, u.name as by_name, m.created_at
    from moves m join stages s on s.id = m.to_stage_id left join users u on u.id = m.user_id
    where m.job_id = ${jobId} and m.undone_at is null
    order by m.id desc limit ${LISTED}`.execute(db);
  return rows.map(({ byName, createdAt, stageKey, stageName, ...row }) => ({
    ...row,
    stage: { key: stageKey, name: stageName },
    by: byName,
    at: createdAt.toISOString(),
  }));
}

type Listed = JobEvidence["oversight"]["decisions"][number];
interface DecisionRow extends Omit<Listed, "by" | "at" | "stage"> {
  readonly stageKey: Listed["stage"]["key"];
  readonly stageName: string | null;
  readonly byName: string | null;
  readonly createdAt: Date;
}
