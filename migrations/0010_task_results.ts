/**
 * Tasks keep what they answered and when they began, and can be cancelled. Runs of the schedule
 * have a row each, whose key lets no due time be taken twice. Tasks that are there already have
 * no result, and no beginning; nothing else of them changes.
 */
import { type Kysely, sql } from "kysely";

const STATES = "('waiting', 'relayed', 'running', 'done', 'parked'";

export async function up(db: Kysely<unknown>): Promise<void> {
  // is_retry: a person asked for it again, so that what was marked as failed is taken up anew.
  await sql`
    alter table tasks
      add column result jsonb,
      add column started_at timestamptz,
      add column is_retry boolean not null default false,
      drop constraint tasks_state_check,
      add constraint tasks_state_check check (state in ${sql.raw(`${STATES}, 'cancelled')`)})`
    .execute(db);
  await sql`drop index tasks_finished`.execute(db);
  await sql`
    create index tasks_finished on tasks (finished_at) where state in ('done', 'cancelled')`
    .execute(db);
  await sql`create index tasks_of_workspace on tasks (workspace_id, created_at desc, id desc)`
    .execute(db);
  // task_id refers to nothing: tasks go after a week, and removing them must stay cheap.
  await sql`
    create table scheduled_runs (
      name text not null,
      due_at timestamptz not null,
      task_id uuid not null,
      created_at timestamptz not null default now(),
      primary key (name, due_at)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table scheduled_runs`.execute(db);
  await sql`drop index tasks_of_workspace`.execute(db);
  await sql`drop index tasks_finished`.execute(db);
  await sql`create index tasks_finished on tasks (finished_at) where state = 'done'`.execute(db);
  await sql`update tasks set state = 'done' where state = 'cancelled'`.execute(db);
  await sql`
    alter table tasks
      drop column result, drop column started_at, drop column is_retry,
      drop constraint tasks_state_check,
      add constraint tasks_state_check check (state in ${sql.raw(`${STATES})`)})`.execute(db);
}
