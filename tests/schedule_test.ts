import assert from "node:assert/strict";
import { enqueueDue, listSchedule, SCHEDULE } from "../lib/platform/schedule.ts";
import type { Services } from "../lib/platform/services.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import type { Registry } from "../worker/task.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const HOURLY = [{ task: "sweep", cron: "0 * * * *" }];

const at = (time: string) => new Date(`2026-03-01T${time}Z`);

/** Ends what waits, as if a worker had done it. */
async function endAll({ db }: Services): Promise<void> {
  await db.updateTable("tasks").set({ state: "done", finishedAt: new Date(), result: "swept" })
    .execute();
}

async function count({ db }: Services): Promise<number> {
  return (await db.selectFrom("tasks").select("id").execute()).length;
}

Deno.test("what has never run is due at once, and then when its time comes", async () => {
  await using test = await testServices();
  const { services } = test;
  const untilNext = await enqueueDue(services.db, HOURLY, at("10:40:00"));
  assert.equal(untilNext, 20 * 60 * 1000);
  assert.equal(await count(services), 1);
  await endAll(services);
  await enqueueDue(services.db, HOURLY, at("10:59:59.999"));
  assert.equal(await count(services), 1, "not before its time");
  await enqueueDue(services.db, HOURLY, at("11:00:00"));
  assert.equal(await count(services), 2, "at its time");
  const [line] = await listSchedule(services.db, HOURLY);
  assert.equal(line?.last?.dueAt.toISOString(), "2026-03-01T11:00:00.000Z");
  assert.equal(line?.last?.state, "waiting");
});

Deno.test("of the runs that were missed one is made up for", async () => {
  await using test = await testServices();
  const { services } = test;
  await enqueueDue(services.db, HOURLY, at("01:30:00"));
  await endAll(services);
  await enqueueDue(services.db, HOURLY, at("09:30:00"));
  await endAll(services);
  await enqueueDue(services.db, HOURLY, at("09:31:00"));
  const runs = await services.db.selectFrom("scheduledRuns").select("dueAt").orderBy("dueAt")
    .execute();
  assert.deepEqual(runs.map(({ dueAt }) => dueAt.toISOString().slice(11, 16)), ["01:00", "09:00"]);
  assert.equal(await count(services), 2);
});

Deno.test("a due time is taken once, however many ask at once", async () => {
  await using test = await testServices();
  const { services } = test;
  await enqueueDue(services.db, HOURLY, at("01:30:00"));
  await endAll(services);
  for (let hour = 2; hour < 10; hour++) {
    const now = at(`0${hour}:00:01`);
    await Promise.all(Array.from({ length: 5 }, () => enqueueDue(services.db, HOURLY, now)));
    await endAll(services);
    assert.equal(await count(services), hour);
  }
});

Deno.test("after a clock that ran a day ahead the next run comes at its time", async () => {
  await using test = await testServices();
  const { services } = test;
  const tomorrow = (time: string) => new Date(at(time).getTime() + 86_400_000);
  for (const now of [at("01:30:00"), tomorrow("01:31:00"), at("01:32:00"), at("02:00:00")]) {
    await enqueueDue(services.db, HOURLY, now);
    await endAll(services);
  }
  assert.equal(await count(services), 3, "one of them by the wrong clock");
  const [line] = await listSchedule(services.db, HOURLY);
  assert.equal(line?.last?.dueAt.toISOString(), "2026-03-01T02:00:00.000Z");
});

Deno.test("a run that still waits is not asked for twice", async () => {
  await using test = await testServices();
  const { services } = test;
  await enqueueDue(services.db, HOURLY, at("01:30:00"));
  await enqueueDue(services.db, HOURLY, at("02:30:00"));
  assert.equal(await count(services), 1);
  const [line] = await listSchedule(services.db, HOURLY);
  assert.equal(line?.last?.dueAt.toISOString(), "2026-03-01T02:00:00.000Z");
});

Deno.test("two workers run what comes each second once a second, and say what came of it", async () => {
  await using test = await testServices();
  const { services } = test;
  const schedule = [{ task: "tick", cron: "* * * * * *" }];
  let runs = 0;
  const ticking: Registry = { tick: { run: () => Promise.resolve({ run: ++runs }) } };
  const stopping = new AbortController();
  const options = { signal: stopping.signal, registry: ticking, schedule };
  const workers = [runWorker(services, options), runWorker(services, options)];
  await waitFor("three runs", () => runs >= 3);
  stopping.abort();
  await Promise.all(workers);
  const rows = await services.db.selectFrom("scheduledRuns").selectAll().orderBy("dueAt").execute();
  assert.equal(new Set(rows.map(({ dueAt }) => dueAt.getTime())).size, rows.length);
  const tasks = await services.db.selectFrom("tasks").select(["state", "result"])
    .where("state", "=", "done").execute();
  assert.ok(runs <= rows.length, `${runs} runs of ${rows.length} due times`);
  assert.equal(tasks.length, runs);
  assert.ok(tasks.every(({ result }) => typeof (result as { run: number }).run === "number"));
});

Deno.test("every task of the schedule is known to the worker, and its time comes", async () => {
  await using test = await testServices();
  for (const { task } of SCHEDULE) assert.ok(registry[task], task);
  const lines = await listSchedule(test.services.db);
  for (const { nextAt } of lines) assert.ok(nextAt > new Date());
});
