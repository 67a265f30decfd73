/**
 * What an optional language model was asked and what it said. Nothing of it is part of an
 * evaluation: with these tables gone, every score is the same. Existing rows need no change.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The last request of each kind about a job or a résumé. result: as lib/hiring/model reads it.
  await sql`
    create table model_requests (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      resume_id uuid,
      kind text not null check (kind in ('proposals', 'opinion', 'wording')),
      language text not null check (language in ('en', 'nl')),
      status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
      error_code text,
      model text not null,
      requirements_version integer not null,
      engine_version text not null,
      differs boolean not null default false,
      result jsonb,
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id)
        on delete cascade,
      unique nulls not distinct (job_id, resume_id, kind)
    )`.execute(db);
  await sql`create index model_requests_resume on model_requests (resume_id, kind)`.execute(db);
  // quote stands in the job's description as it was then.
  await sql`
    create table requirement_proposals (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      name text not null,
      level text not null check (level in ('required', 'nice_to_have')),
      quote text not null,
      decision text check (decision in ('taken', 'dropped')),
      decided_by uuid references users on delete set null,
      decided_at timestamptz,
      created_at timestamptz not null default now(),
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
    )`.execute(db);
  // What was dropped once is not proposed again.
  await sql`
    create unique index requirement_proposals_name
      on requirement_proposals (job_id, lower(name))`.execute(db);
  // Answers by the hash of all that was asked; gone with the job or the résumé they are about.
  await sql`
    create table model_answers (
      workspace_id uuid not null,
      question_sha256 text not null,
      job_id uuid not null,
      resume_id uuid,
      answer jsonb not null,
      created_at timestamptz not null default now(),
      primary key (workspace_id, question_sha256),
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index model_answers_job on model_answers (job_id)`.execute(db);
  await sql`create index model_answers_resume on model_answers (resume_id)`.execute(db);
  await sql`create index model_answers_age on model_answers (created_at)`.execute(db);
  await sql`
    create table model_use (
      workspace_id uuid not null references workspaces on delete cascade,
      month date not null,
      tokens bigint not null,
      calls integer not null,
      primary key (workspace_id, month)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table model_use`.execute(db);
  await sql`drop table model_answers`.execute(db);
  await sql`drop table requirement_proposals`.execute(db);
  await sql`drop table model_requests`.execute(db);
}
