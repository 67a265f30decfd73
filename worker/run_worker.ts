import { beatUntil } from "../lib/platform/heartbeat.ts";
import type { Scheduled } from "../lib/platform/schedule.ts";
import type { Services } from "../lib/platform/services.ts";
import { TaskStream } from "../lib/platform/task_stream.ts";
import { acrossWorkspaces } from "../lib/platform/workspace_scope.ts";
import { Consumer } from "./consumer.ts";
import { Relay } from "./relay.ts";
import { runScheduler } from "./scheduler.ts";
import type { Registry } from "./task.ts";

/**
 * Relays and runs tasks, those of a schedule when they are due, until `signal` aborts, and lets those under way come to an end.
 *
 * @returns When nothing of it runs any more; the caller closes the services then.
 */
export async function runWorker(
  services: Services,
  { signal, registry, schedule = [] }: {
    readonly signal: AbortSignal;
    readonly registry: Registry;
    readonly schedule?: readonly Scheduled[];
  },
): Promise<void> {
  const stream = new TaskStream(services.redis, `${Deno.hostname()}-${crypto.randomUUID()}`);
  const relay = new Relay(services, stream);
  const consumer = new Consumer(services, stream, registry, () => relay.wake());
  const parts = acrossWorkspaces("the queue holds the tasks of all", () => [
    beatUntil(services.redis, signal),
    relay.run(signal),
    consumer.run(signal),
    runScheduler(services, schedule, signal),
  ]);
  const ends = await Promise.allSettled(parts);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
