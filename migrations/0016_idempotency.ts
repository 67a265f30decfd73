/**
 * Answers that are kept for a day, to be given again to who repeats a call with the same
 * `Idempotency-Key`. A new table: no rows to carry over.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // scope: SHA-256 of caller, method, path and key. A row without status is a call under way that
  // runs outside of a transaction; its lease tells whether somebody still works on it, `holder`
  // who. The body is sealed: it may hold a secret that is shown once.
  await sql`
    create table idempotency_keys (
      scope bytea primary key,
      workspace_id uuid references workspaces on delete cascade,
      fingerprint bytea not null,
      status smallint,
      headers jsonb not null default '[]',
      body bytea,
      holder uuid,
      leased_until timestamptz,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index idempotency_keys_age on idempotency_keys (created_at)`.execute(db);
  await sql`create index idempotency_keys_workspace on idempotency_keys (workspace_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table idempotency_keys`.execute(db);
}
