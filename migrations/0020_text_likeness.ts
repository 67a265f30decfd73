/**
 * How alike a résumé is to the words of its posting counts for some percent of the score. Jobs that
 * are there keep their scores: for them it is off until a person turns it on.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table jobs add column text_weight smallint not null default 0
    check (text_weight between 0 and 15)`.execute(db);
  await sql`alter table jobs alter column text_weight set default 10`.execute(db);
  // {percent, evidence}; null where it does not count.
  await sql`alter table evaluations add column likeness jsonb`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table evaluations drop column likeness`.execute(db);
  await sql`alter table jobs drop column text_weight`.execute(db);
}
