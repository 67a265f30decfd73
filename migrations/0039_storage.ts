/**
 * Files may be outside PostgreSQL: each row says where its bytes are, and what they are. Those that
 * are here stay here, and get their hash.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table documents
      add column place text not null default 'postgres'
        check (place in ('postgres', 'file', 's3')),
      add column hash bytea,
      add column size_bytes integer,
      alter column bytes drop not null`.execute(db);
  await sql`
    update documents set hash = sha256(bytes), size_bytes = octet_length(bytes)`.execute(db);
  await sql`
    alter table documents
      alter column place drop default,
      alter column hash set not null,
      alter column size_bytes set not null,
      add check ((place = 'postgres') = (bytes is not null))`.execute(db);
  // Asked before bytes are removed: whether any row still names them.
  await sql`
    create index documents_outside on documents (workspace_id, hash) where place <> 'postgres'`
    .execute(db);
}

/** Refuses to forget where files are: move them back first. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table documents
      alter column bytes set not null,
      drop column place,
      drop column hash,
      drop column size_bytes`.execute(db);
}
