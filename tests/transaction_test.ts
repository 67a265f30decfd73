import assert from "node:assert/strict";
import { AbortedTransactionError, type IsolationLevel, sql } from "kysely";
import type { Db, Trx } from "../lib/platform/database.ts";
import { afterCommit } from "../lib/platform/transaction.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const insert = (db: Db, name: string) => db.insertInto("workspaces").values({ name }).execute();

async function names(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("workspaces").select("name").orderBy("name").execute();
  return rows.map(({ name }) => name);
}

/** Handed on as a `Db`, which is how a function of lib gets the transaction of its caller. */
const within = (db: Db) => db.transaction();

/** As functions of lib are: it takes a `Db` and opens a transaction of its own. */
function addWorkspace(db: Db, name: string, done: string[] = []): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await insert(trx, name);
    await afterCommit(trx, () => done.push(name));
    if (name.startsWith("Bad")) throw new Error(`${name} is refused`);
    return name;
  });
}

Deno.test("afterCommit() runs after the commit and before those who wait for it go on", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const seen: string[][] = [];
  await db.transaction().execute(async (trx) => {
    // Another connection sees only what is committed.
    await afterCommit(trx, async () => seen.push(await names(db)));
    await insert(trx, "One");
    assert.deepEqual(seen, []);
  });
  assert.deepEqual(seen, [["One"]]);
});

Deno.test("afterCommit() runs at once where there is no transaction", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await insert(db, "One");
  let seen: string[] = [];
  await afterCommit(db, async () => seen = await names(db));
  assert.deepEqual(seen, ["One"]);
});

Deno.test("afterCommit() never runs after a rollback", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  await assert.rejects(addWorkspace(db, "Bad", done), /Bad is refused/);
  // An error that was caught: the server rolls back what it is told to commit.
  const aborted = db.transaction().execute(async (trx) => {
    await afterCommit(trx, () => done.push("aborted"), { orUnknown: true });
    await insert(trx, "Half");
    await sql`select 1 / 0`.execute(trx).catch(() => {});
  });
  await assert.rejects(aborted, AbortedTransactionError);
  assert.deepEqual(done, []);
  assert.deepEqual(await names(db), []);
});

Deno.test("what fails after a commit spoils neither the result nor what else follows", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  const result = await db.transaction().execute(async (trx) => {
    await afterCommit(trx, () => Promise.reject(new Error("Away")));
    await afterCommit(trx, () => {
      throw new Error("Broken");
    });
    return await addWorkspace(trx, "One", done);
  });
  assert.equal(result, "One");
  assert.deepEqual(done, ["One"]);
});

Deno.test("a transaction within another one commits with it", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  await db.transaction().execute(async (trx) => {
    await addWorkspace(trx, "Inner", done);
    await addWorkspace(trx, "Second", done);
    assert.deepEqual(done, []);
    assert.deepEqual(await names(db), []);
    assert.deepEqual(await names(trx), ["Inner", "Second"]);
  });
  assert.deepEqual(done, ["Inner", "Second"]);
  assert.deepEqual(await names(db), ["Inner", "Second"]);
});

Deno.test("a transaction within another one is rolled back with it", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  const outer = db.transaction().execute(async (trx) => {
    await addWorkspace(trx, "Inner", done);
    throw new Error("Changed our mind");
  });
  await assert.rejects(outer, /Changed our mind/);
  assert.deepEqual(done, []);
  assert.deepEqual(await names(db), []);
});

Deno.test("a transaction within another one is rolled back alone", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  await db.transaction().execute(async (trx) => {
    await addWorkspace(trx, "Before", done);
    const nested = within(trx).execute(async (inner) => {
      await addWorkspace(inner, "Deep", done);
      await addWorkspace(inner, "Bad", done);
    });
    await assert.rejects(nested, /Bad is refused/);
    // The server's own refusal, after which nothing else would be taken.
    const broken = within(trx).execute((inner) => sql`select 1 / 0`.execute(inner));
    await assert.rejects(broken, /division by zero/);
    await addWorkspace(trx, "After", done);
  });
  assert.deepEqual(done, ["Before", "After"]);
  assert.deepEqual(await names(db), ["After", "Before"]);
});

