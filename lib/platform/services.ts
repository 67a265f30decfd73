import { openCache } from "./cache.ts";
import { type Config, loadConfig } from "./config.ts";
import { type Db, lookupConnections, openDatabase } from "./database.ts";
import { readEnv } from "./env_file.ts";
import { closeRedis, openRedis, type RedisClients } from "./redis.ts";
import { RequestTally } from "./request_tally.ts";
import { poolUse } from "./telemetry/pool_use.ts";
import { openStorage } from "./storage/open_storage.ts";
import type { DocumentStorage } from "./storage/storage.ts";

/** What a process works with: settings and open connections. */
export interface Services {
  readonly config: Config;
  readonly db: Db;
  readonly redis: RedisClients;
  readonly storage: DocumentStorage;
  /** What is called how often. */
  readonly requests: RequestTally;
}

/** No statement of a task takes as long: one that does hangs, and holds what it has locked. */
export const STATEMENT_MS = 10 * 60_000;
/** Whoever waits longer for a row waits for something that hangs. */
const LOCK_MS = 30_000;
const IDLE_TRANSACTION_MS = 5 * 60_000;

/** What a process uses its connections for. */
export interface Uses {
  /** After which PostgreSQL gives up a statement; default: what a task may take. */
  readonly statementMs?: number;
  /** Whether it answers requests, each of which asks who it is that calls. */
  readonly isAnswering?: boolean;
}

/** Opens the connections; the caller closes them with `closeServices()`. */
export async function openServices(
  config: Config,
  { statementMs = STATEMENT_MS, isAnswering = false }: Uses = {},
): Promise<Services> {
  const pool = {
    ...config.database,
    isWalled: true,
    statementMs,
    lockMs: LOCK_MS,
    idleTransactionMs: IDLE_TRANSACTION_MS,
    hasLookups: isAnswering,
  };
  const db = openDatabase(pool);
  poolUse.mostTransactions = pool.poolSize - lookupConnections(pool);
  const redis = await openRedis(config.redis);
  openCache(db, redis, config.cache);
  return { config, db, redis, storage: openStorage(config), requests: new RequestTally(db) };
}

/** Closes all connections; each, even if another one fails to close. */
export async function closeServices(services: Services): Promise<void> {
  try {
    closeRedis(services.redis);
    await services.requests.flush();
  } finally {
    await services.db.destroy();
  }
}

let shared: Promise<Services> | undefined;
let sharedNow: Services | undefined;

/** The services of this process, by its environment and `.env`; opened by the first call. */
export function services(): Promise<Services> {
  return shared ??= openServices(loadConfig(readEnv())).then((opened) => sharedNow = opened);
}

/** What `services()` answers, once it is open. */
export function openedServices(): Services | undefined {
  return sharedNow;
}

/** Makes `services()` answer with these, for a process that opened them itself. */
export function shareServices(opened: Services): void {
  sharedNow = opened;
  shared = Promise.resolve(opened);
}

/** Closes what `services()` opened, if anything. */
export async function closeSharedServices(): Promise<void> {
  const closing = shared;
  shared = undefined;
  sharedNow = undefined;
  if (closing) await closeServices(await closing);
}
