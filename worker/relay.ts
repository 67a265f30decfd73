import { openPostgres } from "../lib/platform/database.ts";
import { logger } from "../lib/platform/log.ts";
import { TASKS_CHANNEL } from "../lib/platform/queue.ts";
import type { Services } from "../lib/platform/services.ts";
import {
  countOpenTasks,
  mendFutureTimes,
  relayDueTasks,
  relayLostTasks,
  removeDoneTasks,
  timeAgo,
} from "../lib/platform/task_store.ts";
import type { TaskStream } from "../lib/platform/task_stream.ts";
import { Pause } from "./pause.ts";

const BATCH = 1000;
const POLL_MS = 500;
const KEEP_DONE_MS = 7 * 24 * 60 * 60 * 1000;
const LISTEN_AGAIN_MS = 1000;

/**
 * Moves tasks from PostgreSQL to the stream: due ones as soon as they are committed, and once more
 * those that the stream has lost. Any number of relays may run beside each other.
 */
export class Relay {
  readonly #services: Services;
  readonly #stream: TaskStream;
  readonly #pause = new Pause();
  #sweptAt = -Infinity;
  #isAway = false;

  constructor(services: Services, stream: TaskStream) {
    this.#services = services;
    this.#stream = stream;
  }

  /** Looks for work at once instead of at the next poll. */
  wake(): void {
    this.#pause.wake();
  }

  /** Relays until `signal` aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const listening = this.#listen(signal);
    while (!signal.aborted) {
      try {
        const relayed = await this.#pass();
        if (this.#isAway) logger("relay").info("Relaying again");
        this.#isAway = false;
        if (relayed === BATCH) continue;
      } catch (error) {
        if (!this.#isAway) logger("relay").warn("Cannot relay tasks: {error}", { error });
        this.#isAway = true;
      }
      await this.#pause.wait(POLL_MS, signal);
    }
    await listening;
  }

  async #pass(): Promise<number> {
    if (await this.#stream.ensureGroup()) await this.#relayLost(0);
    await this.#sweep();
    return await this.#services.db.transaction().execute(async (trx) => {
      const ids = await relayDueTasks(trx, BATCH);
      // Before the commit: when Redis is away, they go on waiting.
      await this.#stream.add(ids);
      return ids.length;
    });
  }

  /** What is done now and then: finding what was lost, and clearing up. */
  async #sweep(): Promise<void> {
    const { db, config } = this.#services;
    const leaseMs = config.worker.leaseMs;
    if (performance.now() - this.#sweptAt < leaseMs / 2) return;
    this.#sweptAt = performance.now();
    await mendFutureTimes(db, leaseMs);
    const [held, open] = await Promise.all([this.#stream.size(), countOpenTasks(db)]);
    // While the stream holds a hint for each, what is old merely waits for its turn.
    await this.#relayLost(held < open ? leaseMs : 10 * leaseMs);
    await this.#stream.forgetConsumers(10 * leaseMs);
    await removeDoneTasks(db, KEEP_DONE_MS, 10_000);
  }

  async #relayLost(ageMs: number): Promise<void> {
    const { db } = this.#services;
    const before = await timeAgo(db, ageMs);
    let sum = 0;
    for (let found = BATCH; found === BATCH;) {
      const ids = await relayLostTasks(db, before, BATCH);
      await this.#stream.add(ids);
      found = ids.length;
      sum += found;
    }
    if (sum > 0) logger("relay").info("Relayed {sum} lost tasks again", { sum });
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { url } = this.#services.config.database;
    const sql = openPostgres({ url, poolSize: 1 });
    const again = new Pause();
    const isListening = () =>
      sql.listen(TASKS_CHANNEL, () => this.wake(), () => this.wake()).then(() => true, () => false);
    // Until it stands, polling finds the work; afterwards postgres.js keeps it up by itself.
    while (!signal.aborted && !(await isListening())) await again.wait(LISTEN_AGAIN_MS, signal);
    await again.wait(2 ** 31 - 1, signal);
    await sql.end({ timeout: 1 });
  }
}
