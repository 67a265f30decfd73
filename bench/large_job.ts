import { sql } from "kysely";
import type { Principal } from "../lib/accounts/principal.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { listStages } from "../lib/hiring/stages.ts";
import type { Db } from "../lib/platform/database.ts";

/**
 * Makes a job with that many judged résumés, by one statement a table: names, scores and texts of
 * 2,000 characters, one in ten moved on from the first stage.
 */
export async function makeLargeJob(owner: Principal, db: Db, resumes: number): Promise<string> {
  const { id: jobId } = await createJob(owner, db, {
    title: `Engineer, one of ${resumes}`,
    description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n- Kafka\n- Kubernetes",
  });
  const { workspaceId } = owner;
  const stages = await listStages(owner, db);
  const stageIds = stages.filter(({ key }) => key !== "new").map(({ id }) => id);
  await sql`
    with people as (
      insert into candidates (workspace_id, name, email)
      select ${workspaceId}, 'Person ' || md5(n::text), 'p' || n || '@example.com'
      from generate_series(1, ${resumes}::int) n
      returning id
    ), numbered as (
      select id, row_number() over () as n from people
    )
    insert into resumes (workspace_id, job_id, candidate_id, file_name, content_hash, text_hash,
      size_bytes, status, kind, language, text, stage_id, stage_since)
    select ${workspaceId}, ${jobId}, id, n || '.txt', sha256(n::text::bytea), sha256(n::text::bytea),
      2000, 'done', 'text', 'en', 'Engineer ' || repeat(md5(n::text) || ' ', 60),
      case when n % 10 = 0 then (${stageIds}::uuid[])[1 + (n / 10) % ${stageIds.length}::int] end,
      case when n % 10 = 0 then now() end
    from numbered`.execute(db);
  await sql`
    with judged as (
      select id, 0.2 + 0.8 * (('x' || substr(md5(id::text), 1, 6))::bit(24)::int / 16777216.0) as s
      from resumes where job_id = ${jobId}
    )
    insert into evaluations (workspace_id, job_id, resume_id, requirements_version, engine_version,
      score, raw_score, grade, engine_score, engine_grade, required_met, required_total, headline,
      flags, matches, summary)
    select ${workspaceId}, ${jobId}, j.id, 1, 'bench', s, s, g.grade, s, g.grade, round(s * 4), 4,
      'Backend engineer · Tidewater Bank', case when s > 0.78 then '["near_line"]' else '[]' end
        ::jsonb, '[]', jsonb_build_object('strip', '[]'::jsonb, 'strength', null, 'gap', null)
    from judged j, lateral (select case when s >= 0.8 then 'A' when s >= 0.65 then 'B'
      when s >= 0.5 then 'C' else 'D' end as grade) g`.execute(db);
  for (const table of ["candidates", "resumes", "evaluations"]) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
  return jobId;
}
