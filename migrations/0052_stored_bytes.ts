/**
 * How many bytes of files each workspace keeps, counted by PostgreSQL itself with every file that
 * comes or goes, so that nobody adds up all rows to learn it; and what a tier lets a workspace keep.
 * Files that are there are counted once, while nobody may add one. Tiers that are there say nothing,
 * so the installation's own quota holds for their workspaces.
 */
import { type Kysely, sql } from "kysely";

const APP = sql.id("talent_app");

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tiers add column storage_bytes bigint`.execute(db);
  await sql`
    alter table tiers add constraint tiers_storage_bytes_check check (storage_bytes >= 0) not valid`
    .execute(db);
  await sql`
    create table stored_bytes (
      workspace_id uuid primary key references workspaces on delete cascade,
      bytes bigint not null check (bytes >= 0)
    ) with (fillfactor = 50)`.execute(db);
  await sql`
    create policy of_workspace on stored_bytes to ${APP} using (
      workspace_id = (select visible_workspace()) or (select sees_all_workspaces())
    )`.execute(db);
  await sql`alter table stored_bytes enable row level security`.execute(db);
  // As the owner: a count must be right for whoever changes a file, and for a workspace that goes.
  await sql`
    create function count_stored_bytes() returns trigger
    language plpgsql security definer set search_path = public as $$
    begin
      if tg_op = 'INSERT' then
        insert into stored_bytes as known (workspace_id, bytes)
        select workspace_id, sum(size_bytes) from changed group by workspace_id
        order by workspace_id
        on conflict (workspace_id) do update set bytes = known.bytes + excluded.bytes;
      else
        update stored_bytes as known set bytes = known.bytes - gone.bytes
        from (
          select workspace_id, sum(size_bytes) as bytes from changed group by workspace_id
        ) gone
        where known.workspace_id = gone.workspace_id;
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger documents_count_added after insert on documents
    referencing new table as changed for each statement execute function count_stored_bytes()`
    .execute(db);
  await sql`
    create trigger documents_count_gone after delete on documents
    referencing old table as changed for each statement execute function count_stored_bytes()`
    .execute(db);
  await sql`
    insert into stored_bytes (workspace_id, bytes)
    select workspace_id, sum(size_bytes) from documents group by workspace_id`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger documents_count_gone on documents`.execute(db);
  await sql`drop trigger documents_count_added on documents`.execute(db);
  await sql`drop function count_stored_bytes()`.execute(db);
  await sql`drop table stored_bytes`.execute(db);
  await sql`alter table tiers drop column storage_bytes`.execute(db);
}
