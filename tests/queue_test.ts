import { sql } from "kysely";
import assert from "node:assert/strict";
import { z } from "zod";
import {
  enqueue,
  enqueueAll,
  listParkedTasks,
  type NewTask,
  retryTask,
} from "../lib/platform/queue.ts";
import { closeServices, openServices, type Services } from "../lib/platform/services.ts";
import { openDatabase, type Trx } from "../lib/platform/database.ts";
import { finishTasks, postponeTask, renewLeases, takeTasks } from "../lib/platform/task_store.ts";
import { TaskStream } from "../lib/platform/task_stream.ts";
import { runWorker } from "../worker/run_worker.ts";
import { Permanent, type Registry, task, type TaskContext } from "../worker/task.ts";
import { ownRedis } from "./harness/redis.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const LEASE_MS = 400;

/** The same services with leases and pauses that a test can wait for. */
function hasty(services: Services, worker: Partial<Services["config"]["worker"]> = {}): Services {
  const own = { ...services.config.worker, concurrency: 4, leaseMs: LEASE_MS, retryMs: 1 };
  return { ...services, config: { ...services.config, worker: { ...own, ...worker } } };
}

/** A worker that runs within `await using`. */
function startWorker(services: Services, registry: Registry): AsyncDisposable & {
  stop(): Promise<void>;
} {
  const controller = new AbortController();
  const ended = runWorker(services, { signal: controller.signal, registry });
  const stop = async () => {
    controller.abort();
    await ended;
  };
  return { stop, [Symbol.asyncDispose]: stop };
}

/** A task that notes each run and then does as `then` says. */
function noted(then: (n: number, context: TaskContext) => Promise<void> | void = () => {}) {
  const runs: number[] = [];
  const attempts: number[] = [];
  const one = task(z.strictObject({ n: z.number() }), async ({ n }, context) => {
    runs.push(n);
    attempts.push(context.attempt);
    await then(n, context);
  });
  return { runs, attempts, registry: { note: one } };
}

function note(n: number, more: Partial<NewTask> = {}): NewTask {
  return { name: "note", payload: { n }, workspaceId: null, ...more };
}

function add(services: Services, ...tasks: NewTask[]): Promise<string[]> {
  return services.db.transaction().execute((trx) => enqueueAll(trx, tasks));
}

async function stateOf(services: Services, id: string | undefined) {
  return await services.db.selectFrom("tasks").selectAll().where("id", "=", id ?? "")
    .executeTakeFirstOrThrow();
}

function untilState(services: Services, id: string | undefined, state: string) {
  return waitFor(`task ${id} to be ${state}`, async () => {
    const row = await stateOf(services, id);
    return row.state === state && row;
  });
}

Deno.test("a task runs once, after the transaction that asked for it", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { runs, registry } = noted();
  await using _worker = startWorker(services, registry);
  await assert.rejects(
    services.db.transaction().execute(async (trx) => {
      await enqueue(trx, note(1));
      throw new Error("Rolled back");
    }),
  );
  const [id] = await add(services, note(2));
  const row = await untilState(services, id, "done");
  assert.deepEqual(runs, [2]);
  assert.equal(row.attempts, 1);
  assert.equal(row.failures, 0);
  assert.ok(row.finishedAt);
  await waitFor(
    "the stream to be empty",
    async () => await new TaskStream(services.redis, "test").size() === 0,
  );
});

Deno.test("tasks that were written by a clock an hour ahead run all the same", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { runs, registry } = noted();
  const ids = await add(services, note(1), note(2), note(3));
  const [waiting, relayed, running] = ids;
  const { db } = services;
  const ahead = sql<Date>`now() + interval '1 hour'`;
  await db.updateTable("tasks").set({ createdAt: ahead, dueAt: ahead })
    .where("id", "=", waiting ?? "").execute();
  // Their hints went with a Redis that was lost, and the worker of the last one was killed.
  await db.updateTable("tasks").set({ state: "relayed", relayedAt: ahead })
    .where("id", "=", relayed ?? "").execute();
  await db.updateTable("tasks")
    .set({ state: "running", relayedAt: ahead, leasedUntil: ahead, attempts: 1 })
    .where("id", "=", running ?? "").execute();
  await using _worker = startWorker(services, registry);
  for (const id of ids) await untilState(services, id, "done");
  assert.deepEqual(runs.toSorted(), [1, 2, 3]);
});