Deno.test("transactions within another one that are asked for at once go one by one", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  const asked = ["A", "Bad 1", "B", "Bad 2", "C"];
  const ends = await db.transaction().execute((trx) =>
    Promise.allSettled(asked.map((name) => addWorkspace(trx, name, done)))
  );
  assert.deepEqual(ends.map(({ status }) => status === "fulfilled"), [
    true,
    false,
    true,
    false,
    true,
  ]);
  assert.deepEqual(await names(db), ["A", "B", "C"]);
  assert.deepEqual(done, ["A", "B", "C"]);
});

const levelOf = async (db: Db) => {
  const { rows: [row] } = await sql<{ level: string }>`
    select current_setting('transaction_isolation') as level`.execute(db);
  return row?.level;
};

Deno.test("a transaction within another one has the isolation that it asks for, or is refused", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const ask = (outer: IsolationLevel, inner: IsolationLevel) =>
    db.transaction().setIsolationLevel(outer).execute((trx) =>
      within(trx).setIsolationLevel(inner).execute(levelOf)
    );
  assert.equal(await ask("serializable", "repeatable read"), "serializable");
  assert.equal(await ask("repeatable read", "repeatable read"), "repeatable read");
  await assert.rejects(ask("read committed", "serializable"), TypeError);
  assert.equal(await db.transaction().execute(levelOf), "read committed");
  const write = db.transaction().setAccessMode("read only").setIsolationLevel("serializable")
    .execute(async (trx) => {
      assert.equal(await levelOf(trx), "serializable");
      await insert(trx, "One");
    });
  await assert.rejects(write, /read-only transaction/);
});

const pidOf = async (db: Db) => {
  const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return row?.pid ?? 0;
};

const end = (db: Db, pid: number) => sql`select pg_terminate_backend(${pid}::int)`.execute(db);

Deno.test("afterCommit() never runs when the connection is lost before the commit", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const done: string[] = [];
  const lose = (trx: Trx) =>
    within(trx).execute(async (inner) => {
      await afterCommit(inner, () => done.push("lost"), { orUnknown: true });
      await end(db, await pidOf(inner));
      await insert(inner, "Lost");
    });
  await assert.rejects(db.transaction().execute(lose), /CONNECTION|terminating|closed/i);
  assert.deepEqual(done, []);
  assert.deepEqual(await names(db), []);
});

Deno.test("afterCommit() runs on request when the connection is lost while committing", async () => {
  await using test = await testServices();
  const { db } = test.services;
  // A commit that waits, so that it can be cut.
  await sql`
    create function wait() returns trigger language plpgsql as $$
      begin perform pg_advisory_lock(7); return null; end $$`.execute(db);
  await sql`
    create constraint trigger waits after insert on workspaces
      deferrable initially deferred for each row execute function wait()`.execute(db);
  const done: string[] = [];
  await db.connection().execute(async (holder) => {
    await db.transaction().execute(async (lock) => {
      await sql`select pg_advisory_xact_lock(7)`.execute(lock);
      let pid = 0;
      const committing = db.transaction().execute(async (trx) => {
        pid = await pidOf(trx);
        await afterCommit(trx, () => done.push("sure"));
        await afterCommit(trx, () => done.push("unknown"), { orUnknown: true });
        await insert(trx, "One");
      });
      const refused = assert.rejects(committing, /CONNECTION|terminating|closed/i);
      await waitFor("the commit to wait", async () => {
        const { rows } = await sql`select 1 from pg_locks
          where locktype = 'advisory' and not granted and pid = ${pid}::int`.execute(holder);
        return rows.length > 0;
      });
      await end(holder, pid);
      await refused;
    });
  });
  assert.deepEqual(done, ["unknown"]);
});

Deno.test("afterCommit() refuses a transaction that cannot tell", async () => {
  await using test = await testServices();
  const trx = await test.services.db.startTransaction().execute();
  await assert.rejects(afterCommit(trx, () => {}), TypeError);
  await trx.rollback().execute();
});
