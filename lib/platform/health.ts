import { sql } from "kysely";
import { isWorkerAlive } from "./heartbeat.ts";
import type { Services } from "./services.ts";

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
  const clients = new Set([redis.queue, redis.cache, redis.rateLimit]);
  const [postgres, redisHealth, worker] = await Promise.all([
    answers(sql`select 1`.execute(db)),
    answers(Promise.all([...clients].map((client) => client.ping()))),
    answers(isWorkerAlive(redis), (isAlive) => isAlive),
  ]);
  return { postgres, redis: redisHealth, worker };
}

/** Whether all parts answer. */
export function isHealthy(health: Health): boolean {
  return Object.values(health).every((part) => part === "ok");
}

async function answers<T>(
  asked: Promise<T>,
  isGood: (answer: T) => boolean = () => true,
): Promise<PartHealth> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(() => resolve("away"), PATIENCE_MS);
  });
  const answered = asked.then((answer): PartHealth => isGood(answer) ? "ok" : "away")
    .catch((): PartHealth => "away");
  const health = await Promise.race([answered, late]);
  clearTimeout(timer);
  return health;
}
