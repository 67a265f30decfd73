/** Résumés may be OpenDocument texts (ODT) too. Existing rows keep what they are. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx', 'odt'))`.execute(db);
}

/** What was read from an ODT stays, as the text that it is. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update resumes set kind = 'text' where kind = 'odt'`.execute(db);
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx'))`.execute(db);
}
