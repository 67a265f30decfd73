import assert from "node:assert/strict";
import { CompiledQuery, Kysely, sql } from "kysely";
import postgres from "postgres";
import { InstantPostgres } from "../../tests/harness/instant_postgres.ts";
import { testServices } from "../../tests/harness/services.ts";
import { freePort } from "../../scripts/local/processes.ts";
import { isUniqueViolation, openDatabase } from "./database.ts";
import type { DB } from "./db_types.ts";
import { PostgresJsDialect } from "./postgres_driver.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";
import type { WorkspaceWall } from "./workspace_wall.ts";

Deno.test("the driver carries each type there and back", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { rows: [row] } = await sql<Record<string, unknown>>`
    select ${"é€"}::text as text, ${7}::int as int, ${9007199254740991}::bigint as bigint,
      ${0.1}::float8 as float, ${true}::boolean as boolean, ${null}::text as nothing,
      ${new Date("2026-01-31T23:59:59.123Z")}::timestamptz as moment, ${"2026-02-28"}::date as day,
      ${new Uint8Array([0, 255, 10])}::bytea as bytes, ${{ a: [1, { b: "x" }] }}::jsonb as object,
      ${["a", true, 2]}::jsonb as list, ${"plain"}::jsonb as word, ${[
    "x,y",
    'q"',
  ]}::text[] as texts,
      ${[true, false]}::boolean[] as flags, ${[]}::int[] as none
  `.execute(db);
  assert.deepEqual({ ...row, bytes: [...row?.bytes as Uint8Array] }, {
    text: "é€",
    int: 7,
    bigint: 9007199254740991,
    float: 0.1,
    boolean: true,
    nothing: null,
    moment: new Date("2026-01-31T23:59:59.123Z"),
    day: "2026-02-28",
    bytes: [0, 255, 10],
    object: { a: [1, { b: "x" }] },
    list: ["a", true, 2],
    word: "plain",
    texts: ["x,y", 'q"'],
    flags: [true, false],
    none: [],
  });
});

Deno.test("the driver refuses a bigint that a number cannot hold", async () => {
  await using test = await testServices();
  await assert.rejects(
    sql`select 9007199254740993::bigint as big`.execute(test.services.db),
    RangeError,
  );
  // The connection is still good.
  await sql`select 1`.execute(test.services.db);
});

Deno.test("the driver runs more queries at once than it has connections", async () => {
  await using test = await testServices({ DATABASE_POOL_SIZE: "2" });
  const { db } = test.services;
  const asked = Array.from({ length: 200 }, (_, i) => i);
  const told = await Promise.all(
    asked.map(async (i) =>
      (await sql<{ i: number }>`select ${i}::int as i`.execute(db)).rows[0]?.i
    ),
  );
  assert.deepEqual(told, asked);
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database()`.execute(db);
  assert.ok(rows[0] && rows[0].count <= 2);
});

Deno.test("the driver finds a connection as fast after many queries as at first", async () => {
  await using test = await testServices({ DATABASE_POOL_SIZE: "3" });
  const { db } = test.services;
  const ask = () => sql`select 1`.execute(db);
  const indexOf = Array.prototype.indexOf;
  let longest = 0;
  Array.prototype.indexOf = function (this: unknown[], ...args: [unknown, number?]) {
    longest = Math.max(longest, this.length);
    return indexOf.apply(this, args);
  };
  try {
    await Promise.all([ask(), ask(), ask()]);
    for (let asked = 0; asked < 500; asked++) await ask();
  } finally {
    Array.prototype.indexOf = indexOf;
  }
  assert.ok(longest < 50, `one of three connections was looked for among ${longest}`);
});

Deno.test("the driver keeps a transaction on one connection, and takes it back on an error", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const insert = db.insertInto("workspaces").values({ name: "Kept" });
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      const { rows: [first] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        trx,
      );
      await trx.executeQuery(insert);
      const { rows: [second] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        trx,
      );
      assert.equal(first?.pid, second?.pid);
      throw new Error("Changed our mind");
    }),
    /Changed our mind/,
  );
  assert.deepEqual(await db.selectFrom("workspaces").selectAll().execute(), []);
  await db.transaction().execute(async (trx) => void await trx.executeQuery(insert));
  assert.equal((await db.selectFrom("workspaces").selectAll().execute()).length, 1);
});

Deno.test("the driver goes back to a savepoint", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const trx = await db.startTransaction().execute();
  await trx.insertInto("workspaces").values({ name: "Before" }).execute();
  const saved = await trx.savepoint("point").execute();
  await saved.insertInto("workspaces").values({ name: "After" }).execute();
  await (await saved.rollbackToSavepoint("point").execute()).releaseSavepoint("point").execute();
  await trx.commit().execute();
  const rows = await db.selectFrom("workspaces").select("name").execute();
  assert.deepEqual(rows, [{ name: "Before" }]);
});

Deno.test("the driver tells how many rows were changed, and which constraint was violated", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { id } = await db.insertInto("workspaces").values({ name: "One" }).returning("id")
    .executeTakeFirstOrThrow();
  const changed = await db.updateTable("workspaces").set({ name: "Two" }).executeTakeFirst();
  assert.equal(changed.numUpdatedRows, 1n);
  const error = await db.insertInto("workspaces").values({ id, name: "Three" }).execute()
    .catch((error: unknown) => error);
  assert.ok(isUniqueViolation(error));
  assert.ok(isUniqueViolation(error, "workspaces_pkey"));
  assert.ok(!isUniqueViolation(error, "workspaces_name_key"));
  assert.ok(!isUniqueViolation(new Error("else")));
});

Deno.test("the driver streams rows", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await db.insertInto("workspaces").values(
    Array.from({ length: 250 }, (_, i) => ({ name: `W${i}` })),
  ).execute();
  let seen = 0;
  for await (const row of db.selectFrom("workspaces").select("name").stream(100)) {
    if (row.name.startsWith("W")) seen++;
  }
  assert.equal(seen, 250);
});

Deno.test("the driver survives connections that the server ends", async () => {
  await using test = await testServices({ DATABASE_POOL_SIZE: "2" });
  await using killer = await testServices();
  const { db } = test.services;
  const endAll = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${new URL(test.config.database.url).pathname.slice(1)}`
      .execute(killer.services.db);
  const transaction = db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    await endAll();
    // The first may still be under way when the connection closes, the second comes after it.
    await sql`select pg_sleep(5)`.execute(trx).catch(() => {});
    await sql`select 1`.execute(trx);
  });
  await assert.rejects(transaction, /CONNECTION|terminating|closed/i);
  // Those of the pool that were idle may fail once each, and are made anew.
  const ask = () => sql<{ one: number }>`select 1 as one`.execute(db);
  await Promise.allSettled([ask(), ask()]);
  const { rows } = (await Promise.all([ask(), ask(), ask()]))[2];
  assert.deepEqual(rows, [{ one: 1 }]);
});

