import { sql } from "kysely";
import type { Db } from "./database.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";

/** How much the queue holds. */
export interface QueueState {
  /** Due, and not taken up yet. */
  readonly waiting: number;
  readonly running: number;
  /** Given up, until a person asks for another try. */
  readonly parked: number;
  /** How long the first that waits has been due; null when none does. */
  readonly oldestSeconds: number | null;
}

const asked = new WeakMap<Db, Promise<QueueState>>();

/** Counts the tasks that are not done; who asks in the same moment shares the answer. */
export function selectQueueState(db: Db): Promise<QueueState> {
  const under = asked.get(db);
  if (under) return under;
  const asking = acrossWorkspaces("the queue is of all", () => select(db))
    .finally(() => asked.delete(db));
  asked.set(db, asking);
  return asking;
}

async function select(db: Db): Promise<QueueState> {
  const { rows: [row] } = await sql<QueueState>`
    select count(*) filter (where state in ('waiting', 'relayed') and due_at <= now()) as waiting,
      count(*) filter (where state = 'running') as running,
      count(*) filter (where state = 'parked') as parked,
      round(extract(epoch from now() - min(due_at) filter (
        where state in ('waiting', 'relayed') and due_at <= now())))::integer as oldest_seconds
    from tasks where state in ('waiting', 'relayed', 'running', 'parked')`.execute(db);
  return row ?? { waiting: 0, running: 0, parked: 0, oldestSeconds: null };
}
