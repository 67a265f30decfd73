import { sql } from "kysely";
import { isWorkerAlive } from "./heartbeat.ts";
import type { RedisClients } from "./redis.ts";
import type { Services } from "./services.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";

export type PartHealth = "ok" | "away";

/** Which of the parts that the product needs answer. */
export interface Health {
  readonly postgres: PartHealth;
  readonly redis: PartHealth;
  /** A worker that gave a sign of life within the last seconds. */
  readonly worker: PartHealth;
}

const PATIENCE_MS = 2000;

/** Asks each part, and waits two seconds at most. */
export async function checkHealth({ db, redis }: Services): Promise<Health> {
  const [postgres, redisHealth, worker] = await Promise.all([
    answers(acrossWorkspaces("no row is read", () => sql`select 1`.execute(db))),
    checkRedis(redis),
    answers(isWorkerAlive(redis), (isAlive) => isAlive),
  ]);
  return { postgres, redis: redisHealth, worker };
}

/** Asks each Redis server, and waits two seconds at most. */
export function checkRedis(redis: RedisClients): Promise<PartHealth> {
  const clients = new Set([redis.queue, redis.cache, redis.rateLimit]);
  return answers(Promise.all([...clients].map((client) => client.ping())));
}

/** Whether all parts answer. */
export function isHealthy(health: Health): boolean {
  return Object.values(health).every((part) => part === "ok");
}

function answers<T>(
  asked: Promise<T>,
  isGood: (answer: T) => boolean = () => true,
): Promise<PartHealth> {
  return within(asked.then((answer): PartHealth => isGood(answer) ? "ok" : "away"), "away");
}

/** What is answered within two seconds; `otherwise` when it fails or takes longer. */
export async function within<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
  });
  const answer = await Promise.race([asked.catch(() => otherwise), late]);
  clearTimeout(timer);
  return answer;
}
