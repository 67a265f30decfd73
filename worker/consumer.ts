import { logger } from "../lib/platform/log.ts";
import { connectRedis, disconnectRedis, type RedisClient } from "../lib/platform/redis.ts";
import type { Services } from "../lib/platform/services.ts";
import { postponeTask, renewLeases, takeTasks } from "../lib/platform/task_store.ts";
import type { StreamEntry, TaskStream } from "../lib/platform/task_stream.ts";
import { Finisher } from "./finisher.ts";
import { type HeldTask, LEASE_LOST, runHeldTask, STOPPING } from "./held_task.ts";
import { Pause } from "./pause.ts";
import type { Registry } from "./task.ts";

const BLOCK_MS = 500;
const AGAIN_MS = 200;
const AFTER_ABORT_MS = 2000;

/**
 * Reads the stream and runs what it names, up to `concurrency` tasks at once. A task is held by a
 * lease in PostgreSQL, which is renewed while it runs; its hint in the stream is only removed when
 * PostgreSQL has the outcome.
 */
export class Consumer {
  readonly #services: Services;
  readonly #stream: TaskStream;
  readonly #registry: Registry;
  readonly #finisher: Finisher;
  /** By the task's id. */
  readonly #running = new Map<string, HeldTask & { readonly ended: Promise<void> }>();
  readonly #slotFree = new Pause();
  readonly #whenGroupIsLost: () => void;
  #tookOverAt = -Infinity;
  #isAway = false;

  /** @param whenGroupIsLost Told when the stream was emptied, so that it is filled at once. */
  constructor(
    services: Services,
    stream: TaskStream,
    registry: Registry,
    whenGroupIsLost: () => void,
  ) {
    this.#services = services;
    this.#stream = stream;
    this.#registry = registry;
    this.#finisher = new Finisher(services.db, stream);
    this.#whenGroupIsLost = whenGroupIsLost;
  }

  /** Works until `signal` aborts; then lets what runs come to an end, or puts it back. */
  async run(signal: AbortSignal): Promise<void> {
    const { redis, config } = this.#services;
    const client = await connectRedis(redis.queueUrl);
    const reader = await client.clientId().catch(() => 0);
    // Where its wait cannot be cut short, it ends by itself.
    const hurry = () => void redis.queue.clientUnblock(reader).catch(() => {});
    signal.addEventListener("abort", hurry, { once: true });
    const renewing = setInterval(() => void this.#renew(), config.worker.leaseMs / 3);
    try {
      while (!signal.aborted) await this.#round(client, signal);
      await this.#drain(config.shutdownMs);
    } finally {
      signal.removeEventListener("abort", hurry);
      clearInterval(renewing);
      disconnectRedis(client);
      await this.#finisher.flush();
    }
  }

  async #round(client: RedisClient, signal: AbortSignal): Promise<void> {
    const { concurrency, leaseMs } = this.#services.config.worker;
    const free = concurrency - this.#running.size;
    if (free <= 0) return await this.#slotFree.wait(BLOCK_MS, signal);
    try {
      if (performance.now() - this.#tookOverAt > leaseMs / 2) {
        const left = await this.#stream.takeOver(free, leaseMs);
        // With as many as we could take there may be more: look again as soon as there is room.
        if (left.length < free) this.#tookOverAt = performance.now();
        if (left.length > 0) return await this.#start(left);
      }
      await this.#start(await this.#stream.read(client, free, BLOCK_MS));
      if (this.#isAway) logger("worker").info("Reading tasks again");
      this.#isAway = false;
    } catch (error) {
      if ((error as Error).message.includes("NOGROUP")) this.#whenGroupIsLost();
      else if (!this.#isAway) {
        logger("worker").warn("Cannot read tasks: {error}", { error });
        this.#isAway = true;
      }
      await this.#slotFree.wait(AGAIN_MS, signal);
    }
  }

  async #start(entries: readonly StreamEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const wanted = new Map<string, string>();
    const spare: string[] = [];
    for (const { entryId, taskId } of entries) {
      const held = this.#running.get(taskId);
      if (held?.entryId === entryId) continue;
      if (held || wanted.has(taskId)) spare.push(entryId);
      else wanted.set(taskId, entryId);
    }
    const { db, config } = this.#services;
    const taken = await takeTasks(db, [...wanted.keys()], config.worker.leaseMs);
    for (const task of taken) {
      const entryId = wanted.get(task.id) ?? "";
      wanted.delete(task.id);
      const held = { task, entryId, controller: new AbortController() };
      this.#running.set(task.id, { ...held, ended: this.#run(held) });
    }
    // Done, held elsewhere or not due: whoever has it to do will add a hint of its own.
    await this.#stream.remove([...spare, ...wanted.values()]);
  }

  async #run(held: HeldTask): Promise<void> {
    try {
      const outcome = await runHeldTask(held, this.#services, this.#registry);
      if (outcome.isDone) this.#finisher.add({ ...held, result: outcome.result });
      else await this.#stream.remove([held.entryId]);
    } catch (error) {
      logger("worker").error("Cannot write down how task {id} ended: {error}", {
        id: held.task.id,
        error,
      });
    } finally {
      this.#running.delete(held.task.id);
      this.#slotFree.wake();
    }
  }

  /** Keeps the hold on what runs, and aborts what another worker took over. */
  async #renew(): Promise<void> {
    const held = [...this.#running.values()];
    if (held.length === 0) return;
    try {
      const tasks = held.map(({ task }) => task);
      const { db, config } = this.#services;
      const kept = await renewLeases(db, tasks, config.worker.leaseMs);
      for (const { task, controller } of held) {
        if (!kept.has(task.id) && this.#running.get(task.id)?.task === task) {
          controller.abort(LEASE_LOST);
        }
      }
      await this.#stream.hold(held.map(({ entryId }) => entryId));
    } catch (error) {
      logger("worker").debug("Cannot renew leases: {error}", { error });
    }
  }

  async #drain(withinMs: number): Promise<void> {
    if (await this.#idle(withinMs)) return;
    for (const { controller } of this.#running.values()) controller.abort(STOPPING);
    if (await this.#idle(AFTER_ABORT_MS)) return;
    const left = [...this.#running.values()];
    logger("worker").warn("Left {count} tasks for another worker", { count: left.length });
    await Promise.all(
      left.map(({ task }) =>
        postponeTask(this.#services.db, task, { delayMs: 0, failures: task.failures, error: null })
      ),
    );
  }

  /** Whether all that runs has ended within that time. */
  async #idle(withinMs: number): Promise<boolean> {
    const all = Promise.all([...this.#running.values()].map(({ ended }) => ended));
    const late = new Pause();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    void all.then(() => resolve(true));
    const controller = new AbortController();
    void late.wait(withinMs, controller.signal).then(() => resolve(false));
    const isIdle = await promise;
    controller.abort();
    return isIdle;
  }
}
