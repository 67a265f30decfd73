/**
 * Half-lives of a workspace: after how many months of other work a thing shown counts half; null:
 * it never ages. Occupations aged after ten years before, and go on doing so.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workspaces
      add column occupation_half_life integer default 120
        check (occupation_half_life between 12 and 600),
      add column tool_half_life integer check (tool_half_life between 12 and 600),
      add column knowledge_half_life integer check (knowledge_half_life between 12 and 600)`
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workspaces drop column occupation_half_life, drop column tool_half_life,
      drop column knowledge_half_life`.execute(db);
}
