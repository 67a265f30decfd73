/**
 * The evaluations of a job in the order in which they were made, for who takes them part by part:
 * each part walked along those of all jobs until it had enough. Built while people work; no row
 * changes.
 */
import { type Kysely, sql } from "kysely";

export const transaction = false;

export async function up(db: Kysely<unknown>): Promise<void> {
  // One that was cut short is there and of no use.
  await sql`drop index concurrently if exists evaluations_in_order`.execute(db);
  await sql`
    create index concurrently if not exists evaluations_in_order on evaluations (job_id, id)`
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index if exists evaluations_in_order`.execute(db);
}
