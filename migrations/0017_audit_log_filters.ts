/**
 * The audit log of a workspace by person and by day without reading all of it. Its entries are put
 * into the indexes as they are.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index audit_log_person on audit_log (workspace_id, user_id, id desc)
    where user_id is not null`.execute(db);
  await sql`create index audit_log_time on audit_log (workspace_id, created_at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index audit_log_time, audit_log_person`.execute(db);
}
