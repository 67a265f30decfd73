/**
 * A task that waits for something outside, such as a bucket or a virus scanner, does not use up its
 * tries: those runs are counted apart. And a file says when it was found clean; those that are here
 * have not been looked at.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tasks add column waits integer not null default 0`.execute(db);
  await sql`alter table documents add column scanned_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table documents drop column scanned_at`.execute(db);
  await sql`alter table tasks drop column waits`.execute(db);
}
