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
  run(payload: unknown, context: TaskContext): Promise<unknown>;
  /** Told when the task is parked, so that what waits for it can be marked as failed. */
  readonly parked?: (payload: unknown, context: Omit<TaskContext, "signal">) => Promise<void>;
  /** Told before each run that a person asked for after that, so that it finds open work again. */
  readonly retried?: (payload: unknown, context: Omit<TaskContext, "signal">) => Promise<void>;
}

/** Thrown by a handler to give up at once: another try would end the same. */
export class Permanent extends Error {
  override readonly name = "Permanent";
}

/**
 * Makes a task of a payload's schema and a handler.
 *
 * The handler returns when done, with plain JSON that is kept as the result, or nothing; it throws
 * `Permanent` to give up, `Unavailable` to wait for something that is away, however long, and
 * anything else to be tried again.
 * A payload that does not fit the schema is given up.
 */
export function task<Schema extends z.ZodType>(
  schema: Schema,
  handler: (input: z.output<Schema>, context: TaskContext) => Promise<unknown>,
  options: {
    /** Runs when the last try failed, the task was given up or cancelled. */
    readonly whenParked?: Hook<Schema>;
    /** Runs before a task is run that a person asked for again; undoes what `whenParked` did. */
    readonly whenRetried?: Hook<Schema>;
  } = {},
): Task {
  const parse = (payload: unknown): z.output<Schema> => {
    const result = schema.safeParse(payload);
    if (result.success) return result.data;
    throw new Permanent(`The payload does not fit: ${result.error.message}`);
  };
  const parsed = (hook: Hook<Schema>): Required<Task>["parked"] => async (payload, context) =>
    await hook(parse(payload), context);
  return {
    run: async (payload, context) => await handler(parse(payload), context),
    ...(options.whenParked ? { parked: parsed(options.whenParked) } : {}),
    ...(options.whenRetried ? { retried: parsed(options.whenRetried) } : {}),
  };
}

type Hook<Schema extends z.ZodType> = (
  input: z.output<Schema>,
  context: Omit<TaskContext, "signal">,
) => Promise<void>;

/** The tasks that a worker can run, by the name under which they are enqueued. */
export type Registry = Readonly<Record<string, Task>>;
