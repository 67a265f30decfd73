/**
 * The receipt of each evaluation: what it was made of, as the very text that a computation done
 * again is held against. Evaluations of before have none until they are made anew.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A table of its own, so that no list reads it by accident. content: canonical JSON (RFC 8785),
  // kept as text because jsonb would not give the same bytes back.
  await sql`
    create table receipts (
      evaluation_id uuid primary key references evaluations on delete cascade,
      workspace_id uuid not null references workspaces on delete cascade,
      content text not null
    )`.execute(db);
  await sql`create index receipts_workspace on receipts (workspace_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table receipts`.execute(db);
}
