/**
 * Which backups there are, and until when each is kept: whoever was erased since is still in them.
 * They are the installation's and no workspace's. Backups from before are not listed.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table backups (
      file_name text not null check (char_length(file_name) between 1 and 255),
      made_at timestamptz not null,
      kept_until timestamptz not null check (kept_until > made_at),
      primary key (made_at, file_name)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table backups`.execute(db);
}
