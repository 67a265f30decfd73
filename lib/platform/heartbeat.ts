import type { RedisClients } from "./redis.ts";

const EVERY_MS = 2000;
const VALID_SECONDS = 10;

/**
 * Tells every two seconds that a worker is at work, until `signal` aborts; it counts as alive for
 * ten seconds more.
 */
export async function beatUntil(redis: RedisClients, signal: AbortSignal): Promise<void> {
  const key = keyOf(redis);
  const beat = () =>
    redis.queue.set(key, String(Date.now()), { EX: VALID_SECONDS }).catch(() => {});
  void beat();
  const timer = setInterval(beat, EVERY_MS);
  await new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", resolve, { once: true });
  });
  clearInterval(timer);
}

/**
 * Whether some worker told within the last seconds that it is at work.
 *
 * @param since Only what was told after this counts, in ms as by `Date.now()`.
 */
export async function isWorkerAlive(redis: RedisClients, since = 0): Promise<boolean> {
  const at = await redis.queue.get(keyOf(redis));
  return at !== null && Number(at) >= since;
}

/** When a worker told last that it is at work; null when none did within the last seconds. */
export async function lastBeat(redis: RedisClients): Promise<Date | null> {
  const at = await redis.queue.get(keyOf(redis));
  return at === null ? null : new Date(Number(at));
}

function keyOf(redis: RedisClients): string {
  return `${redis.prefix}worker:heartbeat`;
}
