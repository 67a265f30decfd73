import { isDatabaseAway } from "../lib/platform/database_faults.ts";
import { Unavailable } from "../lib/platform/errors.ts";
import { logger } from "../lib/platform/log.ts";
import type { Services } from "../lib/platform/services.ts";
import { taskDuration } from "../lib/platform/telemetry/measures.ts";
import { inRootSpan, SpanKind } from "../lib/platform/telemetry/tracing.ts";
import { parkTask, postponeTask, type TakenTask } from "../lib/platform/task_store.ts";
import { acrossWorkspaces, inWorkspace } from "../lib/platform/workspace_scope.ts";
import { Pause } from "./pause.ts";
import { Permanent, type Registry } from "./task.ts";

const LONGEST_DELAY_MS = 10 * 60 * 1000;
const LONGEST_WAIT_MS = 60 * 1000;
const WRITE_AGAIN_MS = 500;

/** Why a running task is aborted; in both cases it has not failed. */
export const STOPPING = new DOMException("The worker stops", "AbortError");
export const LEASE_LOST = new DOMException("Another worker has the task", "AbortError");

/** A task that this process runs. */
export interface HeldTask {
  readonly task: TakenTask;
  /** Its hint in the stream. */
  readonly entryId: string;
  readonly controller: AbortController;
}

/** How a task ended: done, which is still to be written down, or in another way, which is. */
export type Outcome = { readonly isDone: true; readonly result: unknown } | {
  readonly isDone: false;
};

const WRITTEN: Outcome = { isDone: false };

/**
 * Runs one task and writes down what came of it, except when it is done.
 *
 * @returns Whether it is done, which the caller writes down together with others.
 * @throws When the outcome cannot be written down before the task is aborted; the lease runs out
 *   then.
 */
export async function runHeldTask(
  held: HeldTask,
  services: Services,
  registry: Registry,
): Promise<Outcome> {
  const { name, id, traceparent, workspaceId, attempts } = held.task;
  const task = Object.hasOwn(registry, name) ? name : "unknown";
  const attributes = {
    "talent.task.id": id,
    "talent.task.attempt": attempts,
    ...(workspaceId ? { "talent.workspace.id": workspaceId } : {}),
  };
  const started = performance.now();
  const outcome = await inRootSpan(
    `task ${task}`,
    traceparent,
    { kind: SpanKind.CONSUMER, attributes },
    () => within(workspaceId, () => run(held, services, registry)),
  );
  const seconds = (performance.now() - started) / 1000;
  taskDuration.record(seconds, { task, outcome: outcome.isDone ? "done" : "failed" });
  return outcome;
}

function within<T>(workspaceId: string | null, work: () => T): T {
  return workspaceId
    ? inWorkspace(workspaceId, work)
    : acrossWorkspaces("the task is of no workspace", work);
}

async function run(
  held: HeldTask,
  services: Services,
  registry: Registry,
): Promise<Outcome> {
  const { task, controller } = held;
  const { maxAttempts } = services.config.worker;
  // Taken up twice as often as it may fail: whoever runs it dies of it.
  if (task.failures >= maxAttempts || task.attempts - task.waits > 2 * maxAttempts) {
    const died = new Error(`Given up: ${task.attempts - 1} runs did not come to an end`);
    await park(held, services, registry, task.failures, died);
    return WRITTEN;
  }
  try {
    const known = taskOf(registry, task.name);
    const context = { services, attempt: task.failures + 1 };
    if (task.isRetry) await known.retried?.(task.payload, context);
    const result = await known.run(task.payload, { ...context, signal: controller.signal });
    return { isDone: true, result };
  } catch (error) {
    await afterFailure(held, services, registry, error);
    return WRITTEN;
  }
}

