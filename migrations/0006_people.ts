/**
 * What a merge shows of consent and tags: whoever took consent back has taken it back for the
 * person, and a tag that is removed while a merge holds comes back with its undo.
 *
 * People who are merged already show from now on what their consents come to; what each of them
 * has of its own is kept beside it.
 */
import { type Kysely, sql } from "kysely";

/**
 * removed_tags: those, in lower case, that a person has removed from who was kept since; of the
 * merged one they are hidden as long as the merge holds. is_hidden says so at the tag itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table merges add column removed_tags text[] not null default '{}'`.execute(db);
  await sql`alter table candidate_tags add column is_hidden boolean not null default false`
    .execute(db);
  await sql`
    update candidates set own = own || jsonb_build_object('consent', jsonb_build_object(
      'state', consent, 'on', consent_on, 'until', consent_until))
    where own is not null`.execute(db);
  await sql`
    update candidates c set consent = shown.consent, consent_on = shown.consent_on,
      consent_until = shown.consent_until
    from (
      select distinct on (person_id) person_id, consent, consent_on, consent_until
      from candidates where own is not null
      order by person_id, (consent = 'withdrawn') desc nulls last, id = person_id desc,
        consent_on desc nulls last, id
    ) shown
    where c.person_id = shown.person_id and c.own is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    update candidates set consent = own #>> '{consent,state}',
      consent_on = (own #>> '{consent,on}')::date,
      consent_until = (own #>> '{consent,until}')::date
    where own ? 'consent'`.execute(db);
  await sql`update candidates set own = own - 'consent' where own ? 'consent'`.execute(db);
  await sql`alter table candidate_tags drop is_hidden`.execute(db);
  await sql`alter table merges drop removed_tags`.execute(db);
}
