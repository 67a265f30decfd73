/** Résumés may be web pages (HTML) and Rich Text files (RTF) too. Existing rows keep what they are. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx', 'odt', 'html', 'rtf'))`.execute(db);
}

/** What was read from one stays, as the text that it is. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update resumes set kind = 'text' where kind in ('html', 'rtf')`.execute(db);
  await sql`alter table resumes drop constraint resumes_kind_check`.execute(db);
  await sql`
    alter table resumes add constraint resumes_kind_check
      check (kind in ('text', 'pdf', 'docx', 'odt'))`.execute(db);
}