async function afterFailure(
  held: HeldTask,
  services: Services,
  registry: Registry,
  error: unknown,
): Promise<void> {
  const { task, controller: { signal } } = held;
  const { maxAttempts, retryMs } = services.config.worker;
  if (signal.aborted && !(error instanceof Permanent)) {
    if (signal.reason === LEASE_LOST) return;
    return await postponeTask(services.db, task, {
      delayMs: 0,
      failures: task.failures,
      error: null,
    });
  }
  if (error instanceof Unavailable || isDatabaseAway(error)) {
    return await putOff(held, services, error as Error);
  }
  const failures = task.failures + 1;
  if (error instanceof Permanent || failures >= maxAttempts) {
    return await park(held, services, registry, failures, error);
  }
  const delayMs = backoffMs(failures, retryMs, Math.random());
  logger("worker").warn("Task {name} {id} failed, try {failures}: {error}", {
    name: task.name,
    id: task.id,
    failures,
    error,
  });
  const options = { delayMs, failures, error: messageOf(error) };
  await persist(signal, () => postponeTask(services.db, task, options));
}

/** What it needs is away, which is no fault of the task: it waits, however long that takes. */
async function putOff(held: HeldTask, services: Services, error: Error): Promise<void> {
  const { task, controller } = held;
  // Where the database was away, runs before this one may have ended without a word of it.
  const waits = isDatabaseAway(error) ? task.attempts : task.waits + 1;
  const delayMs = backoffMs(task.waits + 1, services.config.worker.retryMs, Math.random());
  const { name, id, failures } = task;
  logger("worker").warn("Task {name} {id} waits: {error}", { name, id, error });
  const options = {
    delayMs: Math.min(delayMs, LONGEST_WAIT_MS),
    failures,
    waits,
    error: messageOf(error),
  };
  await persist(controller.signal, () => postponeTask(services.db, task, options));
}

/**
 * Writes until the database takes it: who gives up leaves the task to be run again, and after some
 * such runs to be taken for one that kills its workers.
 */
async function persist(signal: AbortSignal, write: () => Promise<void>): Promise<void> {
  const pause = new Pause();
  while (true) {
    try {
      return await write();
    } catch (error) {
      if (signal.aborted || !isDatabaseAway(error)) throw error;
    }
    await pause.wait(WRITE_AGAIN_MS, signal);
  }
}

/**
 * How long to wait before the next try, in ms: doubles with each failure, and is spread over half
 * to one and a half of that, so that what failed together does not come back together.
 *
 * @param random From 0 to 1.
 */
export function backoffMs(failures: number, retryMs: number, random: number): number {
  return Math.min(LONGEST_DELAY_MS, retryMs * 2 ** (failures - 1)) * (0.5 + random);
}

async function park(
  held: HeldTask,
  services: Services,
  registry: Registry,
  failures: number,
  error: unknown,
): Promise<void> {
  const { task, controller: { signal } } = held;
  logger("worker").error("Task {name} {id} is parked: {error}", {
    name: task.name,
    id: task.id,
    error,
  });
  try {
    // First: should we die in between, the task is taken up again and this is made up for.
    await registry[task.name]?.parked?.(task.payload, { services, attempt: failures });
  } catch (cause) {
    if (!(cause instanceof Permanent)) {
      const delayMs = backoffMs(failures, services.config.worker.retryMs, Math.random());
      logger("worker").error("Task {id} could not be parked: {cause}", { id: task.id, cause });
      const options = {
        delayMs,
        failures: Math.max(failures, services.config.worker.maxAttempts),
        error: messageOf(cause),
      };
      return await persist(signal, () => postponeTask(services.db, task, options));
    }
  }
  const options = { failures, error: messageOf(error) };
  await persist(signal, () => parkTask(services.db, task, options));
}

function taskOf(registry: Registry, name: string) {
  const found = registry[name];
  if (found) return found;
  // Tried again, since a newer worker may know it.
  throw new Error(`No task is named ${JSON.stringify(name)} here`);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(
    0,
    2000,
  );
}
