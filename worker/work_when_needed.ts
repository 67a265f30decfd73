import { logger } from "../lib/platform/log.ts";
import { selectQueueState } from "../lib/platform/queue_state.ts";
import { SCHEDULE } from "../lib/platform/schedule.ts";
import type { Services } from "../lib/platform/services.ts";
import { acrossWorkspaces } from "../lib/platform/workspace_scope.ts";
import { registry } from "./registry.ts";
import { runWorker } from "./run_worker.ts";
import { planHousekeeping } from "./tasks/housekeeping.ts";

const LOOK_MS = 250;
/** How long there must have been nothing to do. */
const IDLE_MS = 3000;
/** Where processes do not live long, the next call goes on. */
const LONGEST_MS = 240_000;

/**
 * A worker that runs only while there is work, for platforms that keep no process for it: started
 * after whatever may have handed in a task, and by the clock for what is due later.
 */
export class WorkWhenNeeded {
  readonly #services: Services;
  readonly #stop: AbortSignal;
  #working: Promise<void> | undefined;
  #wokenAt = 0;

  /** @param stop Ends the work for good. */
  constructor(services: Services, stop: AbortSignal) {
    this.#services = services;
    this.#stop = stop;
  }

  /** Starts working unless it does. @returns When nothing is left to do. */
  wake(): Promise<void> {
    this.#wokenAt = performance.now();
    return this.#working ??= acrossWorkspaces("the queue is of all", () => this.#work())
      .catch((error) => logger("worker").error("The worker failed", { error }))
      .finally(() => this.#working = undefined);
  }

  async #work(): Promise<void> {
    if (this.#stop.aborted) return;
    const over = new AbortController();
    const signal = AbortSignal.any([this.#stop, over.signal]);
    await planHousekeeping(this.#services.db);
    const working = runWorker(this.#services, { signal, registry, schedule: SCHEDULE });
    try {
      await Promise.race([this.#untilIdle(signal), working]);
    } finally {
      over.abort();
      await working;
    }
  }

  async #untilIdle(signal: AbortSignal): Promise<void> {
    const from = performance.now();
    let busyAt = from;
    while (!signal.aborted && performance.now() - from < LONGEST_MS) {
      const { waiting, running } = await selectQueueState(this.#services.db);
      if (Number(waiting) + Number(running) > 0) busyAt = performance.now();
      if (performance.now() - Math.max(busyAt, this.#wokenAt) > IDLE_MS) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
