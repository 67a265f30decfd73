/**
 * Accounts that people make and keep themselves: invitations, links sent by mail, and the mails.
 *
 * Users who are there already keep their accounts; their addresses count as not verified yet.
 */
import { type Kysely, sql } from "kysely";

/**
 * A deleted user stays as a row, so that the name and the address are not taken by somebody else;
 * a disabled one cannot sign in until a superuser says so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users
      add column email_verified_at timestamptz,
      add column is_disabled boolean not null default false,
      add column is_deleted boolean not null default false,
      add column deleted_at timestamptz,
      add constraint users_deleted_at check (is_deleted = (deleted_at is not null))`.execute(db);
  await sql`alter table workspaces add column updated_at timestamptz not null default now()`
    .execute(db);
  await sql`
    create table invitations (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      email text not null check (char_length(email) <= 254),
      role text not null check (role in ('owner', 'recruiter', 'hiring_manager', 'viewer')),
      invited_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      sent_at timestamptz not null default now(),
      accepted_by uuid references users on delete set null,
      accepted_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  await sql`
    create unique index invitations_open on invitations (workspace_id, lower(email))
    where accepted_at is null and revoked_at is null`.execute(db);
  // Only the SHA-256 of a link's secret is kept; the secret follows from the id and SECRET_KEY.
  await sql`
    create table mail_links (
      id uuid primary key default uuidv7(),
      purpose text not null check (purpose in ('verify_email', 'reset_password', 'invitation')),
      user_id uuid references users on delete cascade,
      invitation_id uuid references invitations on delete cascade,
      email text not null check (char_length(email) <= 254),
      token_hash bytea not null unique,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      check ((purpose = 'invitation') = (invitation_id is not null)),
      check ((purpose = 'invitation') = (user_id is null))
    )`.execute(db);
  await sql`create index mail_links_user_id on mail_links (user_id)`.execute(db);
  await sql`create index mail_links_invitation_id on mail_links (invitation_id)`.execute(db);
  // What a mail says is written when it is sent: from kind, params and link.
  await sql`
    create table mails (
      id uuid primary key default uuidv7(),
      kind text not null,
      workspace_id uuid references workspaces on delete cascade,
      user_id uuid references users on delete cascade,
      link_id uuid references mail_links on delete set null,
      recipient text not null check (char_length(recipient) <= 254),
      language text not null check (language in ('en', 'nl')),
      params jsonb not null default '{}',
      state text not null default 'waiting'
        check (state in ('waiting', 'sent', 'refused', 'dropped')),
      failures integer not null default 0,
      error text,
      created_at timestamptz not null default now(),
      finished_at timestamptz
    )`.execute(db);
  await sql`create index mails_user_id on mails (user_id)`.execute(db);
  await sql`create index mails_workspace_id on mails (workspace_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ["mails", "mail_links", "invitations"]) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
  await sql`alter table workspaces drop updated_at`.execute(db);
  await sql`
    alter table users drop email_verified_at, drop is_disabled, drop is_deleted, drop deleted_at`
    .execute(db);
}
