import assert from "node:assert/strict";
import { sql } from "kysely";
import { testServices } from "../../tests/harness/services.ts";
import { openDatabase } from "./database.ts";
import { prepareLookup, prepareQuery } from "./prepared_query.ts";

interface TierName {
  readonly name: string;
}

Deno.test("prepareQuery() builds once and answers by the values of each run", async () => {
  await using test = await testServices();
  const { db } = test.services;
  let built = 0;
  const select = prepareQuery((db, { name }: TierName) => {
    built++;
    return db.selectFrom("tiers").select("name as tierName").where("name", "=", name);
  });
  for (const name of ["gold", "silver"]) await db.insertInto("tiers").values({ name }).execute();
  assert.deepEqual(await select(db, { name: "gold" }), [{ tierName: "gold" }]);
  assert.deepEqual(await select(db, { name: "silver" }), [{ tierName: "silver" }]);
  assert.deepEqual(await select(db, { name: "' or true --" }), []);
  assert.equal(built, 1);
});

Deno.test("prepareQuery() asks within the transaction that it is given", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const select = prepareQuery((db, { name }: TierName) =>
    db.selectFrom("tiers").select("name").where("name", "=", name)
  );
  await db.transaction().execute(async (trx) => {
    await trx.insertInto("tiers").values({ name: "gold" }).execute();
    assert.equal((await select(trx, { name: "gold" })).length, 1);
    assert.equal((await select(db, { name: "gold" })).length, 0);
  });
});

Deno.test("a lookup waits for no transaction, and shares a connection with others", async () => {
  await using test = await testServices();
  await using db = openDatabase({ ...test.config.database, poolSize: 5, hasLookups: true });
  const select = prepareLookup((db, { name }: TierName) =>
    db.selectFrom("tiers").select(["name", sql<number>`pg_backend_pid()`.as("pid")])
      .where("name", "=", name)
  );
  await db.insertInto("tiers").values({ name: "gold" }).execute();
  const gate = Promise.withResolvers<void>();
  const held = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  const transactions = held.map(({ resolve }) =>
    db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      resolve();
      await gate.promise;
    })
  );
  await Promise.all(held.map(({ promise }) => promise));
  try {
    const found = await Promise.all(Array.from({ length: 50 }, () => select(db, { name: "gold" })));
    assert.equal(found.flat().length, 50);
    assert.ok(new Set(found.flat().map(({ pid }) => pid)).size <= 2);
    let isAnswered = false;
    const other = sql`select 1`.execute(db).then(() => isAnswered = true);
    await select(db, { name: "silver" });
    assert.equal(isAnswered, false, "what is no lookup takes none of their connections");
    gate.resolve();
    await other;
  } finally {
    gate.resolve();
    await Promise.all(transactions);
  }
});

Deno.test("prepareQuery() refuses a query without a value, and one that holds a value as text", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const select = prepareQuery((db, { name }: Partial<TierName>) =>
    db.selectFrom("tiers").select("id").where("name", "=", name ?? "")
  );
  await assert.rejects(select(db, {}), /not given its name/);
  const asText = prepareQuery((db, { name }: TierName) =>
    db.selectFrom("tiers").select("id").where(sql<boolean>`name = ${sql.raw(`'${name}'`)}`)
  );
  await assert.rejects(asText(db, { name: "gold" }), TypeError);
});
