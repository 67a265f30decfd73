/**
 * When a task was last put off: by that the relay sees that the clock ran ahead, and brings a moment
 * back that else would lie as far away as the clock was wrong. Existing rows keep null: they were
 * put off by a clock that is held to be right.
 */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("tasks").addColumn("put_off_at", "timestamptz").execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("tasks").dropColumn("put_off_at").execute();
}
