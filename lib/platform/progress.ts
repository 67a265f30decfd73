import { connectRedis, disconnectRedis, type RedisClient, type RedisClients } from "./redis.ts";

/** Called when something may have changed; what did is read from PostgreSQL. */
export type OnProgress = () => void;

/**
 * Hints to everybody who watches `topic` (a job's id) that it changed. Sent after the transaction;
 * a hint that is lost costs a watcher only the time until it looks by itself.
 */
export function publishProgress(redis: RedisClients, topic: string): void {
  redis.queue.publish(channelOf(redis), topic).catch(() => {}); // Redis is away
}

/**
 * Calls `onProgress` for each hint about `topic`, and once whenever the subscription was cut and
 * is back, since hints may have been missed. All watchers of a process share one subscription.
 *
 * @returns Stops watching.
 */
export function watchProgress(
  redis: RedisClients,
  topic: string,
  onProgress: OnProgress,
): () => void {
  const hub = hubs.get(redis) ?? new ProgressHub(redis);
  hubs.set(redis, hub);
  return hub.watch(topic, onProgress);
}

const hubs = new WeakMap<RedisClients, ProgressHub>();

function channelOf(redis: RedisClients): string {
  return `${redis.prefix}progress`;
}

/** One subscription for all topics: a browser more costs no connection more. */
class ProgressHub {
  readonly #redis: RedisClients;
  readonly #watchers = new Map<string, Set<OnProgress>>();
  #client: RedisClient | undefined;
  #isOpening = false;

  constructor(redis: RedisClients) {
    this.#redis = redis;
    redis.closing.addEventListener("abort", () => this.#close(), { once: true });
  }

  watch(topic: string, onProgress: OnProgress): () => void {
    const own = this.#watchers.get(topic) ?? new Set();
    this.#watchers.set(topic, own);
    // A function of its own, so that the same one may watch twice.
    const tell = () => onProgress();
    own.add(tell);
    this.#open();
    return () => {
      own.delete(tell);
      if (own.size === 0 && this.#watchers.get(topic) === own) this.#watchers.delete(topic);
    };
  }

  async #open(): Promise<void> {
    if (this.#client || this.#isOpening || this.#redis.closing.aborted) return;
    this.#isOpening = true;
    const client = await connectRedis(this.#redis.queueUrl);
    this.#isOpening = false;
    if (this.#redis.closing.aborted) return disconnectRedis(client);
    this.#client = client;
    // The client subscribes again by itself before it is ready again.
    client.on("ready", () => this.#tellAll());
    const subscribe = () =>
      client.subscribe(channelOf(this.#redis), (topic) => this.#tell(topic)).then(() =>
        this.#tellAll()
      );
    await subscribe().catch(() => client.once("ready", () => void subscribe().catch(() => {})));
  }

  #tell(topic: string): void {
    for (const onProgress of this.#watchers.get(topic) ?? []) onProgress();
  }

  #tellAll(): void {
    for (const topic of this.#watchers.keys()) this.#tell(topic);
  }

  #close(): void {
    this.#watchers.clear();
    if (this.#client) disconnectRedis(this.#client);
    this.#client = undefined;
  }
}
