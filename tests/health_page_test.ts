import assert from "node:assert/strict";
import { sql } from "kysely";
import { getSystemHealth } from "../lib/accounts/system_health.ts";
import { Forbidden } from "../lib/platform/errors.ts";
import { enqueue } from "../lib/platform/queue.ts";
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
    await enqueue(trx, { ...task, dueAt: new Date(Date.now() - 60_000) });
    await enqueue(trx, { ...task, dueAt: new Date(Date.now() + 3_600_000) });
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
