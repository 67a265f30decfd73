/**
 * Letters to candidates: what a workspace says in each kind, and every letter that was sent.
 *
 * A letter stays when its résumé or job goes and is deleted with its candidate. draft_key: the form
 * that it was sent by, which sends no second one.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table letters (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      candidate_id uuid not null,
      resume_id uuid,
      job_id uuid,
      kind text not null check (kind in ('acceptance', 'rejection', 'missing')),
      language text not null check (language in ('en', 'nl')),
      recipient text not null check (char_length(recipient) between 3 and 254),
      reply_to text,
      subject text not null check (char_length(subject) between 1 and 200),
      text text not null check (char_length(text) between 1 and 10000),
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused')),
      failures integer not null default 0,
      error text,
      draft_key uuid not null,
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      unique (workspace_id, draft_key),
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id)
        on delete set null (resume_id),
      foreign key (workspace_id, job_id) references jobs (workspace_id, id)
        on delete set null (job_id)
    )`.execute(db);
  await sql`create index letters_candidate on letters (candidate_id, id desc)`.execute(db);
  await sql`create index letters_resume on letters (resume_id)`.execute(db);
  await sql`create index letters_job on letters (job_id)`.execute(db);
  // So that the letters of a day are counted without reading them all.
  await sql`create index letters_by_day on letters (workspace_id, created_at)`.execute(db);
  await sql`
    create table letter_templates (
      workspace_id uuid not null references workspaces on delete cascade,
      kind text not null check (kind in ('acceptance', 'rejection', 'missing')),
      language text not null check (language in ('en', 'nl')),
      subject text not null check (char_length(subject) between 1 and 200),
      text text not null check (char_length(text) between 1 and 5000),
      updated_at timestamptz not null default now(),
      primary key (workspace_id, kind, language)
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table letter_templates`.execute(db);
  await sql`drop table letters`.execute(db);
}
