/**
 * The work around a ranking: stages, moves, notes, tags, merges, feedback, and what search reads.
 *
 * Rows that are there keep their place: a résumé without a stage stands in the first one, and a
 * job that was made before drafts existed is open.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await sql`create extension if not exists btree_gin`.execute(db);
  await sql`alter table users add column single_keys boolean not null default true`.execute(db);
  await jobs(db);
  await stages(db);
  await moves(db);
  await candidates(db);
  await merges(db);
  await search(db);
  await activity(db);
  await feedback(db);
}

/** confirmed_at: when a person took the requirements as they are; a draft until then. */
async function jobs(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table jobs
      add column place text check (char_length(place) between 1 and 255),
      add column department text check (char_length(department) between 1 and 100),
      add column confirmed_at timestamptz`.execute(db);
  await sql`update jobs set confirmed_at = created_at`.execute(db);
}

/**
 * key: one of the six that every workspace begins with; a name of its own replaces the
 * translated one. decision: what standing there means. stage_version counts the moves of a résumé,
 * so that the second of two people who move it at once is told.
 */
async function stages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stages (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      key text check (key in ('new', 'shortlisted', 'interview', 'offer', 'hired', 'rejected')),
      name text check (char_length(name) between 1 and 60),
      decision text not null check (decision in ('undecided', 'shortlisted', 'rejected')),
      position integer not null,
      created_at timestamptz not null default now(),
      removed_at timestamptz,
      unique (workspace_id, id),
      unique (workspace_id, key),
      check (key is not null or name is not null)
    )`.execute(db);
  await sql`
    alter table resumes
      add column stage_id uuid,
      add column stage_since timestamptz,
      add column stage_version integer not null default 0,
      add foreign key (workspace_id, stage_id) references stages (workspace_id, id)`.execute(db);
  await sql`create index resumes_by_stage on resumes (job_id, stage_id)`.execute(db);
  // So that the dashboard counts a workspace's résumés without reading their rows.
  await sql`create index resumes_counts on resumes (workspace_id, job_id, status, stage_id)`
    .execute(db);
  await sql`create index evaluations_by_grade on evaluations (job_id, grade)`.execute(db);
}

/**
 * The history of stages. batch_id: what was moved by one action, and is undone together.
 * evidence: the score, grade and versions that the person had before them.
 */
