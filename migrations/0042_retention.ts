/**
 * How long the data of somebody who was rejected is kept, and what must not be deleted.
 *
 * Workspaces that are there begin with four weeks, and nobody is deleted before they were warned
 * of: retention_warned_at is null for everybody at first.
 */
import { type Kysely, sql } from "kysely";

/** A hold is of a person or of a job; it stands until somebody releases it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workspaces add column retention_days integer not null default 28
      check (retention_days between 7 and 365)`.execute(db);
  await sql`alter table candidates add column retention_warned_at timestamptz`.execute(db);
  await sql`
    create index resumes_by_stage_since on resumes (workspace_id, stage_id, stage_since)
    where stage_id is not null`.execute(db);
  await sql`
    create table legal_holds (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      candidate_id uuid,
      job_id uuid,
      reason text not null check (char_length(reason) between 1 and 500),
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      released_at timestamptz,
      released_by uuid references users on delete set null,
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      check ((candidate_id is null) <> (job_id is null))
    )`.execute(db);
  await sql`
    create unique index legal_holds_of_candidate on legal_holds (candidate_id)
    where released_at is null`.execute(db);
  await sql`
    create unique index legal_holds_of_job on legal_holds (job_id)
    where released_at is null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table legal_holds`.execute(db);
  await sql`drop index resumes_by_stage_since`.execute(db);
  await sql`alter table candidates drop column retention_warned_at`.execute(db);
  await sql`alter table workspaces drop column retention_days`.execute(db);
}
