/**
 * Metrics of a job: requirements that are judged by a measure with thresholds and not by their name.
 * Requirements that are there are judged as before.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // {measure, of, nearly, full, part}; null where the name says what is asked.
  await sql`alter table requirements add column metric jsonb`.execute(db);
  // A measure has its own years, and no share of the score as an occupation has.
  await sql`
    alter table requirements add constraint requirements_metric_check
    check (metric is null or (kind = 'hard' and years is null))`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from requirements where metric is not null`.execute(db);
  await sql`alter table requirements drop column metric`.execute(db);
}