async function moves(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table moves (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      job_id uuid not null,
      resume_id uuid not null,
      batch_id uuid not null,
      from_stage_id uuid not null,
      to_stage_id uuid not null,
      reason_code text check (reason_code in (
        'requirements_not_met', 'gate_not_met', 'less_experience', 'other_chosen', 'withdrew',
        'conditions', 'other'
      )),
      reason text check (char_length(reason) between 1 and 2000),
      evidence jsonb not null default '{}',
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by uuid references users on delete set null,
      foreign key (workspace_id, resume_id) references resumes (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade,
      foreign key (workspace_id, from_stage_id) references stages (workspace_id, id),
      foreign key (workspace_id, to_stage_id) references stages (workspace_id, id)
    )`.execute(db);
  await sql`create index moves_of_resume on moves (resume_id, id desc)`.execute(db);
  await sql`create index moves_of_job on moves (job_id, id desc)`.execute(db);
  await sql`create index moves_of_batch on moves (batch_id)`.execute(db);
}

/**
 * person_id: the candidate that stands for all that were merged into it; its own id else.
 * The columns name, email, phone and place are what is shown; own is what this row had before a
 * merge laid another's value over it (null: the same).
 */
async function candidates(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table candidates
      add column merged_root uuid,
      add column person_id uuid not null generated always as (coalesce(merged_root, id)) stored,
      add column own jsonb,
      add column phone_e164 text check (char_length(phone_e164) <= 16),
      add column consent text check (consent in ('given', 'withdrawn')),
      add column consent_on date,
      add column consent_until date,
      add foreign key (workspace_id, merged_root) references candidates (workspace_id, id)`
    .execute(db);
  await sql`create index candidates_of_person on candidates (person_id)`.execute(db);
  await sql`create index candidates_by_change on candidates (workspace_id, updated_at desc)`
    .execute(db);
  await sql`create index candidates_by_email on candidates (workspace_id, lower(email))`
    .execute(db);
  await sql`create index candidates_by_phone on candidates (workspace_id, phone_e164)`.execute(db);
  await sql`
    create table notes (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      candidate_id uuid not null,
      job_id uuid references jobs on delete set null,
      text text not null check (char_length(text) between 1 and 5000),
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index notes_of_candidate on notes (candidate_id, id desc)`.execute(db);
  await sql`
    create table candidate_tags (
      workspace_id uuid not null,
      candidate_id uuid not null,
      tag text not null check (char_length(tag) between 1 and 40),
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      primary key (candidate_id, tag),
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index candidate_tags_by_tag on candidate_tags (workspace_id, lower(tag))`
    .execute(db);
}

/**
 * A merge moves no row: it says whose root a person is, and which fields come from the one that
 * was merged. So taking it back, at any time and in any order, gives both back as they were.
 */
async function merges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table merges (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      kept_id uuid not null,
      merged_id uuid not null,
      choices jsonb not null default '{}',
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      undone_at timestamptz,
      undone_by uuid references users on delete set null,
      check (kept_id <> merged_id),
      foreign key (workspace_id, kept_id) references candidates (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, merged_id) references candidates (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index merges_of_kept on merges (kept_id)`.execute(db);
  await sql`create unique index merges_current on merges (merged_id) where undone_at is null`
    .execute(db);
  await sql`
    create table duplicate_dismissals (
      workspace_id uuid not null,
      first_id uuid not null,
      second_id uuid not null,
      user_id uuid references users on delete set null,
      created_at timestamptz not null default now(),
      primary key (first_id, second_id),
      check (first_id < second_id),
      foreign key (workspace_id, first_id) references candidates (workspace_id, id)
        on delete cascade,
      foreign key (workspace_id, second_id) references candidates (workspace_id, id)
        on delete cascade
    )`.execute(db);
  await sql`create index duplicate_dismissals_of_second on duplicate_dismissals (second_id)`
    .execute(db);
}

// Letter by letter: what a letter of ACCENTED becomes stands at the same place in PLAIN.
const ACCENTED = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČč" +
  "ĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞş" +
  "ŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜȘșȚț";
const PLAIN = "aaaaaaaceeeeiiiidnoooooouuuuytsaaaaaaaceeeeiiiidnoooooouuuuytyaaaaaacccccccc" +
  "ddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjkkllllllllnnnnnnnnoooooooorrrrrrssssss" +
  "ssttttuuuuuuuuuuuuwwyyyzzzzzzaaiioouuuuuuuuuusstt";

/**
 * near_signature and near_bands: MinHash of the text, and the buckets of its bands. The text that
 * is searched is bounded, because a tsvector of more than 1 MiB is an error.
 * name_plain: the name without accents and capitals, so that "Tomas" finds Tomás, whatever the
 * locale of the database takes for a letter.
 */
async function search(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table resumes
      add column near_signature integer[],
      add column near_bands integer[],
      add column search tsvector generated always as (to_tsvector(
        case language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end,
        left(coalesce(text, ''), 100000)
      )) stored`.execute(db);
  await sql`create index resumes_search on resumes using gin (workspace_id, search)`.execute(db);
  await sql`create index resumes_near on resumes using gin (workspace_id, near_bands)`.execute(db);
  await sql`
    alter table candidates add column name_plain text generated always as (
      lower(translate(normalize(name, NFC), ${sql.lit(ACCENTED)}, ${sql.lit(PLAIN)}))
    ) stored`.execute(db);
  await sql`
    create index candidates_name on candidates using gin (workspace_id, name_plain gin_trgm_ops)`
    .execute(db);
  await sql`
    create index candidates_email on candidates using gin (workspace_id, email gin_trgm_ops)`
    .execute(db);
  await sql`create index jobs_title on jobs using gin (workspace_id, title gin_trgm_ops)`
    .execute(db);
}

/** What an entry is about, so that a job and a person have a history; no key, for it outlives them. */
async function activity(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table audit_log
      add column job_id uuid,
      add column resume_id uuid,
      add column candidate_id uuid`.execute(db);
  await sql`
    update audit_log set job_id = target_id
    where action like 'job.%' or action like 'requirements.%'`.execute(db);
  await sql`
    update audit_log a set resume_id = r.id, job_id = r.job_id, candidate_id = r.candidate_id
    from resumes r
    where r.workspace_id = a.workspace_id
      and (r.id = a.target_id or r.id::text = a.details ->> 'resumeId')`.execute(db);
  await sql`create index audit_log_job on audit_log (job_id, id desc)`.execute(db);
  await sql`create index audit_log_resume on audit_log (resume_id, id desc)`.execute(db);
  await sql`create index audit_log_candidate on audit_log (candidate_id, id desc)`.execute(db);
}

async function feedback(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feedback (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null references workspaces on delete cascade,
      user_id uuid references users on delete set null,
      title text not null check (char_length(title) between 1 and 255),
      text text not null check (char_length(text) between 1 and 5000),
      page text check (char_length(page) <= 2000),
      screenshot_type text check (screenshot_type in ('image/png', 'image/jpeg', 'image/webp')),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index feedback_by_time on feedback (id desc)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (
    const table of [
      "feedback",
      "duplicate_dismissals",
      "merges",
      "candidate_tags",
      "notes",
      "moves",
    ]
  ) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
  await sql`alter table audit_log drop job_id, drop resume_id, drop candidate_id`.execute(db);
  await sql`drop index evaluations_by_grade`.execute(db);
  await sql`drop index jobs_title, candidates_name, candidates_email, resumes_search, resumes_near`
    .execute(db);
  await sql`
    alter table resumes drop search, drop near_signature, drop near_bands, drop stage_id,
      drop stage_since, drop stage_version`.execute(db);
  await sql`drop table stages`.execute(db);
  await sql`drop index candidates_of_person, candidates_by_change, candidates_by_email,
    candidates_by_phone`.execute(db);
  await sql`
    alter table candidates drop name_plain, drop person_id, drop merged_root, drop own,
      drop phone_e164, drop consent, drop consent_on, drop consent_until`.execute(db);
  await sql`alter table jobs drop place, drop department, drop confirmed_at`.execute(db);
  await sql`alter table users drop single_keys`.execute(db);
  await sql`drop extension if exists btree_gin`.execute(db);
  await sql`drop extension if exists pg_trgm`.execute(db);
}
