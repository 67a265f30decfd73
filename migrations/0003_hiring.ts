/**
 * Jobs, requirements, candidates, résumés, evaluations. First tables: no rows to carry over.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  // A description that came as a file has no text until the worker has read it.
  // requirements_version counts the edits; ranked_version is the last one that every readable
  // résumé was judged against, so a ranking is stale while the two differ.
  // sample: the key of the sample that this job was made from, so that it is loaded once.
  await sql`
    create table jobs (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      title text not null check (char_length(title) between 3 and 255),
      description text check (char_length(description) between 10 and 63206),
      description_status text not null default 'ready'
        check (description_status in ('reading', 'ready', 'failed')),
      description_file_name text check (char_length(description_file_name) <= 255),
      description_error_code text,
      description_error_params jsonb not null default '{}',
      language text check (language in ('en', 'nl')),
      required_weight double precision not null default 6 check (required_weight between 0 and 100),
      nice_to_have_weight double precision not null default 4
        check (nice_to_have_weight between 0 and 100),
      requirements_version integer not null default 1,
      ranked_version integer not null default 1,
      sample text,
      created_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      archived_at timestamptz,
      unique (workspace_id, id),
      unique (workspace_id, sample),
      check (description_status <> 'ready' or description is not null),
      check ((description_status = 'failed') = (description_error_code is not null))
    )`.execute(db);
  await sql`create index jobs_by_change on jobs (workspace_id, updated_at desc)`.execute(db);
  // deleted_at: a deletion can be undone; readers see only rows without it.
  // is_added: typed by a person (added_by), so that reading the text anew leaves it alone.
  await sql`
    create table requirements (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      position integer not null,
      name text not null check (char_length(name) between 1 and 255),
      level text not null check (level in ('required', 'nice_to_have')),
      kind text not null check (kind in ('hard', 'soft')),
      years double precision check (years between 0 and 60),
      importance smallint not null default 3 check (importance between 1 and 5),
      gate boolean not null default false,
      skill text,
      source_start integer,
      source_end integer,
      added_by uuid references users on delete set null,
      is_added boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
    )`.execute(db);
  await sql`create index requirements_of_job on requirements (job_id, position)`.execute(db);
  await sql`
    create table candidates (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      name text check (char_length(name) <= 255),
      email text check (char_length(email) <= 254),
      phone text check (char_length(phone) <= 50),
      place text check (char_length(place) <= 255),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (workspace_id, id)
    )`.execute(db);
  // change: the transaction of the last change of state. A progress stream resumes from the oldest
  // transaction that was still open when it last read, so that it misses none; a sequence would
  // not do, because its numbers are not committed in their order.
  // received_on: "present" in a résumé means this day, whenever it is judged.
  await sql`
    create table resumes (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      candidate_id uuid,
      file_name text not null check (char_length(file_name) between 1 and 255),
      content_hash bytea not null,
      size_bytes bigint not null,
      received_on date not null default (now() at time zone 'utc')::date,
      status text not null default 'waiting'
        check (status in ('waiting', 'reading', 'judging', 'done', 'failed')),
      error_code text,
      error_params jsonb not null default '{}',
      kind text check (kind in ('text', 'pdf', 'docx')),
      language text check (language in ('en', 'nl')),
      text text,
      text_hash bytea,
      pages jsonb not null default '[]',
      hidden jsonb not null default '[]',
      change bigint not null default (pg_current_xact_id()::text::bigint),
      uploaded_by uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (workspace_id, id),
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete set null (candidate_id),
      check ((status = 'failed') = (error_code is not null))
    )`.execute(db);
  await sql`create unique index resumes_content_key on resumes (job_id, content_hash)`.execute(db);
  await sql`create index resumes_by_change on resumes (job_id, change)`.execute(db);
  await sql`create index resumes_of_candidate on resumes (candidate_id)`.execute(db);
  // The bytes as they came, in a table of their own so that no list reads them by accident.
  await sql`
    create table documents (
      key text primary key,
      workspace_id uuid not null references workspaces on delete cascade,
      bytes bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`alter table documents alter column bytes set storage external`.execute(db);
  // One row a résumé, replaced when the requirements or the engine change, so that its id lasts.
  // engine_* is what the engine said; score and grade hold after a person's overrides.
  // summary: what the ranking shows of the matches, so that it need not read them.
  await sql`
    create table evaluations (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      resume_id uuid not null,
      requirements_version integer not null,
      engine_version text not null,
      score double precision,
      raw_score double precision,
      grade text check (grade in ('A', 'B', 'C', 'D')),
      engine_score double precision,
      engine_grade text check (engine_grade in ('A', 'B', 'C', 'D')),
      required_met integer not null,
      required_total integer not null,
      headline text,
      flags jsonb not null default '[]',
      matches jsonb not null,
      summary jsonb not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id) on delete cascade,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      unique (resume_id)
    )`.execute(db);
  await sql`create index evaluations_of_job on evaluations (job_id, requirements_version)`
    .execute(db);
  // requirement_name and requirement_years: an override lapses when either is edited, because
  // the person judged another question.
  await sql`
    create table overrides (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      resume_id uuid not null,
      requirement_id uuid not null references requirements on delete cascade,
      requirement_name text not null,
      requirement_years double precision,
      verdict_before text not null check (verdict_before in ('YES', 'PARTIAL', 'NO')),
      verdict text not null check (verdict in ('YES', 'PARTIAL', 'NO')),
      reason text not null check (char_length(reason) between 1 and 2000),
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by uuid references users on delete set null,
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id) on delete cascade
    )`.execute(db);
  await sql`
    create unique index overrides_current on overrides (resume_id, requirement_id)
    where undone_at is null`.execute(db);
  // For deletions that cascade, and the history of a résumé.
  await sql`create index overrides_of_resume on overrides (resume_id)`.execute(db);
  await sql`create index overrides_of_requirement on overrides (requirement_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (
    const table of [
      "overrides",
      "evaluations",
      "documents",
      "resumes",
      "candidates",
      "requirements",
      "jobs",
    ]
  ) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
}
