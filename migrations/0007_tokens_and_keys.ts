/**
 * Sign-ins to the API, whose refresh tokens are exchanged for new ones, and the keys by which
 * programs call it.
 *
 * No rows to carry over. Access tokens that were given out before belong to no sign-in and are
 * refused: their owners sign in again.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // One row a sign-in. All its tokens end with it.
  await sql`
    create table token_families (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      user_id uuid not null,
      user_agent text check (char_length(user_agent) <= 500),
      created_at timestamptz not null default now(),
      last_used_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      foreign key (workspace_id, user_id) references memberships on delete cascade
    )`.execute(db);
  await sql`create index token_families_user_id on token_families (user_id)`.execute(db);
  await sql`create index token_families_expires_at on token_families (expires_at)`.execute(db);
  // Only the SHA-256 of a token is kept. Its successor comes from the token and successor_salt
  // together, so that neither a stolen token nor a stolen table gives it.
  await sql`
    create table refresh_tokens (
      token_hash bytea primary key,
      family_id uuid not null references token_families on delete cascade,
      created_at timestamptz not null default now(),
      used_at timestamptz,
      successor_salt bytea
    )`.execute(db);
  await sql`create index refresh_tokens_family_id on refresh_tokens (family_id)`.execute(db);

  // Where test keys act: one for each workspace that has such keys, without members.
  await sql`
    alter table workspaces add column sandbox_of uuid unique references workspaces on delete cascade
  `.execute(db);

  await sql`
    create table api_keys (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      name text not null check (char_length(name) between 2 and 60),
      mode text not null check (mode in ('live', 'test')),
      scopes text[] not null,
      created_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index api_keys_workspace on api_keys (workspace_id, id desc)`.execute(db);
  // A key has one secret, and while it is rotated the earlier ones that still hold.
  await sql`
    create table api_key_secrets (
      secret_hash bytea primary key,
      api_key_id uuid not null references api_keys on delete cascade,
      last_four text not null check (char_length(last_four) = 4),
      created_at timestamptz not null default now(),
      expires_at timestamptz
    )`.execute(db);
  await sql`create index api_key_secrets_api_key_id on api_key_secrets (api_key_id)`.execute(db);

  await sql`
    alter table audit_log add column api_key_id uuid references api_keys on delete set null
  `.execute(db);
  await sql`
    create index audit_log_api_key_id on audit_log (api_key_id) where api_key_id is not null
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_log drop api_key_id`.execute(db);
  await sql`drop table api_key_secrets`.execute(db);
  await sql`drop table api_keys`.execute(db);
  await sql`delete from workspaces where sandbox_of is not null`.execute(db);
  await sql`alter table workspaces drop sandbox_of`.execute(db);
  await sql`drop table refresh_tokens`.execute(db);
  await sql`drop table token_families`.execute(db);
}
