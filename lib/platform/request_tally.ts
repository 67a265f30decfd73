import { sql } from "kysely";
import type { Db } from "./database.ts";
import { logger } from "./log.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";

const PAUSE_MS = 5000;

/**
 * Counts requests by workspace and day: in memory, and added to PostgreSQL every few seconds, so
 * that a request costs nothing. A process that is killed forgets the last of them; nothing is
 * decided by these figures.
 */
export class RequestTally {
  readonly #db: Db;
  #counts = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(db: Db) {
    this.#db = db;
  }

  count(workspaceId: string): void {
    this.#counts.set(workspaceId, (this.#counts.get(workspaceId) ?? 0) + 1);
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Adds what was counted; what cannot be added now waits for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counts = this.#counts;
    if (counts.size === 0) return;
    this.#counts = new Map();
    try {
      await acrossWorkspaces("requests of all are counted", () => add(this.#db, counts));
    } catch (error) {
      logger("usage").warn("The requests of the last seconds cannot be counted yet", { error });
      for (const [id, count] of counts) this.#counts.set(id, count + (this.#counts.get(id) ?? 0));
    }
  }
}

async function add(db: Db, counts: ReadonlyMap<string, number>): Promise<void> {
  const entries = [...counts].map(([id, requests]) => ({ id, requests }))
    .sort((a, b) => a.id < b.id ? -1 : 1); // two processes lock the rows in the same order
  await sql`
    insert into api_requests as known (workspace_id, day, requests)
    select e.id, (now() at time zone 'utc')::date, e.requests
    from jsonb_to_recordset(${JSON.stringify(entries)}::text::jsonb) as e (id uuid, requests bigint)
    join workspaces w on w.id = e.id order by e.id
    on conflict (workspace_id, day) do update set requests = known.requests + excluded.requests
  `.execute(db);
}
