import type { Services } from "../services.ts";
import { selectQueueState } from "../queue_state.ts";
import { gauge } from "./instruments.ts";
import { poolUse } from "./pool_use.ts";

/** Has the state of the queue, of memory and of the connections told to whoever looks. */
export function watchServices({ db }: Services): void {
  gauge(
    { name: "talent.queue.depth", help: "Tasks that are due and wait for a worker" },
    "",
    async () => (await selectQueueState(db)).waiting,
  );
  gauge(
    { name: "talent.queue.oldest_age", help: "How long the first that waits has been due" },
    "seconds",
    async () => (await selectQueueState(db)).oldestSeconds ?? 0,
  );
  gauge(
    { name: "talent.queue.parked", help: "Tasks that were given up and wait for a person" },
    "",
    async () => (await selectQueueState(db)).parked,
  );
  gauge(
    { name: "db.client.connections.used", help: "Connections that a transaction holds" },
    "",
    () => poolUse.transactions,
  );
  gauge(
    { name: "db.client.connections.max", help: "Connections that transactions may hold" },
    "",
    () => poolUse.mostTransactions,
  );
  gauge(
    { name: "db.client.queries.pending", help: "Queries that PostgreSQL has not answered yet" },
    "",
    () => poolUse.queries,
  );
  gauge(
    { name: "process.resident_memory", help: "Memory of this process" },
    "bytes",
    () => Deno.memoryUsage().rss,
  );
}
