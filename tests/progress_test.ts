import assert from "node:assert/strict";
import { checkHealth, isHealthy } from "../lib/platform/health.ts";
import { beatUntil } from "../lib/platform/heartbeat.ts";
import { publishProgress, watchProgress } from "../lib/platform/progress.ts";
import { closeServices, openServices } from "../lib/platform/services.ts";
import { ownRedis } from "./harness/redis.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

Deno.test("watchProgress() hears of its own topic, from another process, until it stops", async () => {
  await using test = await testServices();
  const other = await openServices(test.config);
  try {
    const { redis } = test.services;
    let hints = 0;
    let others = 0;
    const stop = watchProgress(redis, "job-1", () => hints++);
    watchProgress(redis, "job-2", () => others++);
    // The subscription stands: both are told to look once.
    await waitFor("the subscription", () => hints > 0 && others > 0);
    hints = others = 0;
    publishProgress(other.redis, "job-1");
    await waitFor("the hint", () => hints === 1);
    assert.equal(others, 0);
    stop();
    publishProgress(other.redis, "job-1");
    publishProgress(other.redis, "job-2");
    await waitFor("the other's hint", () => others === 1);
    assert.equal(hints, 1);
  } finally {
    await closeServices(other);
  }
});

Deno.test("any number of watchers share one subscription", async () => {
  await using test = await testServices();
  const { redis } = test.services;
  let hints = 0;
  const stops = Array.from({ length: 50 }, () => watchProgress(redis, "job", () => hints++));
  await waitFor("the subscription", () => hints >= 50);
  hints = 0;
  publishProgress(redis, "job");
  await waitFor("all hints", () => hints === 50);
  const list = String(await redis.queue.sendCommand(["CLIENT", "LIST", "TYPE", "pubsub"]));
  const channel = await redis.queue.sendCommand(["PUBSUB", "NUMSUB", `${redis.prefix}progress`]);
  assert.deepEqual(channel, [`${redis.prefix}progress`, 1], list);
  for (const stop of stops) stop();
});

Deno.test("watchers look again when Redis comes back", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_URL: redis.url });
  let hints = 0;
  watchProgress(test.services.redis, "job", () => hints++);
  await waitFor("the subscription", () => hints > 0);
  await redis.kill();
  hints = 0;
  publishProgress(test.services.redis, "job"); // lost, and no error
  await redis.start();
  await waitFor("the reminder", () => hints > 0);
  hints = 0;
  await waitFor("a hint", () => {
    publishProgress(test.services.redis, "job");
    return hints > 0;
  });
});

Deno.test("checkHealth() tells which part is away", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_URL: redis.url });
  const { services } = test;
  assert.deepEqual(await checkHealth(services), { postgres: "ok", redis: "ok", worker: "away" });
  const controller = new AbortController();
  const beating = beatUntil(services.redis, controller.signal);
  await waitFor("all to be well", async () => isHealthy(await checkHealth(services)));
  await redis.kill();
  assert.deepEqual(await checkHealth(services), { postgres: "ok", redis: "away", worker: "away" });
  controller.abort();
  await beating;
});
