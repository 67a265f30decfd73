import fc from "fast-check";
import { sql } from "kysely";
import assert from "node:assert/strict";
import { join } from "node:path";
import { z } from "zod";
import { cached, forgetCached } from "../lib/platform/cache.ts";
import { type CacheEntry, CacheStore } from "../lib/platform/cache_store.ts";
import type { Db } from "../lib/platform/database.ts";
import type { RedisClient } from "../lib/platform/redis.ts";
import { closeServices, openServices } from "../lib/platform/services.ts";
import { ownRedis } from "./harness/redis.ts";
import { seeingAll, type TestServices, testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const ENTRY: CacheEntry = { key: "greeting:1", tags: ["one", "both"] };

/** A busy machine is no Redis that is away. */
const TIMES = { timeoutMs: 20_000, waitMs: 20_000 };

const storeOf = ({ services }: TestServices) => new CacheStore(services.redis, TIMES);

/** Answers each text once, in turn. */
function making(...texts: string[]) {
  return () => Promise.resolve(texts.shift() ?? "made too often");
}

const away = () => Promise.reject(new Error("was made again"));

Deno.test("a text is made once, and again after one of its tags is forgotten", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  assert.deepEqual(await store.get(ENTRY, making("a")), { text: "a", state: "miss" });
  assert.deepEqual(await store.get(ENTRY, away), { text: "a", state: "hit" });
  await store.forget(["another"]);
  assert.deepEqual(await store.get(ENTRY, away), { text: "a", state: "hit" });
  for (const tag of ENTRY.tags) {
    await store.forget([tag]);
    assert.deepEqual(await store.get(ENTRY, making(tag)), { text: tag, state: "miss" });
    assert.deepEqual(await store.get(ENTRY, away), { text: tag, state: "hit" });
  }
});

Deno.test("a text expires, not all at the same moment", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  const { cache, prefix } = test.services.redis;
  const times = new Set<number>();
  for (let i = 0; i < 20; i++) {
    const entry = { ...ENTRY, key: `k${i}`, expirySeconds: 1000 };
    await store.get(entry, making("a"));
    times.add(await cache.pTTL(`${prefix}cache:k${i}`));
  }
  assert.ok(Math.min(...times) > 890_000 && Math.max(...times) <= 1_100_000);
  assert.ok(Math.max(...times) - Math.min(...times) > 20_000, "they expire together");
});

Deno.test("an old text is given while a new one is made, but not a forgotten one", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  const entry = { ...ENTRY, expirySeconds: 0, staleSeconds: 600 };
  assert.equal((await store.get(entry, making("a"))).text, "a");
  const { promise: gate, resolve } = Promise.withResolvers<string>();
  assert.deepEqual(await store.get(entry, () => gate), { text: "a", state: "hit" });
  resolve("b");
  await waitFor("the new text", async () => (await store.get(entry, () => gate)).text === "b");
  await store.forget(["one"]);
  assert.deepEqual(await store.get(entry, making("c")), { text: "c", state: "miss" });
});

Deno.test("a text that is too large is given and not kept", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  const large = "x".repeat(600_000);
  const states: string[] = [];
  for (let i = 0; i < 3; i++) states.push((await store.get(ENTRY, making(large))).state);
  assert.deepEqual(states, ["miss", "bypass", "bypass"]);
  const { cache, prefix } = test.services.redis;
  assert.ok((await cache.get(`${prefix}cache:${ENTRY.key}`) ?? "").length < 200);
});

Deno.test("an error is not kept, and nobody waits for who failed", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  await assert.rejects(store.get(ENTRY, () => Promise.reject(new Error("No such row"))), /No such/);
  assert.deepEqual(await store.get(ENTRY, making("a")), { text: "a", state: "miss" });
});

Deno.test("who looked before a text was kept, and claims it after, does not make it again", async () => {
  await using test = await testServices();
  const store = storeOf(test);
  await store.get({ ...ENTRY, key: "other:1" }, making("x")); // the tag has its generation
  const looking = store.look(ENTRY);
  await looking;
  assert.equal((await store.get(ENTRY, making("a"))).text, "a");
  assert.deepEqual(await store.get(ENTRY, making("b"), looking), { text: "a", state: "hit" });
  await store.forget(["one"]);
  assert.deepEqual(await store.get(ENTRY, making("c")), { text: "c", state: "miss" });
});

