import { Queue, Worker } from "bullmq";
import { z } from "zod";
import { enqueueAll } from "../lib/platform/queue.ts";
import { connectRedis, disconnectRedis } from "../lib/platform/redis.ts";
import type { Services } from "../lib/platform/services.ts";
import { testServices } from "../tests/harness/services.ts";
import { runWorker } from "../worker/run_worker.ts";
import { task } from "../worker/task.ts";
import { type Figure, median, type Part, seconds } from "./figure.ts";

const TASKS = 20_000;
const ROUNDS = 5;
/** Tasks that are handed in at once, and that a worker has under way. */
const BATCH = 500;
const CONCURRENCY = 64;

/** Tasks that do nothing, from handing in to their end. */
export const queue: Part = {
  name: "queue",
  title: "Queue",
  how:
    `${TASKS} tasks that do nothing, handed in ${BATCH} at once and run ${CONCURRENCY} at once in ` +
    "the same process, until the last one has ended: through the outbox in PostgreSQL (durable), " +
    "the relay, the stream and a worker with leases and retries; by XADD, XREADGROUP and XACK " +
    `alone, ${CONCURRENCY} read at once, with a result kept of each; and by BullMQ. In turn, ` +
    `${ROUNDS} rounds after a warm-up. The medians.`,
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices({ WORKER_CONCURRENCY: String(CONCURRENCY) });
  const { services } = test;
  const runs = { ours: [] as number[], bare: [] as number[], bullmq: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) { // one to warm up
    const taken = {
      ours: await throughOutbox(services),
      bare: await throughStream(services, round),
      bullmq: await throughBullMq(services, round),
    };
    if (round < 0) continue;
    for (const name of ["ours", "bare", "bullmq"] as const) runs[name].push(TASKS / taken[name]);
  }
  const value = median(runs.ours);
  const figure = (name: string, beside: { name: string; value: number }) => ({
    name: `Tasks, beside ${name}`,
    value,
    unit: "per second",
    beside,
  });
  return [
    figure("BullMQ", { name: "BullMQ", value: median(runs.bullmq) }),
    figure("the bare stream", { name: "XADD and XREADGROUP alone", value: median(runs.bare) }),
  ];
}

async function throughOutbox(services: Services): Promise<number> {
  let left = TASKS;
  const ended = Promise.withResolvers<void>();
  const registry = {
    nothing: task(z.object({}), () => {
      if (--left === 0) ended.resolve();
      return Promise.resolve();
    }),
  };
  const stopping = new AbortController();
  const working = runWorker(services, { signal: stopping.signal, registry });
  const taken = await seconds(async () => {
    for (let at = 0; at < TASKS; at += BATCH) {
      const tasks = Array.from(
        { length: BATCH },
        () => ({ name: "nothing", payload: {}, workspaceId: null }),
      );
      await services.db.transaction().execute((trx) => enqueueAll(trx, tasks));
    }
    await ended.promise;
    // The last ones count when it is written down that they are done.
    stopping.abort();
    await working;
  });
  await services.db.deleteFrom("tasks").execute();
  return taken;
}

async function throughStream({ redis }: Services, round: number): Promise<number> {
  const key = `${redis.prefix}bare:${round}`;
  const results = `${key}:results`;
  await redis.queue.xGroupCreate(key, "workers", "0", { MKSTREAM: true });
  const reader = await connectRedis(redis.queueUrl);
  const taken = await seconds(async () => {
    const adding = addBare(redis.queue, key);
    for (let done = 0; done < TASKS;) {
      const answer = await reader.xReadGroup("workers", "one", { key, id: ">" }, {
        COUNT: CONCURRENCY,
        BLOCK: 1000,
      }) as { messages: { id: string }[] }[] | null;
      const ids = (answer?.[0]?.messages ?? []).map(({ id }) => id);
      if (ids.length === 0) continue;
      const kept = ids.map((id) => redis.queue.hSet(results, id, "done"));
      await Promise.all([...kept, redis.queue.xAck(key, "workers", ids)]);
      done += ids.length;
    }
    await adding;
  });
  disconnectRedis(reader);
  await redis.queue.del([key, results]);
  return taken;
}

async function addBare(client: Services["redis"]["queue"], key: string): Promise<void> {
  for (let at = 0; at < TASKS; at += BATCH) {
    await Promise.all(
      Array.from({ length: BATCH }, (_, n) => client.xAdd(key, "*", { id: String(at + n) })),
    );
  }
}

async function throughBullMq({ redis }: Services, round: number): Promise<number> {
  const { hostname: host, port, password } = new URL(redis.queueUrl);
  const options = {
    connection: { host, port: Number(port || 6379), password, maxRetriesPerRequest: null },
    prefix: `${redis.prefix}bullmq:${round}`.replaceAll(":", "-"),
  };
  const queue = new Queue("nothing", options);
  let left = TASKS;
  const ended = Promise.withResolvers<void>();
  const worker = new Worker("nothing", () => Promise.resolve("done"), {
    ...options,
    concurrency: CONCURRENCY,
  });
  worker.on("completed", () => {
    if (--left === 0) ended.resolve();
  });
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  const taken = await seconds(async () => {
    for (let at = 0; at < TASKS; at += BATCH) {
      await queue.addBulk(Array.from({ length: BATCH }, () => ({ name: "nothing", data: {} })));
    }
    await ended.promise;
  });
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  return taken;
}
