/**
 * Webhooks of a workspace: where its events are sent, each event once, a delivery for each event
 * and webhook, and every attempt with what the receiver answered. New tables: no rows to carry
 * over.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // The secrets are sealed, not hashed: they sign. failing_since: no delivery has succeeded since.
  await sql`
    create table webhooks (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      url text not null,
      description text,
      events text[] not null,
      state text not null default 'active' check (state in ('active', 'paused', 'disabled')),
      secret bytea not null,
      previous_secret bytea,
      previous_until timestamptz,
      failing_since timestamptz,
      created_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index webhooks_workspace on webhooks (workspace_id)`.execute(db);
  await sql`create index webhooks_created_by on webhooks (created_by)`.execute(db);
  await sql`
    create table webhook_events (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      type text not null,
      data jsonb not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index webhook_events_workspace on webhook_events (workspace_id)`.execute(db);
  await sql`create index webhook_events_age on webhook_events (created_at)`.execute(db);
  await sql`
    create table webhook_deliveries (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      webhook_id uuid not null references webhooks on delete cascade,
      event_id uuid not null references webhook_events on delete cascade,
      state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
      is_replay boolean not null default false,
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(db);
  await sql`create index webhook_deliveries_log on webhook_deliveries (webhook_id, id desc)`
    .execute(db);
  await sql`create index webhook_deliveries_event on webhook_deliveries (event_id)`.execute(db);
  await sql`create index webhook_deliveries_workspace on webhook_deliveries (workspace_id)`
    .execute(db);
  await sql`
    create unique index webhook_deliveries_once on webhook_deliveries (webhook_id, event_id)
    where not is_replay`.execute(db);
  await sql`
    create table webhook_attempts (
      delivery_id uuid not null references webhook_deliveries on delete cascade,
      number integer not null,
      started_at timestamptz not null,
      duration_ms integer not null,
      status smallint,
      response text,
      error text,
      primary key (delivery_id, number)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ["attempts", "deliveries", "events"]) {
    await sql`drop table ${sql.table(`webhook_${table}`)}`.execute(db);
  }
  await sql`drop table webhooks`.execute(db);
}
