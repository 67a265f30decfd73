import assert from "node:assert/strict";
import { sql } from "kysely";
import { fileURLToPath } from "node:url";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import type { Db } from "../lib/platform/database.ts";
import {
  migrate,
  migrateTo,
  migrationStatus,
  pendingMigrations,
  rollback,
} from "../lib/platform/migrate.ts";
import { describeDatabase } from "../scripts/local/database_types.ts";
import { formatText } from "../scripts/local/format.ts";
import { apiTest } from "./harness/api.ts";
import { fillEveryTable, tableNames } from "./harness/every_table.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

async function objectsOf(db: Db): Promise<unknown[]> {
  const { rows } = await sql<{ object: string }>`
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
        || ' ' || coalesce(column_default, '') as object
      from information_schema.columns where table_schema = 'public'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'sequence ' || sequencename from pg_sequences where schemaname = 'public'
    union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
    order by 1`.execute(db);
  return rows.map((row) => row.object).filter((object) => !object.includes("kysely_"));
}

Deno.test("the migrations go up, down to nothing, and up to the same schema", async () => {
  await using test = await testServices();
  const { db } = test.services;
  assert.deepEqual(await pendingMigrations(db), []);
  const before = await objectsOf(db);
  const taken: string[] = [];
  for (let names = await rollback(db); names.length > 0; names = await rollback(db)) {
    taken.push(...names);
  }
  assert.ok(taken.length >= 3);
  assert.deepEqual(await objectsOf(db), []);
  assert.deepEqual(await migrate(db), taken.toReversed());
  assert.deepEqual(await objectsOf(db), before);
  assert.deepEqual(await migrate(db), []);
});

/** Whether somebody waits for a lock in this database. */
async function isWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length > 0;
}

