import assert from "node:assert/strict";
import { sql } from "kysely";
import { getRecentFigures } from "../lib/accounts/recent_figures.ts";
import { getSystemHealth } from "../lib/accounts/system_health.ts";
import { Forbidden } from "../lib/platform/errors.ts";
import { enqueue } from "../lib/platform/queue.ts";
import { refusals, requestDuration, taskDuration } from "../lib/platform/telemetry/measures.ts";
import { RecentFigures } from "../lib/platform/telemetry/recent_figures.ts";
import { apiTest } from "./harness/api.ts";

Deno.test("getSystemHealth() tells superusers how everything is", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { db } = services;
  const fresh = await getSystemHealth(owner, services);
  assert.deepEqual(fresh.parts, { postgres: "ok", redis: "ok", worker: "away" });
  assert.match(fresh.versions.postgres, /^\d+/);
  assert.match(fresh.versions.redis ?? "", /^(Redis|Valkey) \d/);
  assert.equal(fresh.workerSilentSeconds, null);
  assert.deepEqual(fresh.queue, { waiting: 0, running: 0, parked: 0, oldestSeconds: null });
  assert.deepEqual([fresh.migrations.pending, fresh.migrations.unknown], [[], []]);
  assert.ok(fresh.storage.databaseBytes > fresh.storage.documentBytes);

  const task = { name: "housekeeping", payload: {}, workspaceId: null };
  await db.transaction().execute(async (trx) => {
    await enqueue(trx, { ...task, delayMs: -60_000 });
    await enqueue(trx, { ...task, delayMs: 3_600_000 });
  });
  await sql`insert into tasks (name, payload, state) values ('housekeeping', '{}', 'parked')`
    .execute(db);
  await sql`insert into kysely_migration (name, timestamp) values ('9999_newer', now()::text)`
    .execute(db);
  await services.redis.queue.set(
    `${services.redis.prefix}worker:heartbeat`,
    String(Date.now() - 3000),
  );
  const later = await getSystemHealth(owner, services);
  assert.equal(later.parts.worker, "ok");
  assert.ok((later.workerSilentSeconds ?? 0) >= 3);
  assert.equal(later.queue.waiting, 1);
  assert.equal(later.queue.parked, 1);
  assert.ok((later.queue.oldestSeconds ?? 0) >= 60);
  assert.deepEqual(later.migrations.unknown, ["9999_newer"]);

  const viewer = await test.addPerson("viewer", "same");
  await assert.rejects(getSystemHealth(viewer.actor, services), Forbidden);
});

Deno.test("what processes count is added to the quarter of an hour, for superusers", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const none = await getRecentFigures(owner, db);
  assert.equal(none.length, 96);
  assert.deepEqual({ ...none.at(-1), at: 0 }, {
    at: 0,
    requests: 0,
    serverErrors: 0,
    slowMs: null,
    tasks: 0,
    failedTasks: 0,
    evaluations: 0,
    refusals: 0,
    queueDepth: 0,
    queueOldestSeconds: 0,
  });

  const figures = new RecentFigures(db);
  await figures.flush();
  await sql`delete from service_figures`.execute(db); // what other tests of this process did
  const answered = (status: string, seconds: number, route = "/jobs/:id") =>
    requestDuration.record(seconds, {
      "http.request.method": "GET",
      "http.route": route,
      "http.response.status_code": status,
    });
  for (let count = 0; count < 99; count++) answered("200", 4);
  answered("503", 8);
  answered("200", 0.001, "/readyz");
  refusals.add({ reason: "empty" }, 2);
  taskDuration.record(1, { task: "housekeeping", outcome: "failed" });
  await sql`insert into tasks (name, payload) values ('housekeeping', '{}')`.execute(db);
  await figures.stop();
  const after = (await getRecentFigures(owner, db)).find(({ requests }) => requests > 0);
  assert.ok(after);
  assert.equal(after.requests, 100);
  assert.equal(after.serverErrors, 1);
  assert.equal(after.refusals, 2);
  assert.equal(after.failedTasks, 1);
  assert.equal(after.queueDepth, 1);
  assert.equal(after.slowMs, 5000);

  const viewer = await test.addPerson("viewer", "same");
  await assert.rejects(getRecentFigures(viewer.actor, db), Forbidden);
});
