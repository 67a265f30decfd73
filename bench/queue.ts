import { Queue, Worker } from "bullmq";
import { sql } from "kysely";
import { z } from "zod";
import { enqueueAll } from "../lib/platform/queue.ts";
import { connectRedis, disconnectRedis } from "../lib/platform/redis.ts";
import type { Services } from "../lib/platform/services.ts";
import { testServices } from "../tests/harness/services.ts";
import { runWorker } from "../worker/run_worker.ts";
import { task } from "../worker/task.ts";
import { type Figure, median, type Part, seconds } from "./figure.ts";
import { processUse } from "./http/process_use.ts";
import { serversCpuSeconds } from "./servers_use.ts";

const TASKS = 20_000;
const ROUNDS = 7;
/** So many times the tasks of BullMQ. */
const GOAL = 2;
/** Tasks that are handed in at once, and that a worker has under way. */
const BATCH = 1000;
const CONCURRENCY = 256;

/** Tasks that do nothing, from handing in to their end. */
export const queue: Part = {
  name: "queue",
  title: "Queue",
  how:
    `${TASKS} tasks that do nothing, handed in ${BATCH} at once and run ${CONCURRENCY} at once in ` +
    "the same process, until the last one has ended: through the outbox in PostgreSQL (durable " +
    "before the next are handed in), the relay (at most 1000 at once), the stream and a worker " +
    "with leases and retries, which takes up and ends as many at once as it has; by XADD, " +
    `XREADGROUP and XACK alone, ${CONCURRENCY} read at once, with a result kept of each; and by ` +
    `BullMQ (addBulk), whose Redis writes its log once a second. In turn, ${ROUNDS} rounds after ` +
    "two to warm up. The medians, and the slowest and fastest round. Processor time of one task: " +
    "of this process, PostgreSQL and Redis together.",
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices({ WORKER_CONCURRENCY: String(CONCURRENCY) });
  const { services } = test;
  const ours: Run[] = [], bare: Run[] = [], bullmq: Run[] = [];
  for (let round = -2; round < ROUNDS; round++) { // two to warm up
    const taken = [
      await run(services, () => throughOutbox(services)),
      await run(services, () => throughStream(services, round)),
      await run(services, () => throughBullMq(services, round)),
    ] as const;
    if (round < 0) continue;
    ours.push(taken[0]);
    bare.push(taken[1]);
    bullmq.push(taken[2]);
  }
  return [
    ...besides("BullMQ", ours, bullmq, GOAL),
    ...besides("XADD and XREADGROUP alone", ours, bare),
  ];
}

interface Run {
  readonly perSecond: number;
  readonly cpuMicros: number | undefined;
}

/** How long the tasks took, and what takes away what is left of them. */
interface Taken {
  readonly seconds: number;
  clearUp(): Promise<unknown>;
}

async function run(services: Services, work: () => Promise<Taken>): Promise<Run> {
  const before = await cpuSeconds(services);
  const taken = await work();
  const after = await cpuSeconds(services);
  await taken.clearUp();
  const used = before === undefined || after === undefined ? undefined : after - before;
  return { perSecond: TASKS / taken.seconds, cpuMicros: used && used * 1_000_000 / TASKS };
}

async function cpuSeconds(services: Services): Promise<number | undefined> {
  const own = processUse(Deno.pid)?.cpuSeconds;
  const servers = await serversCpuSeconds(services);
  return own === undefined || servers === undefined ? undefined : own + servers;
}

function besides(
  name: string,
  ours: readonly Run[],
  theirs: readonly Run[],
  goal?: number,
): Figure[] {
  const figure = (what: string, pick: (rates: number[]) => number): Figure => ({
    name: `Tasks, beside ${name}${what}`,
    value: pick(ours.map(({ perSecond }) => perSecond)),
    unit: "per second",
    beside: { name, value: pick(theirs.map(({ perSecond }) => perSecond)) },
  });
  const [own, other] = [ours, theirs].map((runs) =>
    runs.map(({ cpuMicros }) => cpuMicros).filter((micros) => micros !== undefined)
  );
  return [
    { ...figure("", median), ...(goal === undefined ? {} : { goal }) },
    figure(": slowest round", (rates) => Math.min(...rates)),
    figure(": fastest round", (rates) => Math.max(...rates)),
    ...(own?.length && other?.length
      ? [{
        name: `Tasks, beside ${name}: processor time of one`,
        value: median(own),
        unit: "µs",
        beside: { name, value: median(other) },
      }]
      : []),
  ];
}

async function throughOutbox(services: Services): Promise<Taken> {
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
  return { seconds: taken, clearUp: () => sql`truncate tasks`.execute(services.db) };
}

async function throughStream({ redis }: Services, round: number): Promise<Taken> {
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
  return { seconds: taken, clearUp: () => redis.queue.del([key, results]) };
}

async function addBare(client: Services["redis"]["queue"], key: string): Promise<void> {
  for (let at = 0; at < TASKS; at += BATCH) {
    await Promise.all(
      Array.from({ length: BATCH }, (_, n) => client.xAdd(key, "*", { id: String(at + n) })),
    );
  }
}

async function throughBullMq({ redis }: Services, round: number): Promise<Taken> {
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
  const clearUp = async () => {
    await queue.obliterate({ force: true });
    await queue.close();
  };
  return { seconds: taken, clearUp };
}
