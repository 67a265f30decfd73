import { createClient } from "redis";
import type { Config } from "./config.ts";
import { logger } from "./log.ts";

/** One connection; commands sent in the same tick share a round trip. */
export type RedisClient = ReturnType<typeof newClient>;

/** One client a purpose; the same client where the servers are the same. */
export interface RedisClients {
  readonly queue: RedisClient;
  readonly cache: RedisClient;
  readonly rateLimit: RedisClient;
  /** Of the server behind `queue`, for a connection that must not be shared. */
  readonly queueUrl: string;
  /** Stands before every key and channel. */
  readonly prefix: string;
  /** Aborted when these are closed, for whatever else was connected on their behalf. */
  readonly closing: AbortSignal;
}

const PATIENCE_MS = 3000;

/**
 * Connects to the configured servers.
 *
 * A server that is away does not fail this: its commands reject at once until it is back, since
 * all that Redis holds can be lost.
 */
export async function openRedis(config: Config["redis"]): Promise<RedisClients> {
  const byUrl = new Map<string, Promise<RedisClient>>();
  const open = (url: string) => {
    const known = byUrl.get(url) ?? connectRedis(url);
    byUrl.set(url, known);
    return known;
  };
  const [queue, cache, rateLimit] = await Promise.all([
    open(config.queueUrl),
    open(config.cacheUrl),
    open(config.rateLimitUrl),
  ]);
  const controller = new AbortController();
  const clients = {
    queue,
    cache,
    rateLimit,
    queueUrl: config.queueUrl,
    prefix: config.prefix,
    closing: controller.signal,
  };
  controllers.set(clients, controller);
  return clients;
}

const controllers = new WeakMap<RedisClients, AbortController>();

/** Closes each connection once; what is under way is dropped. */
export function closeRedis(clients: RedisClients): void {
  controllers.get(clients)?.abort();
  for (const client of new Set([clients.queue, clients.cache, clients.rateLimit])) {
    disconnectRedis(client);
  }
}

/**
 * Connects one client, for a purpose that must not share (blocking reads, subscriptions).
 * Comes back after a few seconds at the latest, connected or still trying.
 */
export async function connectRedis(url: string): Promise<RedisClient> {
  const client = newClient(url);
  let isAway = false;
  client.on("error", (error: Error) => {
    if (!isAway) logger("redis").warn("Redis is away: {reason}", { reason: error.message });
    isAway = true;
  });
  client.on("ready", () => {
    if (isAway) logger("redis").info("Redis is back");
    isAway = false;
  });
  const connected = client.connect().catch(() => {}); // closed while still trying
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE_MS));
  await Promise.race([connected, patience]);
  clearTimeout(timer);
  return client;
}

/** Closes one client at once. */
export function disconnectRedis(client: RedisClient): void {
  if (client.isOpen) client.destroy();
}

function newClient(url: string) {
  return createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    // As shipped, each command makes an AbortSignal of its own: half the throughput.
    commandOptions: { timeout: undefined },
    socket: {
      connectTimeout: 5000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 6), 1000),
    },
  });
}
