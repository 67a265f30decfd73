/**
 * The people of a workspace in the order of their names: they were sorted anew for every page.
 * Built while people work; no row changes.
 */
import { type Kysely, sql } from "kysely";

export const transaction = false;

export async function up(db: Kysely<unknown>): Promise<void> {
  // One that was cut short is there and of no use.
  await sql`drop index concurrently if exists people_by_name`.execute(db);
  await sql`
    create index concurrently if not exists people_by_name on candidates
      (workspace_id, ((name_plain is null)::integer), (coalesce(name_plain, '')), id desc)
    where merged_root is null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index if exists people_by_name`.execute(db);
}
