/**
 * Work to be done later. A row is written in the transaction that causes the work (the outbox)
 * and stays until the work is done; the Redis stream only carries hints that point here.
 * First tables: no rows to carry over.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // dedupe_key: at most one open row per key, so that repeated edits coalesce into one task.
  // attempts counts how often it was taken up, failures how often it failed; they differ where a
  // worker died. attempts also tells whether a worker still holds what it took up.
  await sql`
    create table tasks (
      id uuid primary key default uuidv7(),
      workspace_id uuid references workspaces on delete cascade,
      name text not null,
      payload jsonb not null,
      dedupe_key text,
      state text not null default 'waiting'
        check (state in ('waiting', 'relayed', 'running', 'done', 'parked')),
      attempts integer not null default 0,
      failures integer not null default 0,
      due_at timestamptz not null default now(),
      relayed_at timestamptz,
      leased_until timestamptz,
      error text,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(db);
  await sql`create index tasks_due on tasks (due_at) where state = 'waiting'`.execute(db);
  await sql`create index tasks_open on tasks (relayed_at) where state in ('relayed', 'running')`
    .execute(db);
  await sql`create index tasks_finished on tasks (finished_at) where state = 'done'`.execute(db);
  await sql`create index tasks_parked on tasks (workspace_id, finished_at) where state = 'parked'`
    .execute(db);
  await sql`
    create unique index tasks_dedupe_key on tasks (dedupe_key)
    where dedupe_key is not null and state in ('waiting', 'relayed')`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table tasks`.execute(db);
}
