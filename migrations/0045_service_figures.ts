/** What the installation did in each quarter of an hour of the last day, over all processes. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table service_figures (
      quarter timestamptz primary key,
      requests bigint not null default 0,
      server_errors bigint not null default 0,
      -- By the buckets of the request histogram, the last one without an end.
      durations bigint[] not null default '{}',
      tasks bigint not null default 0,
      failed_tasks bigint not null default 0,
      evaluations bigint not null default 0,
      refusals bigint not null default 0,
      queue_depth integer not null default 0,
      queue_oldest_seconds integer not null default 0
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table service_figures`.execute(db);
}
