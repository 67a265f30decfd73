/**
 * The page of a candidate behind a mailed link, and what they ask for there.
 *
 * Links and mails that are there stay as they are. Both go with the candidate that they are for.
 */
import { type Kysely, sql } from "kysely";

const PURPOSES = sql`purpose in ('verify_email', 'reset_password', 'invitation')`;

/** sender_id: who had a candidate's link sent. opened_at: when it was first opened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mail_links
      add column candidate_id uuid references candidates on delete cascade,
      add column sender_id uuid references users on delete set null,
      add column opened_at timestamptz,
      drop constraint mail_links_purpose_check,
      drop constraint mail_links_check,
      drop constraint mail_links_check1,
      add constraint mail_links_purpose check (${PURPOSES} or purpose = 'candidate_page'),
      add constraint mail_links_of check (num_nonnulls(user_id, invitation_id, candidate_id) = 1),
      add constraint mail_links_of_invitation
        check ((purpose = 'invitation') = (invitation_id is not null)),
      add constraint mail_links_of_candidate
        check ((purpose = 'candidate_page') = (candidate_id is not null))`.execute(db);
  await sql`create index mail_links_candidate_id on mail_links (candidate_id)`.execute(db);
  await sql`
    alter table mails add column candidate_id uuid references candidates on delete cascade`
    .execute(db);
  await sql`
    create index mails_candidate_id on mails (candidate_id) where candidate_id is not null`
    .execute(db);
  await sql`
    create table candidate_requests (
      id uuid primary key default uuidv7(),
      workspace_id uuid not null,
      candidate_id uuid not null,
      kind text not null check (kind in ('correction', 'objection', 'access', 'erasure')),
      text text not null default '' check (char_length(text) <= 2000),
      state text not null default 'open'
        check (state in ('open', 'done', 'declined', 'withdrawn')),
      answer text check (char_length(answer) between 1 and 2000),
      created_at timestamptz not null default now(),
      settled_at timestamptz,
      settled_by uuid references users on delete set null,
      foreign key (workspace_id, candidate_id) references candidates (workspace_id, id)
        on delete cascade,
      check ((state = 'open') = (settled_at is null))
    )`.execute(db);
  // What is asked for twice at once is asked for once.
  await sql`
    create unique index candidate_requests_open on candidate_requests (candidate_id, kind)
    where state = 'open'`.execute(db);
  await sql`
    create index candidate_requests_of_workspace on candidate_requests (workspace_id, id)`
    .execute(db);
  await sql`create index candidate_requests_of on candidate_requests (candidate_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table candidate_requests`.execute(db);
  await sql`alter table mails drop column candidate_id`.execute(db);
  await sql`delete from mail_links where purpose = 'candidate_page'`.execute(db);
  await sql`
    alter table mail_links
      drop constraint mail_links_purpose, drop constraint mail_links_of,
      drop constraint mail_links_of_invitation, drop constraint mail_links_of_candidate,
      drop column candidate_id, drop column sender_id, drop column opened_at,
      add constraint mail_links_purpose_check check (${PURPOSES}),
      add constraint mail_links_check
        check ((purpose = 'invitation') = (invitation_id is not null)),
      add constraint mail_links_check1 check ((purpose = 'invitation') = (user_id is null))`
    .execute(db);
}