Deno.test("a task that was put off by a clock an hour ahead does not wait that hour", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { runs, registry } = noted();
  const [id = ""] = await add(services, note(1));
  const { db } = services;
  const [taken] = await takeTasks(db, [id], LEASE_MS);
  assert.ok(taken);
  await postponeTask(db, taken, { delayMs: 0, failures: 1, error: "away" });
  await db.updateTable("tasks")
    .set({
      dueAt: sql<Date>`due_at + interval '1 hour'`,
      putOffAt: sql<Date>`put_off_at + interval '1 hour'`,
    }).execute();
  const kept = await add(services, note(2, { delayMs: 3_600_000 }));
  await using _worker = startWorker(services, registry);
  await untilState(services, id, "done");
  assert.deepEqual(runs, [1]);
  assert.equal((await stateOf(services, kept[0])).state, "waiting", "its hour is to be waited for");
});

Deno.test("a clock that jumps takes no task from who runs it, and lets none run twice at once", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const release = Promise.withResolvers<void>();
  const { runs, registry } = noted(() => release.promise);
  await using _one = startWorker(services, registry);
  const [id] = await add(services, note(1));
  await untilState(services, id, "running");
  await using _two = startWorker(services, registry);
  const ahead = sql<Date>`now() + interval '1 hour'`;
  await services.db.updateTable("tasks").set({ relayedAt: ahead, leasedUntil: ahead })
    .where("id", "=", id ?? "").execute();
  await waitFor("the lease to be as long as any", async () => {
    const { leasedUntil } = await stateOf(services, id);
    return leasedUntil !== null && leasedUntil.getTime() < Date.now() + 60_000;
  });
  release.resolve();
  const { attempts } = await untilState(services, id, "done");
  assert.deepEqual({ runs, attempts }, { runs: [1], attempts: 1 });
});

Deno.test("a thousand tasks run once each, on two workers", async () => {
  await using test = await testServices();
  const services = hasty(test.services, { leaseMs: 20_000 });
  const { runs, registry } = noted();
  await using _one = startWorker(services, registry);
  await using _two = startWorker(services, registry);
  await add(services, ...Array.from({ length: 1000 }, (_, n) => note(n)));
  await waitFor("all to be done", async () => {
    const { count } = await services.db.selectFrom("tasks").where("state", "=", "done")
      .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    return count === 1000;
  });
  assert.deepEqual(runs.toSorted((a, b) => a - b), Array.from({ length: 1000 }, (_, n) => n));
});

Deno.test("tasks with one key wait as one, and one asked for during the run runs after it", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const { runs, registry } = noted((n) => n === 2 ? mayEnd : undefined);
  const [first] = await add(services, note(1, { dedupeKey: "job" }));
  const [second] = await add(services, note(2, { dedupeKey: "job" }));
  assert.equal(first, second);
  await services.db.updateTable("tasks").set({ payload: { n: 2 } }).execute();
  await using _worker = startWorker(services, registry);
  await untilState(services, first, "running");
  const [third] = await add(services, note(3, { dedupeKey: "job" }));
  assert.notEqual(third, first);
  end();
  await untilState(services, third, "done");
  assert.deepEqual(runs, [2, 3]);
});

Deno.test("a task is not run before it is due", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { registry } = noted();
  await using _worker = startWorker(services, registry);
  const dueAt = new Date(Date.now() + 700);
  const [later, now] = await add(services, note(1, { delayMs: 700 }), note(2));
  await untilState(services, now, "done");
  const { state } = await stateOf(services, later);
  // On a busy machine it may be due by the time the other one is done.
  assert.ok(state === "waiting" || Date.now() >= dueAt.getTime(), state);
  const row = await untilState(services, later, "done");
  assert.ok(row.finishedAt && row.finishedAt >= dueAt);
});

Deno.test("a failing task is tried again until it succeeds", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { attempts, registry } = noted((_n, { attempt }) => {
    if (attempt < 3) throw new Error(`Not yet at ${attempt}`);
  });
  await using _worker = startWorker(services, registry);
  const [id] = await add(services, note(1));
  const row = await untilState(services, id, "done");
  assert.deepEqual(attempts, [1, 2, 3]);
  assert.equal(row.failures, 2);
  assert.equal(row.error, null);
});

Deno.test("a task that fails five times is parked, told so once, and runs again when asked", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { id: workspaceId } = await services.db.insertInto("workspaces").values({ name: "One" })
    .returning("id").executeTakeFirstOrThrow();
  let isBroken = true;
  let runs = 0;
  const parked: number[] = [];
  const registry = {
    note: task(z.object({ n: z.number() }), () => {
      runs++;
      return isBroken ? Promise.reject(new Error("No toner")) : Promise.resolve();
    }, { whenParked: ({ n }) => Promise.resolve(void parked.push(n)) }),
  };
  await using _worker = startWorker(services, registry);
  const [id] = await add(services, note(7, { workspaceId }));
  await untilState(services, id, "parked");
  assert.equal(runs, 5);
  assert.deepEqual(parked, [7]);
  const [listed] = await listParkedTasks(services.db, workspaceId);
  assert.equal(listed?.id, id);
  assert.equal(listed?.error, "Error: No toner");
  isBroken = false;
  const retry = (workspace: string) =>
    services.db.transaction().execute((trx) => retryTask(trx, workspace, id ?? ""));
  assert.equal(await retry(crypto.randomUUID()), undefined);
  assert.notEqual(await retry(workspaceId), undefined);
  await waitFor("the sixth run", () => runs === 6);
  assert.deepEqual(await listParkedTasks(services.db, workspaceId), []);
});

