/**
 * PostgreSQL itself holds workspaces apart, behind the filter of each query: web and worker act as
 * the role talent_app, and row-level security shows it the rows of the workspace that the query
 * runs for. Rows stay as they are. The owner of the tables, who migrates and backs up, sees them
 * all as before.
 *
 * Of tables that come later, each with a workspace_id wants its policy in the migration that makes
 * it; a test walks them all.
 */
import { type Kysely, type RawBuilder, sql } from "kysely";

const APP = sql.id("talent_app");

/** Those that say whose workspace their rows belong to. */
const OF_WORKSPACES = [
  "api_keys",
  "api_requests",
  "audit_log",
  "audit_seals",
  "audit_unsealed",
  "bulk_evaluations",
  "candidate_requests",
  "candidate_tags",
  "candidates",
  "documents",
  "duplicate_dismissals",
  "engine_comparisons",
  "evaluations",
  "feedback",
  "group_answers",
  "group_tallies",
  "idempotency_keys",
  "invitations",
  "jobs",
  "legal_holds",
  "letter_templates",
  "letters",
  "mails",
  "memberships",
  "merges",
  "model_answers",
  "model_requests",
  "model_use",
  "moves",
  "near_texts",
  "notes",
  "overrides",
  "pending_sign_ins",
  "pool_results",
  "pool_searches",
  "quota_use",
  "receipts",
  "requirement_proposals",
  "requirements",
  "resumes",
  "sessions",
  "stages",
  "tasks",
  "token_families",
  "webhook_deliveries",
  "webhook_events",
  "webhooks",
];

/**
 * Those whose rows are seen by whoever sees the row that they belong to; where all are seen, also
 * when that one is made by the same statement.
 */
const OF_THEIR_ROWS = {
  api_key_secrets: belongingTo(sql`api_keys o where o.id = api_key_id`),
  bulk_files: belongingTo(sql`bulk_evaluations o where o.id = bulk_id`),
  mail_links: sql`user_id is not null
    or ${belongingTo(sql`invitations o where o.id = invitation_id`)}
    or ${belongingTo(sql`candidates o where o.id = candidate_id`)}`,
  refresh_tokens: belongingTo(sql`token_families o where o.id = family_id`),
  webhook_attempts: belongingTo(sql`webhook_deliveries o where o.id = delivery_id`),
};

function belongingTo(owner: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select sees_all_workspaces()) or exists (select from ${owner})`;
}

/**
 * A subquery is asked once a query, not once a row. Without the second half, planners would count
 * the filter of a query and this one as two that have nothing to do with each other.
 */
const visible = (workspaceId: string) =>
  sql`${sql.id(workspaceId)} = (select visible_workspace()) or (select sees_all_workspaces())`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await makeRole(db);
  // A parameter of this type says it for the transaction of one query.
  await sql`
    create domain workspace_scope as text
    check (set_config('app.workspace', value, true) is not null)`.execute(db);
  await sql`
    create function visible_workspace() returns uuid stable parallel safe language sql as $$
      select nullif(nullif(current_setting('app.workspace', true), ''), 'all')::uuid
    $$`.execute(db);
  await sql`
    create function sees_all_workspaces() returns boolean stable parallel safe language sql as $$
      select coalesce(current_setting('app.workspace', true) = 'all', false)
    $$`.execute(db);
  await makeViews(db);
  await sql`grant usage on schema public to ${APP}`.execute(db);
  for (const [kind, rights] of RIGHTS) {
    await sql`grant ${rights} on all ${kind} in schema public to ${APP}`.execute(db);
    await sql`alter default privileges in schema public grant ${rights} on ${kind} to ${APP}`
      .execute(db);
  }
  for (const table of Object.keys(VIEWS)) {
    await sql`revoke insert, update, delete on ${sql.table(`visible_${table}`)} from ${APP}`
      .execute(db);
  }
  await guard(db, "workspaces", visible("id"));
  for (const table of OF_WORKSPACES) await guard(db, table, visible("workspace_id"));
  for (const [table, condition] of Object.entries(OF_THEIR_ROWS)) await guard(db, table, condition);
}

/**
 * Behind a policy, PostgreSQL hands no condition to an index whose operator might tell of rows that
 * are not seen, as those of texts, trigrams, arrays and lower() may by their errors. Through a view
 * of the owner's the same rows are seen and such indexes are used; nobody writes SQL of their own.
 * Whom no policy holds back sees all rows, as in the tables.
 */
const VIEWS = {
  candidates: sql`id, workspace_id, person_id, name_plain, email, phone_e164, own`,
  candidate_tags: sql`workspace_id, candidate_id, tag, is_hidden`,
  resumes: sql`id, workspace_id, candidate_id, language, search, near_bands, near_signature`,
};

async function makeViews(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(VIEWS)) {
    await sql`
      create view ${sql.table(`visible_${table}`)} as
      select ${columns} from ${sql.table(table)}
      where ${sql.ref("workspace_id")} = (select visible_workspace())
        or (select sees_all_workspaces() or not row_security_active(${sql.lit(table)}))`
      .execute(db);
  }
}

const RIGHTS = [
  [sql`tables`, sql`select, insert, update, delete`],
  [sql`sequences`, sql`usage`],
] as const;

/** A role belongs to the server, so another database there may have made it. */
async function makeRole(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'talent_app') then
        create role talent_app nologin;
      end if;
      if not pg_has_role('talent_app', 'set') then
        execute format('grant talent_app to %I', current_user);
      end if;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '% may not make the role that web and worker act as', current_user
        using hint = format(
          'Have an administrator run: create role talent_app nologin; grant talent_app to %I;',
          current_user);
    end $$`.execute(db);
}

async function guard(db: Kysely<unknown>, table: string, condition: RawBuilder<unknown>) {
  await sql`create policy of_workspace on ${sql.table(table)} to ${APP} using (${condition})`
    .execute(db);
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
}

/** The role stays, and with it the right to read which migrations there are. */
export async function down(db: Kysely<unknown>): Promise<void> {
  const guarded = ["workspaces", ...OF_WORKSPACES, ...Object.keys(OF_THEIR_ROWS)];
  for (const table of guarded.toReversed()) {
    await sql`alter table ${sql.table(table)} disable row level security`.execute(db);
    await sql`drop policy of_workspace on ${sql.table(table)}`.execute(db);
  }
  for (const [kind, rights] of RIGHTS.toReversed()) {
    await sql`alter default privileges in schema public revoke ${rights} on ${kind} from ${APP}`
      .execute(db);
    await sql`revoke ${rights} on all ${kind} in schema public from ${APP}`.execute(db);
  }
  await sql`grant select on kysely_migration to ${APP}`.execute(db);
  await sql`revoke usage on schema public from ${APP}`.execute(db);
  for (const table of Object.keys(VIEWS)) {
    await sql`drop view ${sql.table(`visible_${table}`)}`.execute(db);
  }
  await sql`drop function sees_all_workspaces(), visible_workspace()`.execute(db);
  await sql`drop domain workspace_scope`.execute(db);
}
