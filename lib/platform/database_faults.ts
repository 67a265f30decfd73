import postgres from "postgres";
import { logger } from "./log.ts";

/** What the driver and the server say when there is no connection to be had. */
const CONNECTION_LOSS: ReadonlySet<unknown> = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE", // it was written to after the server had ended it
  "57P01", // is shutting down
  "57P02", // crashed
  "57P03", // is starting up
  "53300", // has no connection left
]);

/** Whether `error` says that the database is away; the same may work again soon. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof Error && "code" in error && CONNECTION_LOSS.has(error.code);
}

/** Whether `error` says that the database's disk is full. */
export function isOutOfRoom(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "53100";
}

/** Whether `error` is of the database and not of what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  return isConnectionLoss(error) || isOutOfRoom(error);
}

/** Whether `error` says that two transactions waited for each other, and this one was given up. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code === "40P01";
}

const AGAIN_MS = 250;

/**
 * Asks until the database answers, for a process that starts while the database does.
 *
 * @throws What `ask` throws for another reason than that the database is away, and that reason after
 *   `withinMs`.
 */
export async function untilReachable<T>(ask: () => Promise<T>, withinMs = 60_000): Promise<T> {
  const until = performance.now() + withinMs;
  for (let isFirst = true;; isFirst = false) {
    try {
      return await ask();
    } catch (error) {
      const isAway = isConnectionLoss(error) || isUnknownLogin(error);
      if (!isAway || performance.now() > until) throw error;
      const { message } = error as Error;
      if (isFirst) logger("database").warn("Waiting for the database: {message}", { message });
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The login of web and worker is made by `migrate`, which may not have come to that. */
function isUnknownLogin(error: unknown): boolean {
  return (error as { code?: unknown }).code === "28P01";
}
