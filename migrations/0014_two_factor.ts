/**
 * Two-factor sign-in: a secret for the codes of an app, codes for who lost it, and sign-ins that
 * wait for a code. Nobody who is there has a second factor, and no workspace asks for one.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // Unconfirmed: shown, but no code of it has come yet, so it is not asked for. A code of
  // last_step or before is refused: each is good for one use.
  await sql`
    create table second_factors (
      user_id uuid primary key references users on delete cascade,
      secret bytea not null,
      confirmed_at timestamptz,
      last_step integer,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table recovery_codes (
      user_id uuid not null references second_factors on delete cascade,
      code_hash bytea not null,
      used_at timestamptz,
      primary key (user_id, code_hash)
    )`.execute(db);
  // The password was right, the code is awaited. Only the SHA-256 of the cookie's secret is kept.
  await sql`
    create table pending_sign_ins (
      token_hash bytea primary key,
      workspace_id uuid not null,
      user_id uuid not null,
      expires_at timestamptz not null,
      foreign key (workspace_id, user_id) references memberships on delete cascade
    )`.execute(db);
  await sql`create index pending_sign_ins_user on pending_sign_ins (user_id)`.execute(db);
  await sql`create index pending_sign_ins_member on pending_sign_ins (workspace_id, user_id)`
    .execute(db);
  await sql`
    alter table workspaces add column requires_second_factor boolean not null default false`
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table workspaces drop requires_second_factor`.execute(db);
  for (const table of ["pending_sign_ins", "recovery_codes", "second_factors"]) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
}
