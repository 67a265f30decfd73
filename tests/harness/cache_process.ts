/**
 * A process that asks the cache for one text many times at once. Arguments: the key, how often.
 * Whoever makes the text counts itself in Redis and takes until it is told to go on.
 */
import { CacheStore } from "../../lib/platform/cache_store.ts";
import { loadConfig } from "../../lib/platform/config.ts";
import { closeRedis, openRedis } from "../../lib/platform/redis.ts";
import { waitFor } from "./wait.ts";

const [key = "", times = "1"] = Deno.args;
const { redis: config } = loadConfig(Deno.env.toObject());
const redis = await openRedis(config);
const store = new CacheStore(redis, { timeoutMs: 60_000, waitMs: 60_000 });
const entry = { key, tags: ["tag"] };

async function make(): Promise<string> {
  const made = await redis.cache.incr(`${config.prefix}made`);
  await waitFor("the sign to go on", () => redis.cache.get(`${config.prefix}go`));
  return `made ${made}`;
}

await redis.cache.incr(`${config.prefix}ready`);
await waitFor("the sign to begin", () => redis.cache.get(`${config.prefix}begin`), 120_000);
const answers = await Promise.all(
  Array.from({ length: Number(times) }, () => {
    const answer = store.get(entry, make);
    void redis.cache.incr(`${config.prefix}asked`);
    return answer;
  }),
);
console.log(JSON.stringify(answers.map(({ text }) => text)));
closeRedis(redis);
