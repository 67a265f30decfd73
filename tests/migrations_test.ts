import assert from "node:assert/strict";
import { sql } from "kysely";
import { fileURLToPath } from "node:url";
import type { Db } from "../lib/platform/database.ts";
import { migrate, pendingMigrations, rollback } from "../lib/platform/migrate.ts";
import { describeDatabase } from "../scripts/local/database_types.ts";
import { formatText } from "../scripts/local/format.ts";
import { testServices } from "./harness/services.ts";

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

Deno.test("lib/platform/db_types.ts says what the schema says", async () => {
  await using test = await testServices();
  const path = fileURLToPath(new URL("../lib/platform/db_types.ts", import.meta.url));
  const wanted = await formatText(await describeDatabase(test.services.db), "ts");
  assert.equal(await Deno.readTextFile(path), wanted, "Run deno task db:types");
});
