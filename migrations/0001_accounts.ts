/**
 * Workspaces, people and their sessions. First tables: no rows to carry over.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workspaces (
      id uuid primary key default uuidv7(),
      name text not null check (char_length(name) between 1 and 255),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table users (
      id uuid primary key default uuidv7(),
      name text not null check (char_length(name) between 2 and 30),
      username text not null unique check (username ~ '^[a-z0-9]{2,20}$'),
      email text not null check (char_length(email) <= 254),
      password_hash text not null,
      is_superuser boolean not null default false,
      language text check (language in ('en', 'nl')),
      theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create unique index users_email_key on users (lower(email))`.execute(db);
  await sql`
    create table memberships (
      workspace_id uuid not null references workspaces on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null check (role in ('owner', 'recruiter', 'hiring_manager', 'viewer')),
      created_at timestamptz not null default now(),
      primary key (workspace_id, user_id)
    )`.execute(db);
  await sql`create index memberships_user_id on memberships (user_id)`.execute(db);
  // Only the SHA-256 of a session's secret is kept: a stolen table opens no session.
  await sql`
    create table sessions (
      id uuid primary key default uuidv7(),
      token_hash bytea not null unique,
      workspace_id uuid not null,
      user_id uuid not null,
      user_agent text check (char_length(user_agent) <= 500),
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      foreign key (workspace_id, user_id) references memberships on delete cascade
    )`.execute(db);
  await sql`create index sessions_user_id on sessions (user_id)`.execute(db);
  // One row per account or address that guessed wrong; `subject` is a hash of either.
  await sql`
    create table sign_in_failures (
      subject bytea primary key,
      failures integer not null,
      last_failed_at timestamptz not null,
      blocked_until timestamptz
    )`.execute(db);
  await sql`
    create table audit_log (
      id bigint generated always as identity primary key,
      workspace_id uuid not null references workspaces on delete cascade,
      user_id uuid references users on delete set null,
      action text not null,
      target_id uuid,
      details jsonb not null default '{}',
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index audit_log_workspace on audit_log (workspace_id, id desc)`.execute(db);
  await sql`create index audit_log_target on audit_log (target_id, id desc)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (
    const table of [
      "audit_log",
      "sign_in_failures",
      "sessions",
      "memberships",
      "users",
      "workspaces",
    ]
  ) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
}