Deno.test("two processes that ask at once make a text once", async () => {
  await using test = await testServices();
  const { redis: { cache, prefix } } = test.services;
  const ask = () =>
    new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-check",
        join(import.meta.dirname ?? "", "harness/cache_process.ts"),
        "greeting:1",
        "20",
      ],
      env: test.env,
      stdout: "piped",
    }).output();
  const processes = [ask(), ask()];
  await waitFor("both", async () => await cache.get(`${prefix}ready`) === "2", 120_000);
  await cache.set(`${prefix}begin`, "1");
  await waitFor(
    "all to have asked",
    async () => Number(await cache.get(`${prefix}asked`)) === 40,
    60_000,
  );
  await cache.set(`${prefix}go`, "1");
  const texts = (await Promise.all(processes)).flatMap(({ stdout }) =>
    JSON.parse(new TextDecoder().decode(stdout)) as string[]
  );
  assert.deepEqual([texts.length, ...new Set(texts)], [40, "made 1"]);
});

/** Lets others go first, as the network does: some round trips, each over another connection. */
async function dawdle(client: RedisClient, steps: number): Promise<void> {
  for (let i = 0; i < steps; i++) await client.ping();
}

const step = fc.record({
  isWrite: fc.boolean(),
  who: fc.nat({ max: 1 }),
  before: fc.nat({ max: 12 }),
  within: fc.nat({ max: 6 }),
});

Deno.test("nobody reads less than what was written before they asked", async () => {
  await using test = await testServices();
  const other = await openServices(test.config);
  const clients = [test.services.redis, other.redis];
  const stores = clients.map((redis) => new CacheStore(redis, TIMES));
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        run++;
        let row = 0;
        let written = 0;
        const entry = { key: `row:${run}`, tags: [`row:${run}`] };
        await Promise.all(steps.map(async ({ isWrite, who, before, within }) => {
          const client = clients[1 - who]!.cache;
          await dawdle(client, before);
          if (isWrite) {
            const mine = ++row; // the commit
            await dawdle(client, within);
            await stores[who]!.forget(entry.tags);
            written = Math.max(written, mine);
            return;
          }
          const atLeast = written;
          const { text } = await stores[who]!.get(entry, async () => {
            const seen = row;
            await dawdle(client, within);
            return String(seen);
          });
          assert.ok(Number(text) >= atLeast, `${text} was read after ${atLeast} was written`);
        }));
      }),
      { numRuns: 150 },
    );
  } finally {
    await closeServices(other);
  }
});

const nameOf = (db: Db, id: string) =>
  cached(db, {
    name: "workspace",
    id,
    inputs: { workspaceId: id },
    tags: [`workspace:${id}`],
    schema: z.string(),
  }, async () => {
    const row = await db.selectFrom("workspaces").select("name").where("id", "=", id)
      .executeTakeFirstOrThrow();
    return row.name;
  });

const rename = (db: Db, id: string, name: string, end: () => void = () => {}) =>
  db.transaction().execute(async (trx) => {
    await forgetCached(trx, [`workspace:${id}`]);
    await trx.updateTable("workspaces").set({ name }).where("id", "=", id).execute();
    assert.equal(await nameOf(trx, id), name, "a transaction sees what it wrote");
    end();
  });

async function addWorkspace(db: Db): Promise<string> {
  const { id } = await db.insertInto("workspaces").values({ name: "0" }).returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

Deno.test("what a transaction writes is read everywhere once it has committed, not before", async () => {
  await using test = await testServices();
  const other = seeingAll(await openServices(test.config));
  try {
    const { db } = test.services;
    const id = await addWorkspace(db);
    assert.equal(await nameOf(db, id), "0");
    await db.transaction().execute(async (trx) => {
      await rename(trx, id, "1"); // within the other one
      assert.equal(await nameOf(other.db, id), "0");
    });
    assert.equal(await nameOf(other.db, id), "1");
    const undone = rename(db, id, "2", () => {
      throw new Error("Changed our mind");
    });
    await assert.rejects(undone, /Changed our mind/);
    assert.equal(await nameOf(other.db, id), "1");
  } finally {
    await closeServices(other);
  }
});

Deno.test("readers and writers of PostgreSQL never disagree, in two processes", async () => {
  await using test = await testServices();
  const other = seeingAll(await openServices(test.config));
  const dbs = [test.services.db, other.db];
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const id = await addWorkspace(dbs[0]!);
        let next = 0;
        let written = 0;
        let writing = Promise.resolve();
        await Promise.all(steps.map(async ({ isWrite, who, before }) => {
          await dawdle(other.redis.cache, before);
          if (isWrite) {
            // One after the other, so that a later name is a larger number.
            writing = writing.then(async () => {
              const mine = ++next;
              await rename(dbs[who]!, id, String(mine));
              written = mine;
            });
            return await writing;
          }
          const atLeast = written;
          const name = Number(await nameOf(dbs[who]!, id));
          assert.ok(name >= atLeast, `${name} was read after ${atLeast} was written`);
        }));
        assert.equal(await nameOf(dbs[0]!, id), String(next));
        assert.equal(await nameOf(dbs[1]!, id), String(next));
      }),
      { numRuns: 25 },
    );
  } finally {
    await closeServices(other);
  }
});

