import { z } from "zod";
import { type Registry, task } from "../task.ts";

const Cancelled = z.object({ name: z.string(), payload: z.unknown() });

/** Tells a cancelled task that it is given up, so that what waits for it is marked as failed. */
export function taskCancelled(registry: () => Registry) {
  return task(Cancelled, async ({ name, payload }, { services, attempt }) => {
    await registry()[name]?.parked?.(payload, { services, attempt });
  });
}
