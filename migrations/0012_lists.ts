/**
 * Indexes for lists that are walked by cursors or asked for what has changed: the id stands behind
 * what a list is ordered by, so that the next part is found where the last one ended.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index jobs_by_update on jobs (workspace_id, updated_at, id)`.execute(db);
  await sql`drop index jobs_by_change`.execute(db);
  await sql`create index candidates_by_update on candidates (workspace_id, updated_at, id)`
    .execute(db);
  await sql`drop index candidates_by_change`.execute(db);
  await sql`create index resumes_by_update on resumes (job_id, updated_at, id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index resumes_by_update`.execute(db);
  await sql`create index candidates_by_change on candidates (workspace_id, updated_at desc)`
    .execute(db);
  await sql`drop index candidates_by_update`.execute(db);
  await sql`create index jobs_by_change on jobs (workspace_id, updated_at desc)`.execute(db);
  await sql`drop index jobs_by_update`.execute(db);
}
