/**
 * What candidates say of themselves of their own accord, to see whether groups are treated alike.
 *
 * Nobody is asked anything at first: workspaces.group_questions is empty everywhere.
 */
import { type Kysely, sql } from "kysely";

/**
 * group_tallies: what is left of whom is erased, by month, so that a rule that deletes the rejected
 * does not change the rates. It names nobody. Without a stage: how many applied.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table workspaces add column group_questions text[] not null default '{}'
      check (group_questions <@ array['gender', 'age', 'origin', 'disability'])`.execute(db);
  await sql`
    create table group_answers (
      workspace_id uuid not null,
      candidate_id uuid not null,
      question text not null check (question in ('gender', 'age', 'origin', 'disability')),
      answer text not null check (char_length(answer) between 1 and 40),
      answered_at timestamptz not null default now(),
      primary key (candidate_id, question),
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index group_answers_of_workspace on group_answers (workspace_id)`.execute(db);
  await sql`
    create table group_tallies (
      workspace_id uuid not null,
      job_id uuid not null,
      question text not null,
      answer text not null,
      stage_id uuid,
      since date not null,
      count integer not null check (count > 0),
      unique nulls not distinct (job_id, question, answer, stage_id, since),
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      foreign key (workspace_id, stage_id) references stages (workspace_id, id) on delete cascade
    )`.execute(db);
  await sql`create index group_tallies_of_workspace on group_tallies (workspace_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table group_tallies`.execute(db);
  await sql`drop table group_answers`.execute(db);
  await sql`alter table workspaces drop column group_questions`.execute(db);
}
