import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../lib/platform/database.ts";
import { type TestServices, testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

async function nameOf({ services: { db } }: TestServices): Promise<string> {
  const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(
    db,
  );
  return row?.name ?? "";
}

/** Does something in a database; answers its name and that of the next test's. */
async function twoInTurn(act: (test: TestServices) => Promise<unknown>, then = nameOf) {
  let first: string;
  {
    await using test = await testServices();
    first = await nameOf(test);
    await act(test);
  }
  await using test = await testServices();
  return { first, next: await then(test) };
}

Deno.test("a test's database is cleared for the next one", async () => {
  const { first, next } = await twoInTurn(
    async ({ services: { db } }) => {
      const { id: workspaceId } = await db.insertInto("workspaces").values({ name: "Havenlicht" })
        .returning("id").executeTakeFirstOrThrow();
      await db.insertInto("auditLog").values({ workspaceId, action: "job.created" }).execute();
    },
    async (test) => {
      const { db } = test.services;
      for (const table of ["workspaces", "auditLog"] as const) {
        assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table);
      }
      return await nameOf(test);
    },
  );
  assert.equal(next, first);
});

Deno.test("a database of another shape or size than the template's is not used again", async () => {
  const changes = {
    "a column": sql`alter table workspaces add column colour text`,
    "a trigger that is off": sql`alter table audit_log disable trigger user`,
    "statistics": sql`analyze workspaces`,
    "a migration": sql`delete from kysely_migration where name like '0002%'`,
    "many rows": sql`
      insert into workspaces (name) select 'W' || n from generate_series(1, 40000) as n`,
  };
  for (const [name, change] of Object.entries(changes)) {
    const { first, next } = await twoInTurn(({ services: { db } }) => change.execute(db));
    assert.notEqual(next, first, name);
  }
});

Deno.test("a connection that a test left open ends with it", async () => {
  let left: Promise<unknown> | undefined;
  const { first, next } = await twoInTurn(async ({ env, services: { db } }) => {
    const own = openDatabase({ url: env.DATABASE_URL ?? "", poolSize: 1 });
    left = assert.rejects(sql`select pg_sleep(600)`.execute(own)).then(() => own.destroy());
    await waitFor("the statement to run", async () => {
      const { rows } = await sql`
        select from pg_stat_activity
        where datname = current_database() and query = 'select pg_sleep(600)'`.execute(db);
      return rows.length > 0;
    });
  });
  await left;
  assert.equal(next, first);
});
