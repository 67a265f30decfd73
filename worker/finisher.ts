import type { Db } from "../lib/platform/database.ts";
import { isDatabaseAway } from "../lib/platform/database_faults.ts";
import { logger } from "../lib/platform/log.ts";
import { finishTasks, type TakenTask } from "../lib/platform/task_store.ts";
import type { TaskStream } from "../lib/platform/task_stream.ts";

const AGAIN_MS = 500;

interface Finished {
  readonly task: TakenTask;
  readonly entryId: string;
  /** What the task answers. */
  readonly result: unknown;
}

/**
 * Writes down that tasks are done: those that end while a write is under way share the next one.
 * Where the database is away it is tried again; a lease that runs out meanwhile lets the task run
 * once more.
 */
export class Finisher {
  readonly #db: Db;
  readonly #stream: TaskStream;
  #waiting: Finished[] = [];
  #flushing: Promise<void> | undefined;
  #isEnding = false;

  constructor(db: Db, stream: TaskStream) {
    this.#db = db;
    this.#stream = stream;
  }

  add(finished: Finished): void {
    this.#waiting.push(finished);
    this.#flushing ??= this.#flushAll();
  }

  /** Resolves when all that was added is written down, or cannot be; nothing is added after this. */
  async flush(): Promise<void> {
    this.#isEnding = true;
    await this.#flushing;
  }

  async #flushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await finishTasks(this.#db, batch.map(({ task, result }) => ({ ...task, result })));
        await this.#stream.remove(batch.map(({ entryId }) => entryId));
      } catch (error) {
        logger("worker").warn("Cannot write down that tasks are done: {error}", { error });
        if (this.#isEnding || !isDatabaseAway(error)) continue;
        this.#waiting.unshift(...batch);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
    this.#flushing = undefined;
  }
}
