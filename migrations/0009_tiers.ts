/**
 * Tiers: how often their users may call the API, and how many résumés and jobs a workspace may add
 * in a month. Users and workspaces that are there have none, so nothing changes for them: the
 * default limit holds, and no quota.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A null quota is none.
  await sql`
    create table tiers (
      id uuid primary key default uuidv7(),
      name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$'),
      monthly_resumes integer check (monthly_resumes >= 0),
      monthly_jobs integer check (monthly_jobs >= 0),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index tiers_name_key on tiers (lower(name))`.execute(db);
  await sql`
    create table rate_limits (
      id uuid primary key default uuidv7(),
      tier_id uuid not null references tiers on delete cascade,
      name text not null check (name ~ '^[A-Za-z0-9_.:-]{1,80}$'),
      method text check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
      path text not null check (path like '/api/v1/%' and char_length(path) <= 255),
      max_calls integer not null check (max_calls between 1 and 1000000),
      period_seconds integer not null check (period_seconds between 1 and 2678400),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint rate_limits_name_key unique (tier_id, name)
    )`.execute(db);
  // A tier that somebody has is not removed from under them.
  await sql`alter table users add column tier_id uuid references tiers`
    .execute(db);
  await sql`create index users_tier_id on users (tier_id) where tier_id is not null`.execute(db);
  await sql`alter table workspaces add column tier_id uuid references tiers`
    .execute(db);
  await sql`create index workspaces_tier_id on workspaces (tier_id) where tier_id is not null`
    .execute(db);
  // What was added in a month, kept for workspaces that have a quota.
  await sql`
    create table quota_use (
      workspace_id uuid not null references workspaces on delete cascade,
      month date not null check (extract(day from month) = 1),
      resumes integer not null default 0,
      jobs integer not null default 0,
      primary key (workspace_id, month)
    )`.execute(db);
  await sql`
    create table api_requests (
      workspace_id uuid not null references workspaces on delete cascade,
      day date not null,
      requests bigint not null,
      primary key (workspace_id, day)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table api_requests`.execute(db);
  await sql`drop table quota_use`.execute(db);
  await sql`alter table workspaces drop tier_id`.execute(db);
  await sql`alter table users drop tier_id`.execute(db);
  await sql`drop table rate_limits`.execute(db);
  await sql`drop table tiers`.execute(db);
}