Deno.test("the driver goes on with transactions that waited for a connection which ended", async () => {
  await using test = await testServices();
  const { url } = test.config.database;
  const [db, killer] = [openDatabase({ url, poolSize: 1 }), openDatabase({ url, poolSize: 1 })];
  const endAll = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`
      .execute(killer);
  const one = () =>
    db.transaction().execute(async (trx) =>
      (await sql<{ one: number }>`select 1 as one`.execute(trx)).rows[0]?.one
    );
  for (let round = 0; round < 3; round++) {
    const others: Promise<number | undefined>[] = [];
    const first = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      others.push(one(), one());
      await endAll();
      await sql`select pg_sleep(60)`.execute(trx);
    });
    await assert.rejects(first);
    assert.deepEqual(await Promise.all(others), [1, 1]);
  }
  await endAll();
  await Promise.allSettled([one()]);
  assert.equal(await one(), 1);
  await Promise.all([db.destroy(), killer.destroy()]);
});

Deno.test("the driver rejects at once what waits in a transaction whose connection ends", async () => {
  await using test = await testServices();
  const { url } = test.config.database;
  const db = openDatabase({ url, poolSize: 1 });
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        trx,
      );
      const asked = Array.from({ length: 300 }, () => sql`select pg_sleep(0.2)`.execute(trx));
      // Listened to before they can fail: one that fails unheard ends the process.
      const told = Promise.allSettled(asked);
      await sql`select pg_terminate_backend(${row?.pid})`.execute(test.services.db);
      assert.ok((await told).some(({ status }) => status === "rejected"));
      await Promise.all(asked);
    }),
  );
  await db.destroy();
});

Deno.test("the driver says at once, and each time, that no server listens", async () => {
  const db = openDatabase({ url: `postgresql://a:b@127.0.0.1:${freePort()}/c`, poolSize: 1 });
  for (let i = 0; i < 3; i++) await assert.rejects(sql`select 1`.execute(db), /ECONNREFUSED/);
  await db.destroy();
});

Deno.test("the driver's first query has its lists written as lists, however soon the server answers", async () => {
  const server = new InstantPostgres();
  const client = postgres("postgresql://a@127.0.0.1:1/b", {
    max: 1,
    ...{ socket: () => Promise.resolve(server) }, // missing from its types
  }) as unknown as postgres.Sql;
  const db = new Kysely<DB>({ dialect: new PostgresJsDialect(client) });
  // Long enough to be sent without waiting for the end of the turn.
  const comment = sql.raw(`/* ${"-".repeat(2000)} */`);
  await sql`select ${["x,y", "z"]} ${comment}`.execute(db);
  await sql`select ${["z"]}`.execute(db);
  assert.deepEqual(server.lists, ['{"x,y","z"}', '{"z"}']);
  await db.destroy();
});

Deno.test("lookups have their lists written as lists too, whichever connection learnt of the wall", async () => {
  const servers = [new InstantPostgres(), new InstantPostgres()];
  const [client, lookups] = servers.map((server) =>
    postgres("postgresql://a@127.0.0.1:1/b", {
      max: 1,
      ...{ socket: () => Promise.resolve(server) }, // missing from its types
    }) as unknown as postgres.Sql
  );
  assert.ok(client && lookups);
  const wall = { isKnown: false, learnFrom() {}, parameter: () => [] };
  const learning = Object.assign(wall, {
    learn: () => Promise.resolve(wall.isKnown = true),
  }) as unknown as WorkspaceWall;
  const dialect = new PostgresJsDialect(client, learning, lookups);
  const text = `select $1 /* ${"-".repeat(2000)} */`;
  const query = { ...CompiledQuery.raw(text, [["x,y", "z"]]), isLookup: true };
  await acrossWorkspaces("there is none", () => dialect.executeQuery(query));
  assert.deepEqual(servers.map(({ lists }) => lists), [[], ['{"x,y","z"}']]);
  await dialect.createDriver().destroy();
});