Deno.test("a migration gives way to who holds a lock, and is applied when they are done", async () => {
  await using test = await testServices();
  const { db } = test.services;
  for (let [name] = await rollback(db); name && !name.startsWith("0042");) {
    [name] = await rollback(db);
  }
  const [holding, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = db.transaction().execute(async (trx) => {
    await sql`lock table workspaces in access share mode`.execute(trx);
    holding.resolve();
    await release.promise;
  });
  await holding.promise;
  const migrated = migrate(db);
  await waitFor("the migration to wait", () => isWaiting(db));
  await waitFor("the migration to give way", async () => !await isWaiting(db));
  release.resolve();
  await held;
  assert.equal((await migrated)[0], "0042_retention");
  assert.deepEqual(await pendingMigrations(db), []);
});

/** Every row of every table, as JSON; and which columns a table has. */
interface Contents {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly rows: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;
}

async function contentsOf(db: Db): Promise<Contents> {
  const names = await tableNames(db);
  const { rows: columns } = await sql<{ table: string; name: string }>`
    select table_name as table, column_name as name from information_schema.columns
    where table_schema = 'public'`.execute(db);
  const each = names.map((name) =>
    sql`select ${sql.lit(name)} as name,
      (select coalesce(json_agg(t order by t::text), '[]') from ${sql.table(name)} t) as rows`
  );
  const { rows } = await sql<{ name: string; rows: Record<string, unknown>[] }>`
    ${sql.join(each, sql` union all `)}`.execute(db);
  const byTable = Map.groupBy(columns, ({ table }) => table);
  return {
    columns: new Map(
      names.map((name) => [name, (byTable.get(name) ?? []).map(({ name }) => name)]),
    ),
    rows: new Map(rows.map(({ name, rows }) => [name, rows])),
  };
}

/** What of one state is another one in the next, as `table` or `table.column`. */
function lostBetween(before: Contents, after: Contents): string[] {
  return [...before.rows].flatMap(([table, rows]) => {
    const left = after.rows.get(table) ?? [];
    if (left.length !== rows.length) return [table];
    const columns = before.columns.get(table) ?? [];
    const column = (of: typeof rows, name: string) =>
      of.map((row) => JSON.stringify(row[name])).toSorted().join();
    const lost = columns.filter((name) => column(rows, name) !== column(left, name));
    const rest = (of: typeof rows) =>
      of.map((row) => JSON.stringify(columns.map((name) => lost.includes(name) || row[name])))
        .toSorted().join();
    if (rest(rows) !== rest(left)) return [`${table}.*`];
    return lost.map((name) => `${table}.${name}`);
  });
}

/**
 * What is another when a migration was taken back and applied again, by its nature: what it had
 * brought is gone, and what it makes up is made up anew (salts, times). All else is there again. The
 * first one takes everything along.
 */
const LOST: Readonly<Record<string, readonly string[]>> = {
  "0002_tasks": [
    "tasks",
  ],
  "0003_hiring": [
    "candidates",
    "documents",
    "evaluations",
    "jobs",
    "overrides",
    "requirements",
    "resumes",
  ],
  "0004_recruiting": [
    "audit_log.candidate_id",
    "audit_log.resume_id",
    "audit_log.job_id",
    "candidate_tags",
    "candidates.merged_root",
    "candidates.own",
    "candidates.person_id",
    "duplicate_dismissals",
    "feedback",
    "jobs.confirmed_at",
    "merges",
    "moves",
    "notes",
    "resumes.stage_id",
    "resumes.stage_since",
    "resumes.near_bands",
    "resumes.near_signature",
    "resumes.stage_version",
    "stages",
  ],
  "0005_talent_pool": [
    "near_texts",
    "pool_results",
    "pool_searches",
    "resumes.near_compared_at",
  ],
  "0007_tokens_and_keys": [
    "api_key_secrets",
    "api_keys",
    "refresh_tokens",
    "token_families",
  ],
  "0008_accounts_by_mail": [
    "invitations",
    "mail_links",
    "mails",
    "workspaces.updated_at",
  ],
  "0009_tiers": [
    "api_requests",
    "quota_use",
    "rate_limits",
    "tiers",
  ],
  "0010_task_results": [
    "scheduled_runs",
    "tasks.started_at",
    "tasks.state",
  ],
  "0011_webhooks": [
    "webhook_attempts",
    "webhook_deliveries",
    "webhook_events",
    "webhooks",
  ],
  "0012_lists": [
    "bulk_evaluations",
    "bulk_files",
  ],
  "0014_two_factor": [
    "pending_sign_ins",
    "recovery_codes",
    "second_factors",
  ],
  "0016_idempotency": [
    "idempotency_keys",
  ],
  "0019_receipts": [
    "engine_comparisons",
    "receipts",
  ],
  "0020_text_likeness": [
    "evaluations.likeness",
    "jobs.text_weight",
  ],
  "0026_language_model": [
    "model_answers",
    "model_requests",
    "model_use",
    "requirement_proposals",
  ],
  "0028_letters": [
    "letter_templates",
    "letters",
  ],
  "0041_audit_chain": [
    "audit_log.salt",
    "audit_seals",
    "audit_unsealed",
  ],
  "0042_retention": [
    "legal_holds",
  ],
  "0045_service_figures": [
    "service_figures",
  ],
  "0046_candidate_page": [
    "candidate_requests",
    "mail_links",
  ],
  "0047_equal_treatment": [
    "group_answers",
    "group_tallies",
  ],
  "0055_put_off_tasks": ["tasks.put_off_at"],
  "0057_backups": [
    "backups",
  ],
};

Deno.test("every row of a filled database is there after each migration went down and up", async () => {
  await using test = await apiTest();
  const { db } = test.test.services;
  await fillEveryTable(test);
  const filled = await contentsOf(db);
  const empty = [...filled.rows].filter(([, rows]) => rows.length === 0).map(([name]) => name);
  assert.deepEqual(empty, [], "tables without a row: fill them in harness/every_table.ts");
  const lost: Record<string, string[]> = {};
  const applied = (await migrationStatus(db)).applied.map(({ name }) => name);
  for (let count = applied.length; count > 1; count--) {
    const [name = ""] = applied.slice(count - 1);
    const before = await contentsOf(db);
    assert.deepEqual(await rollback(db), [name]);
    await migrateTo(db, applied.slice(0, count));
    const between = lostBetween(before, await contentsOf(db));
    if (between.length > 0) lost[name] = between;
    assert.deepEqual(await rollback(db), [name]);
  }
  assert.deepEqual(lost, LOST);

  await migrate(db);
  await sealAuditLog(db);
  const { entries, faults } = await verifyAuditLog(db);
  assert.deepEqual([entries > 0, faults], [true, []]);
});

Deno.test("lib/platform/db_types.ts says what the schema says", async () => {
  await using test = await testServices();
  const path = fileURLToPath(new URL("../lib/platform/db_types.ts", import.meta.url));
  const wanted = await formatText(await describeDatabase(test.services.db), "ts");
  assert.equal(await Deno.readTextFile(path), wanted, "Run deno task db:types");
});
