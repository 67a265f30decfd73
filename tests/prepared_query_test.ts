import assert from "node:assert/strict";
import { preparedQuery } from "../lib/platform/prepared_query.ts";
import { testServices } from "./harness/services.ts";

const byName = preparedQuery(
  ["name"],
  (db, { name }) =>
    db.selectFrom("workspaces").select(["id", "createdAt", "name"]).where("name", "=", name),
);

Deno.test("preparedQuery() gives the rows of each value, named as everywhere", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await db.insertInto("workspaces").values([{ name: "First" }, { name: "Second" }]).execute();
  const [first] = await byName(db, { name: "First" });
  assert.equal(first?.name, "First");
  assert.ok(first.createdAt instanceof Date);
  assert.equal((await byName(db, { name: "Second" }))[0]?.name, "Second");
  assert.deepEqual(await byName(db, { name: "' or true --" }), []);
});

Deno.test("preparedQuery() sees what its transaction has written", async () => {
  await using test = await testServices();
  await test.services.db.transaction().execute(async (trx) => {
    await trx.insertInto("workspaces").values({ name: "Inside" }).execute();
    assert.equal((await byName(trx, { name: "Inside" })).length, 1);
    assert.equal((await byName(test.services.db, { name: "Inside" })).length, 0);
  });
});

Deno.test("preparedQuery() refuses a query whose values it cannot place", async () => {
  await using test = await testServices();
  const changed = preparedQuery(
    ["name"],
    (db, { name }) =>
      db.selectFrom("workspaces").select("id").where("name", "=", name.toUpperCase()),
  );
  await assert.rejects(changed(test.services.db, { name: "First" }), RangeError);
});
