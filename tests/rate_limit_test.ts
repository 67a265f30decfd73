import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { countUse, EXACT_UP_TO, type Limit } from "../lib/platform/rate_limit.ts";
import { closeRedis, openRedis } from "../lib/platform/redis.ts";
import { SlidingWindows } from "../lib/platform/sliding_windows.ts";
import type { LimitClientInput, UseRecord } from "./harness/limit_client.ts";
import { ownRedis } from "./harness/redis.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const limitOf = (limit: number, periodSeconds: number, id = "test"): Limit => ({
  id,
  name: id,
  limit,
  periodSeconds,
});

/** Runs `limit_client.ts` as a process of its own. */
async function hammer(
  env: Readonly<Record<string, string>>,
  input: LimitClientInput,
): Promise<UseRecord[]> {
  const script = join(import.meta.dirname ?? "", "harness/limit_client.ts");
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, JSON.stringify(input)],
    env,
    stderr: "inherit",
  }).output();
  assert.ok(success);
  return JSON.parse(new TextDecoder().decode(stdout));
}

const sum = (uses: readonly UseRecord[]) => uses.reduce((total, { cost }) => total + cost, 0);

Deno.test("countUse() lets neither more nor fewer through than the limit, over two processes", async () => {
  await using test = await testServices();
  const { redis } = test.services;
  const input = { subject: "user:two", limit: 25, periodSeconds: 1, clients: 8, forMs: 3500 };
  // Taken before the processes start: where they start fast, it still counts.
  const now = () => performance.timeOrigin + performance.now();
  const before = now();
  const { isAllowed } = await countUse(redis, {
    subject: "user:two",
    limits: [limitOf(25, 1)],
    cost: 5,
  });
  assert.ok(isAllowed);
  const first = { before, after: now(), cost: 5, isAllowed };
  const rest = (await Promise.all([hammer(test.env, input), hammer(test.env, input)])).flat();
  const records = [first, ...rest];
  const allowed = records.filter(({ isAllowed }) => isAllowed);
  const refused = records.filter(({ isAllowed }) => !isAllowed);
  assert.ok(sum(allowed) > 25 && refused.length > 25, "both happened, over several periods");

  const periodMs = 1000;
  for (const { before } of allowed) {
    // Those that surely lie within a period that begins with this one at the earliest.
    const within = allowed.filter((one) => one.before >= before && one.after < before + periodMs);
    assert.ok(sum(within) <= 25, `${sum(within)} units within a period`);
  }
  for (const { before, after, cost } of refused) {
    // Those that may have counted when this one was refused.
    const counting = allowed.filter((one) =>
      one.after > before - periodMs - 1 && one.before < after
    );
    assert.ok(sum(counting) + cost > 25, `refused ${cost} while ${sum(counting)} counted`);
  }
});

Deno.test("SlidingWindows counts as a list of all moments would", () => {
  const steps = fc.array(
    fc.record({
      waitMicros: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3_000_000 })),
      units: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(fc.property(steps, fc.integer({ min: 4, max: 9 }), (uses, limit) => {
    const windows = new SlidingWindows();
    const periodMicros = 2_000_000;
    let taken: number[] = [];
    let now = 5_000_000;
    for (const { waitMicros, units } of uses) {
      now += waitMicros;
      taken = taken.filter((moment) => moment + periodMicros > now);
      const isRoom = units === 0 || taken.length + units <= limit;
      const room = taken[taken.length + units - limit - 1] ?? 0;
      if (isRoom) taken.push(...Array(units).fill(now));
      const counter = { key: "a", limit, periodMicros, tickMicros: 1, units };
      assert.deepEqual(windows.use([counter], now), [
        isRoom ? 1 : 0,
        taken.length,
        taken.length === 0 ? 0 : (taken[0] ?? 0) + periodMicros - now,
        isRoom ? 0 : room + periodMicros - now,
      ]);
    }
  }));
});

Deno.test("a limit used up at the end of a period is not free at the start of the next", () => {
  const windows = new SlidingWindows();
  const counter = { key: "a", limit: 10, periodMicros: 60e6, tickMicros: 1, units: 10 };
  assert.equal(windows.use([counter], 59e6)[0], 1);
  assert.deepEqual(windows.use([counter], 61e6), [0, 10, 58e6, 58e6]);
  assert.equal(windows.use([counter], 119e6 - 1)[0], 0);
  assert.equal(windows.use([counter], 119e6)[0], 1);
});

