/**
 * The receipt of each evaluation: what it was made of, as the very text that a computation done
 * again is held against. Evaluations of before have none until they are made anew. And what another
 * engine would make of a job's ranking, kept beside it until a person takes or discards it.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A table of its own, so that no list reads it by accident. content: canonical JSON (RFC 8785),
  // kept as text because jsonb would not give the same bytes back.
  await sql`
    create table receipts (
      evaluation_id uuid primary key references evaluations on delete cascade,
      workspace_id uuid not null references workspaces on delete cascade,
      content text not null
    )`.execute(db);
  await sql`create index receipts_workspace on receipts (workspace_id)`.execute(db);
  // One a job. moves: who would stand elsewhere and why, as lib/hiring/engine_comparisons.ts reads
  // it; at most a thousand.
  await sql`
    create table engine_comparisons (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null unique,
      requirements_version integer not null,
      engine_version text not null,
      status text not null default 'waiting' check (status in ('waiting', 'done', 'failed')),
      judged integer not null default 0,
      moves jsonb not null default '[]',
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      accepted_at timestamptz,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
    )`.execute(db);
  // A ranking asks whether another engine judged any of it.
  await sql`create index evaluations_engine on evaluations (job_id, engine_version)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index evaluations_engine`.execute(db);
  await sql`drop table engine_comparisons`.execute(db);
  await sql`drop table receipts`.execute(db);
}