Deno.test("a task is given up at once when it says so or its payload does not fit", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { attempts, registry } = noted(() => {
    throw new Permanent("Gone for good");
  });
  await using _worker = startWorker(services, registry);
  const [said, unfit] = await add(services, note(1), note(2, { payload: { m: 2 } }));
  assert.equal((await untilState(services, said, "parked")).error, "Permanent: Gone for good");
  assert.match((await untilState(services, unfit, "parked")).error ?? "", /payload does not fit/);
  assert.deepEqual(attempts, [1]);
});

Deno.test("a task that nobody knows is parked in the end", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  await using _worker = startWorker(services, {});
  const [id] = await add(services, note(1));
  assert.match((await untilState(services, id, "parked")).error ?? "", /No task is named "note"/);
});

Deno.test("a long task keeps its lease", async () => {
  await using test = await testServices();
  // Long enough that a busy machine renews it in time.
  const leaseMs = 2000;
  const services = hasty(test.services, { leaseMs });
  const { runs, registry } = noted(() =>
    new Promise((resolve) => setTimeout(resolve, 1.5 * leaseMs))
  );
  await using _one = startWorker(services, registry);
  await using _two = startWorker(services, registry);
  const [id] = await add(services, note(1));
  assert.equal((await untilState(services, id, "done")).attempts, 1);
  assert.deepEqual(runs, [1]);
});

Deno.test("what a dead worker held is taken over", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { runs, registry } = noted();
  const [id] = await add(services, note(1), note(2));
  // A worker that reads both, takes up one, and is never heard of again.
  const stream = new TaskStream(services.redis, "dead");
  await stream.ensureGroup();
  await services.db.updateTable("tasks").set({ state: "relayed", relayedAt: new Date() }).execute();
  const rows = await services.db.selectFrom("tasks").select("id").execute();
  await stream.add(rows.map((row) => row.id));
  assert.equal((await stream.read(services.redis.queue, 10, 100)).length, 2);
  await takeTasks(services.db, [id ?? ""], LEASE_MS);

  await using _worker = startWorker(services, registry);
  assert.equal((await untilState(services, id, "done")).attempts, 2);
  await waitFor("both to have run", () => runs.length === 2);
});

Deno.test("marks of the same tasks in any order wait for each other, and none is given up", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const ids = (await add(test.services, note(1), note(2))).toSorted();
  const [first = "", last = ""] = ids;
  // Among many, rows are found one by one, in the order in which they are asked for.
  await sql`
    insert into tasks (name, payload, state) select 'note', '{}', 'running'
    from generate_series(1, 5000)`.execute(db);
  await sql`analyze tasks`.execute(db);
  const hold = (id: string) => ({ id, attempts: 1, result: null });
  const marks = {
    take: (order: string[]) => takeTasks(db, order, 1000),
    renew: (order: string[]) => renewLeases(db, order.map(hold), 1000),
    finish: (order: string[]) => finishTasks(db, order.map(hold)),
  };
  const waiting = async (count: number) => {
    const { rows } = await sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length === count;
  };
  await using blocker = openDatabase({ ...test.config.database, poolSize: 1 });
  for (
    const [one, other] of [["finish", "renew"], ["renew", "take"], ["finish", "take"]] as const
  ) {
    await db.updateTable("tasks")
      .set({ state: "running", attempts: 1, leasedUntil: new Date(0) }).execute();
    let ends: Promise<unknown> = Promise.resolve();
    await blocker.transaction().execute(async (trx) => {
      await trx.selectFrom("tasks").select("id").where("id", "=", last).forUpdate().execute();
      const begun: Promise<unknown>[] = [marks[one]([last, first])];
      await waitFor(`${one} to wait`, () => waiting(1));
      begun.push(marks[other]([first, last]));
      await waitFor(`${other} to wait`, () => waiting(2));
      ends = Promise.all(begun);
      ends.catch(() => {});
    });
    await ends;
  }
});

