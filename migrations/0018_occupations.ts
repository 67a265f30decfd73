/**
 * Occupations are a kind of requirement of their own, with a share of the score. Requirements that
 * are there keep their kind until their job's text is read anew; going back makes them hard ones.
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table requirements drop constraint requirements_kind_check`.execute(db);
  await sql`
    alter table requirements add constraint requirements_kind_check
    check (kind in ('hard', 'soft', 'occupation'))`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table requirements drop constraint requirements_kind_check`.execute(db);
  await sql`update requirements set kind = 'hard' where kind = 'occupation'`.execute(db);
  await sql`
    alter table requirements add constraint requirements_kind_check
    check (kind in ('hard', 'soft'))`.execute(db);
}
