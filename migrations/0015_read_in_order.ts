/**
 * The first rows of long lists without reading the others: a ranking of 100,000 résumés took a
 * second, the list of as many people a tenth. Existing rows are put into the indexes as they are.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index evaluations_by_rank
    on evaluations (job_id, score desc nulls last, raw_score desc nulls last)`.execute(db);
  // People are counted by it alone; those who were merged into others are none.
  await sql`
    create index people_of_workspace on candidates (workspace_id, id) where merged_root is null`
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index people_of_workspace, evaluations_by_rank`.execute(db);
}