Deno.test("a task that kills whoever runs it is parked", async () => {
  await using test = await testServices();
  const services = hasty(test.services);
  const { runs, registry } = noted();
  const [id] = await add(services, note(1));
  await services.db.updateTable("tasks").set({
    state: "running",
    attempts: 10,
    relayedAt: new Date(0),
    leasedUntil: new Date(0),
  }).execute();
  await using _worker = startWorker(services, registry);
  assert.match((await untilState(services, id, "parked")).error ?? "", /10 runs did not come/);
  assert.deepEqual(runs, []);
});

Deno.test("tasks outlive the stream that is deleted, and Redis that is killed and comes back empty", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_URL: redis.url });
  const services = hasty(test.services);
  const { runs, registry } = noted(() => new Promise((resolve) => setTimeout(resolve, 5)));
  const all = Array.from({ length: 300 }, (_, n) => n);
  await add(services, ...all.map((n) => note(n)));
  await using _worker = startWorker(services, registry);
  await waitFor("some to have run", () => runs.length > 50);
  await services.redis.queue.flushDb();
  await waitFor("more to have run", () => runs.length > 150);
  await redis.kill();
  await redis.start();
  await waitFor("all to have run", () => new Set(runs).size === all.length);
  await waitFor("all to be done", async () => {
    const { count } = await services.db.selectFrom("tasks").where("state", "=", "done")
      .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    return count === all.length;
  });
});

Deno.test("tasks asked for while Redis is away run when it is back", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_URL: redis.url });
  const services = hasty(test.services);
  const { registry } = noted();
  await using _worker = startWorker(services, registry);
  await redis.kill();
  const [id] = await add(services, note(1));
  await redis.start();
  await untilState(services, id, "done");
});

Deno.test("a stopping worker lets its tasks end, and puts back those that do not", async () => {
  await using test = await testServices();
  const base = hasty(test.services);
  const services = { ...base, config: { ...base.config, shutdownMs: 300 } };
  const started: number[] = [];
  const registry = {
    note: task(z.object({ n: z.number() }), async ({ n }, { signal }) => {
      started.push(n);
      if (n === 1) return await new Promise((resolve) => setTimeout(resolve, 100));
      await new Promise((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason))
      );
    }),
  };
  const worker = startWorker(services, registry);
  const [quick, endless] = await add(services, note(1), note(2));
  await waitFor("both to run", () => started.length === 2);
  await worker.stop();
  assert.equal((await stateOf(services, quick)).state, "done");
  const row = await stateOf(services, endless);
  assert.equal(row.state, "waiting");
  assert.equal(row.failures, 0);
});

Deno.test("two processes that open the same services share the work", async () => {
  await using test = await testServices();
  const other = await openServices(test.config);
  try {
    const { runs, registry } = noted(() => new Promise((resolve) => setTimeout(resolve, 20)));
    const theirs = noted(() => new Promise((resolve) => setTimeout(resolve, 20)));
    await using _one = startWorker(hasty(test.services, { leaseMs: 20_000 }), registry);
    await using _two = startWorker(hasty(other, { leaseMs: 20_000 }), theirs.registry);
    await add(test.services, ...Array.from({ length: 80 }, (_, n) => note(n)));
    await waitFor("all to have run", () => runs.length + theirs.runs.length === 80);
    assert.ok(runs.length > 0 && theirs.runs.length > 0);
  } finally {
    await closeServices(other);
  }
});

Deno.test("to renew, take up or finish tasks reads no others, whatever the statistics say", async () => {
  await using test = await testServices();
  // One connection, which tells its statistics when it is asked to.
  await test.services.db.connection().execute(async (db) => {
    await enqueueAll(
      db as unknown as Trx,
      Array.from({ length: 4000 }, () => ({ name: "nothing", payload: {}, workspaceId: null })),
    );
    const { rows: tasks } = await sql<{ id: string }>`
    update tasks set state = 'running', attempts = 1 returning id`.execute(db);
    const some = tasks.slice(2000, 2200).map(({ id }) => ({ id, attempts: 1, result: undefined }));
    const others = tasks.slice(0, 200).map(({ id }) => id);
    await sql`update tasks set leased_until = now() - interval '1 s' where id = any(${others})`
      .execute(db);
    const countRead = async () => {
      await sql`select pg_stat_force_next_flush()`.execute(db);
      const { rows: [row] } = await sql<{ read: number }>`
      select seq_tup_read + idx_tup_fetch as read from pg_stat_user_tables
      where relname = 'tasks'`.execute(db);
      return Number(row?.read);
    };
    for (
      const act of [
        () => takeTasks(db, others, 1000),
        () => renewLeases(db, some, 1000),
        () => finishTasks(db, some),
      ]
    ) {
      const before = await countRead();
      await act();
      const read = await countRead() - before;
      assert.ok(read >= 200 && read < 2000, `${read} rows read`);
    }
  });
});
