/**
 * An audit log that cannot be changed unseen: no entry is updated or deleted, and entries are
 * sealed into a chain of hashes per workspace.
 *
 * salt: hashed before the details, so that what is redacted later cannot be guessed from its
 * digest. details_digest: what stands for the details once they are redacted. Users and keys that
 * go leave their ids behind, which name nobody any more. Entries that are there get a salt and
 * wait for their seal like new ones.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_log add column salt uuid, add column details_digest bytea`
    .execute(db);
  await sql`update audit_log set salt = gen_random_uuid()`.execute(db);
  await sql`
    alter table audit_log alter column salt set default gen_random_uuid(),
      add constraint audit_log_redacted_check check ((salt is null) = (details_digest is not null)),
      drop constraint audit_log_user_id_fkey, drop constraint audit_log_api_key_id_fkey`
    .execute(db);
  await digests(db);
  await seals(db);
  await refusals(db);
}

/** The same as in lib/accounts/audit_digest.ts, where it is written down. */
async function digests(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function audit_details_digest(details jsonb, salt uuid) returns bytea
    language sql stable return sha256(convert_to(salt::text || details::text, 'UTF8'))`
    .execute(db);
  await sql`
    create function audit_entry_digest(a audit_log) returns bytea
    language sql stable return sha256(convert_to(concat_ws(E'\n', 'entry 1', a.id, a.workspace_id,
      coalesce(a.user_id::text, '-'), coalesce(a.api_key_id::text, '-'),
      coalesce(a.target_id::text, '-'), coalesce(a.job_id::text, '-'),
      coalesce(a.resume_id::text, '-'), coalesce(a.candidate_id::text, '-'),
      (extract(epoch from a.created_at) * 1000000)::bigint,
      encode(coalesce(a.details_digest, audit_details_digest(a.details, a.salt)), 'hex'),
      a.action), 'UTF8'))`.execute(db);
  await sql`
    create function audit_seal_hash(workspace_id uuid, number integer, previous_hash bytea,
      sealed_at timestamptz, entries integer, digests bytea) returns bytea
    language sql stable return sha256(convert_to(concat_ws(E'\n', 'seal 1', workspace_id, number,
      coalesce(encode(previous_hash, 'hex'), '-'),
      (extract(epoch from sealed_at) * 1000000)::bigint, entries,
      encode(sha256(digests), 'hex')), 'UTF8'))`.execute(db);
}

/**
 * digests: of the entries, 32 bytes each, in the order of entry_ids. audit_unsealed has no key to
 * its entry, so that writing an entry looks nothing up.
 */
async function seals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_seals (
      workspace_id uuid not null references workspaces on delete cascade,
      number integer not null check (number > 0),
      entry_ids bigint[] not null,
      digests bytea not null,
      previous_hash bytea,
      hash bytea not null,
      sealed_at timestamptz not null,
      primary key (workspace_id, number),
      check ((number = 1) = (previous_hash is null)),
      check (octet_length(digests) = 32 * cardinality(entry_ids))
    )`.execute(db);
  await sql`
    create table audit_unsealed (entry_id bigint primary key, workspace_id uuid not null)`
    .execute(db);
  await sql`insert into audit_unsealed select id, workspace_id from audit_log`.execute(db);
  await sql`
    create function audit_await_seal() returns trigger language plpgsql as $$
    begin
      insert into audit_unsealed values (new.id, new.workspace_id);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger audit_log_await_seal after insert on audit_log
    for each row execute function audit_await_seal()`.execute(db);
}

/** What goes with its workspace goes; an entry's details give way to their own digest; no more. */
async function refusals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function audit_refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        and not exists (select from workspaces where id = old.workspace_id) then return old;
      end if;
      if tg_op = 'UPDATE' and tg_table_name = 'audit_log' then
        if new.salt is null and new.details_digest
            = coalesce(old.details_digest, audit_details_digest(old.details, old.salt))
          and (to_jsonb(new) - '{details,details_digest,salt}'::text[])
            = (to_jsonb(old) - '{details,details_digest,salt}'::text[])
        then return new;
        end if;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  for (const table of ["audit_log", "audit_seals"]) {
    await sql`
      create trigger ${sql.ref(`${table}_keep`)} before update or delete on ${sql.table(table)}
      for each row execute function audit_refuse_change()`.execute(db);
    await sql`
      create trigger ${sql.ref(`${table}_keep_all`)} before truncate on ${sql.table(table)}
      for each statement execute function audit_refuse_change()`.execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table audit_seals, audit_unsealed`.execute(db);
  await sql`
    drop trigger audit_log_keep on audit_log`.execute(db);
  await sql`drop trigger audit_log_keep_all on audit_log`.execute(db);
  await sql`drop trigger audit_log_await_seal on audit_log`.execute(db);
  await sql`drop function audit_refuse_change, audit_await_seal, audit_seal_hash,
    audit_entry_digest, audit_details_digest`.execute(db);
  await sql`
    update audit_log a set user_id = null
    where user_id is not null and not exists (select from users u where u.id = a.user_id)`
    .execute(db);
  await sql`
    update audit_log a set api_key_id = null
    where api_key_id is not null and not exists (select from api_keys k where k.id = a.api_key_id)`
    .execute(db);
  await sql`
    alter table audit_log drop column salt, drop column details_digest,
      add constraint audit_log_user_id_fkey
        foreign key (user_id) references users on delete set null,
      add constraint audit_log_api_key_id_fkey
        foreign key (api_key_id) references api_keys on delete set null`.execute(db);
}
