/**
 * What the workspace knows of people beyond one job: texts that are nearly the same, and who of
 * those here already fits a job.
 *
 * Résumés that were read before have no signature yet; the worker makes it in its housekeeping.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await nearTexts(db);
  await emails(db);
  await pool(db);
}

/**
 * near_compared_at: when a text was held against the others; null until then. A pair is a fact
 * about two texts, which never change, so it outlives merges and their undoing. fastupdate: each
 * text is looked for right after others were stored, and must not go through a list of those.
 */
async function nearTexts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table resumes add column near_compared_at timestamptz`.execute(db);
  await sql`
    alter index resumes_near set (fastupdate = off)`.execute(db);
  await sql`
    create index resumes_uncompared on resumes (id)
    where status = 'done' and near_compared_at is null`.execute(db);
  await sql`
    create table near_texts (
      workspace_id uuid not null,
      first_id uuid not null,
      second_id uuid not null,
      similarity double precision not null check (similarity between 0 and 1),
      created_at timestamptz not null default now(),
      primary key (first_id, second_id),
      check (first_id < second_id),
      foreign key (workspace_id, first_id) references resumes (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, second_id) references resumes (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index near_texts_of_workspace on near_texts (workspace_id)`.execute(db);
  await sql`create index near_texts_of_second on near_texts (second_id)`.execute(db);
}

/** The address that a merge hid behind another one is still an address of that person. */
async function emails(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index candidates_by_own_email on candidates (workspace_id, lower(own ->> 'email'))
    where own is not null`.execute(db);
}

/**
 * One search a job, replaced by the next. is_cut: more résumés had the words than are judged.
 * A result without is_judged is one that the worker has still to judge.
 */
async function pool(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pool_searches (
      job_id uuid primary key,
      id uuid not null default uuidv7(),
      workspace_id uuid not null,
      status text not null default 'waiting'
        check (status in ('waiting', 'judging', 'done', 'failed')),
      requirements_version integer not null,
      is_cut boolean not null default false,
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
    )`.execute(db);
  await sql`
    create table pool_results (
      job_id uuid not null references pool_searches on delete cascade,
      resume_id uuid not null,
      workspace_id uuid not null,
      is_judged boolean not null default false,
      score double precision,
      raw_score double precision,
      grade text check (grade in ('A', 'B', 'C', 'D')),
      required_met integer not null default 0,
      required_total integer not null default 0,
      headline text,
      flags jsonb not null default '[]',
      summary jsonb not null default '{}',
      primary key (job_id, resume_id),
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index pool_results_of_resume on pool_results (resume_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table pool_results`.execute(db);
  await sql`drop table pool_searches`.execute(db);
  await sql`drop index candidates_by_own_email`.execute(db);
  await sql`drop table near_texts`.execute(db);
  await sql`alter index resumes_near reset (fastupdate)`.execute(db);
  await sql`alter table resumes drop near_compared_at`.execute(db);
}
