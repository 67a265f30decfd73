import { logger } from "../lib/platform/log.ts";
import { enqueueDue, type Scheduled } from "../lib/platform/schedule.ts";
import type { Services } from "../lib/platform/services.ts";
import { Pause } from "./pause.ts";

/** Another process may die between taking a due time and committing it. */
const LONGEST_WAIT_MS = 30_000;

/** Enqueues scheduled tasks when they are due, until `signal` aborts. */
export async function runScheduler(
  { db }: Pick<Services, "db">,
  schedule: readonly Scheduled[],
  signal: AbortSignal,
): Promise<void> {
  if (schedule.length === 0) return;
  const pause = new Pause();
  let isAway = false;
  while (!signal.aborted) {
    let waitMs = LONGEST_WAIT_MS;
    try {
      waitMs = Math.min(waitMs, await enqueueDue(db, schedule));
      isAway = false;
    } catch (error) {
      if (!isAway) logger("worker").warn("Cannot look at the schedule: {error}", { error });
      isAway = true;
    }
    await pause.wait(Math.max(50, waitMs), signal);
  }
}
