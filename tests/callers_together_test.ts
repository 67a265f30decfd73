import assert from "node:assert/strict";
import { CamelCasePlugin, Kysely, sql } from "kysely";
import { authenticate } from "../lib/accounts/authenticate.ts";
import { openTokenFamily } from "../lib/accounts/token_families.ts";
import { openPostgres } from "../lib/platform/database.ts";
import type { DB } from "../lib/platform/db_types.ts";
import { Unauthenticated } from "../lib/platform/errors.ts";
import { PostgresJsDialect } from "../lib/platform/postgres_driver.ts";
import { apiTest } from "./harness/api.ts";

Deno.test("callers of one turn are asked for in one query, and each is who they are", async () => {
  await using test = await apiTest({ worker: false });
  const { config, services } = test.test;
  const viewer = await test.addPerson("viewer", "same");
  const people = await Promise.all([
    test.addPerson("owner", "same"),
    viewer,
    test.addPerson("recruiter", "own"),
    test.addPerson("recruiter", "same"),
    test.addPerson("recruiter", "same"),
  ]);
  const [owner, , , signedOut, left] = people.map(({ actor }) => actor.userId);
  await services.db.updateTable("tokenFamilies").set({ revokedAt: sql<Date>`now()` })
    .where("userId", "=", signedOut ?? "").execute();
  await services.db.deleteFrom("memberships").where("userId", "=", left ?? "").execute();

  const asked: string[] = [];
  const db = new Kysely<DB>({
    dialect: new PostgresJsDialect(openPostgres(config.database)),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void asked.push(query.sql),
  });
  try {
    const whoAre = (tokens: readonly (string | undefined)[]) =>
      Promise.all(tokens.map(async (token) => {
        try {
          const actor = await authenticate({ db, config }, `Bearer ${token}`, "192.0.2.1");
          return [actor.userId, actor.workspaceId, actor.role];
        } catch (error) {
          if (error instanceof Unauthenticated) return "refused";
          throw error;
        }
      }));
    const tokens = people.map(({ token }) => token);
    const expected = people.map(({ actor }) =>
      actor.userId === signedOut || actor.userId === left
        ? "refused"
        : [actor.userId, actor.workspaceId, actor.role]
    );
    assert.deepEqual(await whoAre(tokens), expected, "whose tokens were not seen before");
    asked.length = 0;
    assert.deepEqual(await whoAre([...tokens, ...tokens]), [...expected, ...expected]);
    assert.equal(asked.length, 1, asked.join("\n"));

    // A moment later it is asked anew.
    await services.db.updateTable("memberships").set({ role: "viewer" })
      .where("userId", "=", owner ?? "").execute();
    const [now] = await whoAre(tokens);
    assert.deepEqual(now, [owner, people[0]?.actor.workspaceId, "viewer"]);

    // More than fit in one query are asked in several.
    const many = await Promise.all(
      Array.from({ length: 101 }, () => openTokenFamily(services, viewer.actor)),
    );
    const manyTokens = many.map(({ accessToken }) => accessToken);
    await whoAre(manyTokens);
    asked.length = 0;
    assert.deepEqual(await whoAre(manyTokens), many.map(() => expected[1]));
    assert.equal(asked.length, 2);
  } finally {
    await db.destroy();
  }
});

Deno.test("a question that fails refuses those who were asked for together, and nobody after", async () => {
  await using test = await apiTest({ worker: false });
  const { config, services } = test.test;
  const { token } = test.api;
  const gone = openPostgres(config.database);
  await gone.end();
  const db = new Kysely<DB>({
    dialect: new PostgresJsDialect(gone),
    plugins: [new CamelCasePlugin()],
  });
  const ask = (of: typeof db | typeof services.db) =>
    authenticate({ db: of as typeof services.db, config }, `Bearer ${token}`, "192.0.2.1");
  const [lost, alsoLost, found] = await Promise.allSettled([ask(db), ask(db), ask(services.db)]);
  assert.deepEqual(
    [lost.status, alsoLost.status, found.status],
    ["rejected", "rejected", "fulfilled"],
  );
  assert.equal((await ask(services.db)).userId, test.owner.userId);
});
