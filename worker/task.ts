import type { z } from "zod";
import type { Services } from "../lib/platform/services.ts";

/** What a task's handler works with. */
export interface TaskContext {
  readonly services: Services;
  /** Aborted when the process must end, or when another worker took the task over. */
  readonly signal: AbortSignal;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Work by name: checks the payload, then runs. Running it twice must equal running it once. */
export interface Task {
  run(payload: unknown, context: TaskContext): Promise<void>;
  /** Told when the task is parked, so that what waits for it can be marked as failed. */
  readonly parked?: (payload: unknown, context: Omit<TaskContext, "signal">) => Promise<void>;
}

/** Thrown by a handler to give up at once: another try would end the same. */
export class Permanent extends Error {
  override readonly name = "Permanent";
}

/**
 * Makes a task of a payload's schema and a handler.
 *
 * The handler returns when done, throws `Permanent` to give up, anything else to be tried again.
 * A payload that does not fit the schema is given up.
 */
export function task<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, context: TaskContext) => Promise<void>,
  options: {
    /** Runs once when the last try failed or the task was given up. */
    readonly whenParked?: (
      input: z.output<Schema>,
      context: Omit<TaskContext, "signal">,
    ) => Promise<void>;
  } = {},
): Task {
  const parse = (payload: unknown): z.output<Schema> => {
    const result = schema.safeParse(payload);
    if (result.success) return result.data;
    throw new Permanent(`The payload does not fit: ${result.error.message}`);
  };
  const { whenParked } = options;
  return {
    run: async (payload, context) => await handler(parse(payload), context),
    ...(whenParked
      ? { parked: async (payload, context) => await whenParked(parse(payload), context) }
      : {}),
  };
}

/** The tasks that a worker can run, by the name under which they are enqueued. */
export type Registry = Readonly<Record<string, Task>>;
