/**
 * Where what is judged and not kept waits, and indexes for lists that are walked by cursors or asked for what has changed: the id stands behind
 * what a list is ordered by, so that the next part is found where the last one ended.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index jobs_by_update on jobs (workspace_id, updated_at, id)`.execute(db);
  await sql`drop index jobs_by_change`.execute(db);
  await sql`create index candidates_by_update on candidates (workspace_id, updated_at, id)`
    .execute(db);
  await sql`drop index candidates_by_change`.execute(db);
  await sql`create index resumes_by_update on resumes (job_id, updated_at, id)`.execute(db);
  // Unlogged: what is judged and not kept stands in no log of PostgreSQL, no replica and no backup
  // of its files. It is lost when PostgreSQL itself crashes, and whoever waits for it sends it again.
  // job is null once it was judged; its files are deleted then.
  await sql`
    create unlogged table bulk_evaluations (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
      job jsonb,
      result jsonb,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index bulk_evaluations_by_expiry on bulk_evaluations (expires_at)`.execute(db);
  await sql`create index bulk_evaluations_of_workspace on bulk_evaluations (workspace_id)`
    .execute(db);
  await sql`
    create unlogged table bulk_files (
      bulk_id uuid not null references bulk_evaluations on delete cascade,
      position integer not null,
      file_name text not null check (char_length(file_name) between 1 and 255),
      bytes bytea,
      size_bytes bigint not null,
      primary key (bulk_id, position)
    )`.execute(db);
  await sql`alter table bulk_files alter column bytes set storage external`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table bulk_files`.execute(db);
  await sql`drop table bulk_evaluations`.execute(db);
  await sql`drop index resumes_by_update`.execute(db);
  await sql`create index candidates_by_change on candidates (workspace_id, updated_at desc)`
    .execute(db);
  await sql`drop index candidates_by_update`.execute(db);
  await sql`create index jobs_by_change on jobs (workspace_id, updated_at desc)`.execute(db);
  await sql`drop index jobs_by_update`.execute(db);
}
