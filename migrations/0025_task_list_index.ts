import { type Kysely, sql } from "kysely";

/**
 * The index by which a workspace's tasks are listed holds these alone. A task of the installation
 * is in no such list, and each of its four states wrote an entry nevertheless. Rows stay as they
 * are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index tasks_of_workspace`.execute(db);
  await sql`
    create index tasks_of_workspace on tasks (workspace_id, created_at desc, id desc)
    where workspace_id is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index tasks_of_workspace`.execute(db);
  await sql`create index tasks_of_workspace on tasks (workspace_id, created_at desc, id desc)`
    .execute(db);
}
