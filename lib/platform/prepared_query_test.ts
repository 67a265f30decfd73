import assert from "node:assert/strict";
import { sql } from "kysely";
import { testServices } from "../../tests/harness/services.ts";
import { prepareQuery } from "./prepared_query.ts";

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
