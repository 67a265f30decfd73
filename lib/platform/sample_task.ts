import { z } from "zod";
import type { Db } from "./database.ts";
import { text } from "./input.ts";
import { enqueueAlone } from "./queue.ts";

/** The name of the task that shows how tasks work. */
export const SAMPLE_TASK = "sample_background_task";

/** What the sample task is given; `message` names it in its answer. */
export const SampleTask = z.object({ message: text(1, 200) });
export type SampleTask = z.infer<typeof SampleTask>;

/** How long the sample task waits before it answers. */
const WAIT_MS = 5000;

/**
 * Asks for the sample task, which answers after five seconds. It waits as a row that is not due
 * yet, so that it keeps no worker from real work.
 *
 * @param workspaceId Whose task it is; null for who has not signed in.
 */
export function enqueueSampleTask(
  db: Db,
  workspaceId: string | null,
  payload: SampleTask,
): Promise<string> {
  return enqueueAlone(db, { name: SAMPLE_TASK, payload, workspaceId, delayMs: WAIT_MS });
}
