/**
 * What an evaluation says while its person objects to being judged by a program: it is kept here,
 * out of everything that ranks, shows or counts, until the objection is taken back or declined.
 * Evaluations that are there stay as they are.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evaluations add column withheld jsonb`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evaluations drop column withheld`.execute(db);
}