Deno.test("what is kept in an old form is made anew", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const ask = <T>(schema: z.ZodType<T>, value: T) =>
    cached(
      db,
      { name: "n", inputs: { workspaceId: null }, tags: ["t"], schema },
      () => Promise.resolve(value),
    );
  assert.deepEqual(await ask(z.object({ a: z.int() }), { a: 1 }), { a: 1 });
  assert.deepEqual(await ask(z.object({ b: z.int() }), { b: 2 }), { b: 2 });
  assert.deepEqual(await ask(z.object({ b: z.int() }), { b: 3 }), { b: 3 }, "made once more");
  assert.deepEqual(await ask(z.object({ b: z.int() }), { b: 4 }), { b: 3 });
});

Deno.test("reading and writing go on when Redis is killed, and the cache when it is back", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_CACHE_URL: redis.url });
  const { db } = test.services;
  const id = await addWorkspace(db);
  assert.equal(await nameOf(db, id), "0");
  const store = storeOf(test);
  const { promise: gate, resolve } = Promise.withResolvers<string>();
  const halfway = store.get({ key: "slow", tags: ["slow"] }, () => gate);
  await waitFor(
    "the lock",
    async () => (await test.services.redis.cache.keys("*lock:slow*")).length === 1,
  );
  await redis.kill();
  resolve("made");
  assert.equal((await halfway).text, "made");
  await Promise.all(
    Array.from({ length: 50 }, async () => assert.equal(await nameOf(db, id), "0")),
  );
  await rename(db, id, "1");
  assert.equal(await nameOf(db, id), "1");
  assert.equal((await store.get(ENTRY, making("a"))).state, "bypass");
  await redis.start();
  await waitFor("the cache", async () => (await store.get(ENTRY, making("b"))).state === "hit");
  assert.equal(await nameOf(db, id), "1");
});

/** A client that can be cut off, or left without answers. */
function hurtable(client: RedisClient) {
  const hurt = { how: "not" as "not" | "cut" | "mute" };
  const proxy = new Proxy(client, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => {
        if (hurt.how === "cut") return Promise.reject(new Error("Cut off"));
        if (hurt.how === "mute") return new Promise(() => {});
        return value.apply(target, args);
      };
    },
  });
  return { hurt, client: proxy };
}

Deno.test("what could not be forgotten is forgotten before anything else is read", async () => {
  await using test = await testServices();
  const { hurt, client } = hurtable(test.services.redis.cache);
  const store = new CacheStore({ ...test.services.redis, cache: client }, TIMES);
  await store.get(ENTRY, making("old"));
  hurt.how = "cut";
  await store.forget(["one"]);
  assert.deepEqual(await store.get(ENTRY, making("new")), { text: "new", state: "bypass" });
  hurt.how = "not";
  assert.deepEqual(await store.get(ENTRY, making("new")), { text: "new", state: "miss" });
  assert.deepEqual(await storeOf(test).get(ENTRY, away), { text: "new", state: "hit" });
});

Deno.test("a cache that does not answer is not waited for", async () => {
  await using test = await testServices();
  const { hurt, client } = hurtable(test.services.redis.cache);
  const store = new CacheStore({ ...test.services.redis, cache: client }, { timeoutMs: 100 });
  hurt.how = "mute";
  assert.deepEqual(await store.get(ENTRY, making("a")), { text: "a", state: "bypass" });
  await store.forget(["one"]);
});

Deno.test("a database without a cache is asked each time", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await db.transaction().execute(async (trx) => {
    const id = await addWorkspace(trx);
    assert.equal(await nameOf(trx, id), "0");
    await sql`update workspaces set name = '1'`.execute(trx);
    assert.equal(await nameOf(trx, id), "1");
  });
});