Deno.test("countUse() takes from all limits or from none, and says when there is room", async () => {
  await using test = await testServices();
  const { redis } = test.services;
  const few = limitOf(2, 60, "few");
  const many = limitOf(10, 60, "many");
  const ask = (limits: Limit[], cost = 1) => countUse(redis, { subject: "user:one", limits, cost });
  await ask([few, many]);
  await ask([few, many]);
  const refused = await ask([few, many]);
  assert.equal(refused.isAllowed, false);
  assert.deepEqual(refused.standings.map(({ remaining }) => remaining), [0, 8]);
  assert.deepEqual(refused.standings.map(({ retryAfterSeconds }) => retryAfterSeconds), [60, 0]);
  assert.equal(refused.standings[0]?.resetSeconds, 60);
  const asked = await ask([many], 0);
  assert.deepEqual([asked.isAllowed, asked.standings[0]?.remaining], [true, 8]);
  assert.equal((await ask([many], 8)).isAllowed, true);
  assert.equal((await ask([many], 1)).isAllowed, false);
  // A limit that was raised meanwhile counts what was used before.
  const raised = await ask([{ ...many, limit: 12 }], 2);
  assert.deepEqual([raised.isAllowed, raised.standings[0]?.remaining], [true, 0]);
  // A cost above the limit is the whole of it.
  const other = await countUse(redis, { subject: "user:other", limits: [few], cost: 7 });
  assert.deepEqual([other.isAllowed, other.standings[0]?.remaining], [true, 0]);
});

Deno.test("a large limit takes a bounded list, and a short one as many pairs as units", async () => {
  await using test = await testServices();
  const { redis } = test.services;
  const large = limitOf(1_000_000, 3600, "large");
  for (let n = 0; n < 100; n++) {
    await Promise.all(
      Array.from({ length: 50 }, () => countUse(redis, { subject: "x", limits: [large] })),
    );
  }
  const { standings } = await countUse(redis, { subject: "x", limits: [large], cost: 0 });
  assert.equal(standings[0]?.remaining, 1_000_000 - 5000);
  const key = `${redis.prefix}limit:{x}:large`;
  const pairs = await redis.rateLimit.lLen(key) / 2;
  assert.ok(pairs < 1000, `${pairs} pairs for 5,000 units of a limit above ${EXACT_UP_TO}`);
  assert.ok(await redis.rateLimit.pTTL(key) > 3_500_000, "and it goes by itself");
});

Deno.test("without Redis a process counts alone at the same rate, and goes back to it", async () => {
  await using server = await ownRedis();
  await using test = await testServices({ REDIS_URL: server.url });
  const redis = await openRedis(test.config.redis);
  try {
    const limit = limitOf(3, 3600);
    const ask = () => countUse(redis, { subject: "user:alone", limits: [limit] });
    const answers = async (times: number) => {
      const all: boolean[] = [];
      for (let n = 0; n < times; n++) all.push((await ask()).isAllowed);
      return all;
    };
    assert.deepEqual(await answers(4), [true, true, true, false]);
    await server.kill();
    assert.deepEqual(await answers(5), [true, true, true, false, false]);
    await server.start();
    // It came back empty, and counts again.
    await waitFor("Redis to count", async () => (await ask()).isAllowed);
    assert.deepEqual(await answers(3), [true, true, false]);
  } finally {
    closeRedis(redis);
  }
});

Deno.test("countUse() goes on after a clock of Redis that ran a day ahead", async () => {
  await using test = await testServices();
  const { redis } = test.services;
  const use = () => countUse(redis, { subject: "user:late", limits: [limitOf(1, 60)], cost: 1 });
  assert.ok((await use()).isAllowed);
  assert.ok(!(await use()).isAllowed);
  const [key = ""] = (await redis.rateLimit.keys("*")).filter((one) => one.includes("user:late"));
  const list = await redis.rateLimit.lRange(key, 0, -1);
  const dayMicros = 86_400_000_000;
  for (let place = 2; place < list.length; place += 2) {
    await redis.rateLimit.lSet(key, place, String(Number(list[place]) + dayMicros));
  }
  assert.ok((await use()).isAllowed, "what was taken tomorrow is not waited for");
  assert.ok(!(await use()).isAllowed);
});
