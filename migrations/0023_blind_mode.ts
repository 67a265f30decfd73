/**
 * Blind jobs: a résumé that comes in for one is masked until somebody decides on it or takes the
 * mask off. It has an alias in place of its file's name and no candidate, so that nothing that lists
 * people or files can show who it is. What is there already stays as it is; going back gives the
 * files their names, and masked résumés get their candidates when they are read again.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table jobs add column is_blind boolean not null default false`.execute(db);
  await sql`
    alter table resumes
      add column is_masked boolean not null default false,
      add column true_file_name text,
      add column secrets text[],
      add column masked_text text,
      add constraint resumes_masked_check check (case when is_masked
        then true_file_name is not null and candidate_id is null
        else true_file_name is null and secrets is null and masked_text is null end)`.execute(db);
  await sql`
    create function mask_resume() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' and new.candidate_id is null then
        new.is_masked := (select is_blind from jobs where id = new.job_id);
        new.is_masked := coalesce(new.is_masked, false);
      end if;
      if new.is_masked and (tg_op = 'INSERT' or new.file_name is distinct from old.file_name) then
        new.true_file_name := new.file_name;
        new.file_name := '№ ' || upper(left(md5(new.id::text), 6));
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger resumes_mask before insert or update of file_name on resumes
    for each row execute function mask_resume()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger resumes_mask on resumes`.execute(db);
  await sql`drop function mask_resume()`.execute(db);
  await sql`
    alter table resumes drop constraint resumes_masked_check`.execute(db);
  await sql`update resumes set file_name = true_file_name where is_masked`.execute(db);
  await sql`
    alter table resumes drop column is_masked, drop column true_file_name, drop column secrets,
      drop column masked_text`.execute(db);
  await sql`alter table jobs drop column is_blind`.execute(db);
}
