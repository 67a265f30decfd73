/** Résumés may be web pages (HTML) too. Existing rows keep what they are. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx', 'odt', 'html'))`.execute(db);
}

/** What was read from a page stays, as the text that it is. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update resumes set kind = 'text' where kind = 'html'`.execute(db);
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx', 'odt'))`.execute(db);
}
