/**
 * What a file is, beside its text: which pages were made out in pictures and how surely, and
 * whether it holds a photo. Of files that were read before, neither is known.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table resumes
      add column recognition jsonb,
      add column has_photo boolean`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resumes drop column recognition, drop column has_photo`.execute(db);
}
