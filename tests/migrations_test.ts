import assert from "node:assert/strict";
import { sql } from "kysely";
import { fileURLToPath } from "node:url";
import { closeReaders } from "../lib/documents/read.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { readResume } from "../lib/hiring/resume_reading.ts";
import { addResume } from "../lib/hiring/resume_upload.ts";
import type { Db } from "../lib/platform/database.ts";
import { migrate, pendingMigrations, rollback } from "../lib/platform/migrate.ts";
import { describeDatabase } from "../scripts/local/database_types.ts";
import { formatText } from "../scripts/local/format.ts";
import { testServices } from "./harness/services.ts";
import { makeOwner } from "./harness/owner.ts";
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

/** What people have put in, by what it was from the first on. */
async function dataOf(db: Db): Promise<unknown[][]> {
  const parts = [
    sql`select id, username, email, password_hash from users`,
    sql`select id, title, description, workspace_id from jobs`,
    sql`select id, name, level, job_id from requirements`,
    sql`select id, file_name, status, text, content_hash, candidate_id from resumes`,
    sql`select id, name, email from candidates`,
    sql`select key, workspace_id, bytes from documents`,
    sql`select id, resume_id, score, grade, matches from evaluations`,
  ];
  const data: unknown[][] = [];
  for (const part of parts) data.push((await sql`${part} order by 1`.execute(db)).rows);
  return data;
}

Deno.test("a filled database keeps what people put in when its migrations go down and up", async () => {
  await using test = await testServices();
  const { services } = test;
  const { db } = services;
  const owner = await makeOwner(db);
  const job = await createJob(owner, db, {
    title: "Engineer",
    description: "Requirements:\n- TypeScript\n- Dutch",
  });
  const bytes = new TextEncoder().encode("Anna Berg\nanna@example.com\nTypeScript since 2016");
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const file = { fileName: "anna.txt", bytes, sizeBytes: bytes.length, hash };
  const { id: resumeId } = await addResume(owner, services, job.id, file);
  await readResume(
    services,
    { workspaceId: owner.workspaceId, resumeId },
    new AbortController().signal,
  );
  await closeReaders();
  const before = await dataOf(db);
  assert.deepEqual(before.map((rows) => rows.length > 0), before.map(() => true));

  for (let [name] = await rollback(db); name && !name.startsWith("0004");) {
    [name] = await rollback(db);
  }
  assert.deepEqual(await dataOf(db), before);
  await migrate(db);
  assert.deepEqual(await dataOf(db), before);
  const row = await db.selectFrom("documents").select(["hash", "sizeBytes", "place"])
    .executeTakeFirstOrThrow();
  assert.deepEqual({ ...row, hash: new Uint8Array(row.hash) }, {
    hash,
    sizeBytes: bytes.length,
    place: "postgres",
  });
});

Deno.test("lib/platform/db_types.ts says what the schema says", async () => {
  await using test = await testServices();
  const path = fileURLToPath(new URL("../lib/platform/db_types.ts", import.meta.url));
  const wanted = await formatText(await describeDatabase(test.services.db), "ts");
  assert.equal(await Deno.readTextFile(path), wanted, "Run deno task db:types");
});
