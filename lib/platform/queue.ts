import { sql } from "kysely";
import type { Db, Trx } from "./database.ts";
import { currentTraceparent } from "./telemetry/tracing.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";

/** The PostgreSQL channel that wakes the relay. */
export const TASKS_CHANNEL = "tasks";

/** Work to be done after the transaction that asks for it. */
export interface NewTask {
  /** One of the names in worker/registry.ts. */
  readonly name: string;
  /** Plain JSON; parsed by the task's schema when it runs. */
  readonly payload: Record<string, unknown>;
  /** Whose work it is; null for work of the installation. */
  readonly workspaceId: string | null;
  /** While a task with this key waits to be run, another one is not added. */
  readonly dedupeKey?: string;
  /** Not before so long from now, in milliseconds by the database's clock; default: at once. */
  readonly delayMs?: number;
  /** Whether a person asked for it again after it had been given up or cancelled. */
  readonly isRetry?: boolean;
}

/**
 * Writes a task that runs at least once after `trx` commits.
 *
 * @returns Its id; when a task with the same `dedupeKey` waits already, the id of that one.
 */
export async function enqueue(trx: Trx, task: NewTask): Promise<string> {
  const [id] = await enqueueAll(trx, [task]);
  if (id === undefined) throw new RangeError("The insert answered no id");
  return id;
}

/** Writes several tasks with one statement; ids in the order given. */
export async function enqueueAll(trx: Trx, tasks: readonly NewTask[]): Promise<string[]> {
  return tasks.length === 0 ? [] : await insertTasks(trx, tasks);
}

/**
 * Writes a task that nothing else is written with: one statement is a transaction of its own, and
 * takes no connection for itself.
 *
 * @returns Its id, as `enqueue()`.
 */
export async function enqueueAlone(db: Db, task: NewTask): Promise<string> {
  const [id] = await insertTasks(db, [task]);
  if (id === undefined) throw new RangeError("The insert answered no id");
  return id;
}

async function insertTasks(db: Db, tasks: readonly NewTask[]): Promise<string[]> {
  if (tasks.some(({ workspaceId }) => workspaceId === null)) {
    return await acrossWorkspaces("it is work of the installation", () => insert(db, tasks));
  }
  return await insert(db, tasks);
}

/** Its text is the same for any number of tasks, so that it is prepared once. */
async function insert(db: Db, tasks: readonly NewTask[]): Promise<string[]> {
  const each = <T>(pick: (task: NewTask) => T) => tasks.map(pick);
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into tasks
        (name, payload, workspace_id, dedupe_key, is_retry, due_at, traceparent)
      select name, payload::jsonb, workspace_id, dedupe_key, is_retry,
        now() + delay_ms * interval '1 ms', ${currentTraceparent()}::text
      from unnest(
        ${each(({ name }) => name)}::text[],
        ${each(({ payload }) => JSON.stringify(payload))}::text[],
        ${each(({ workspaceId }) => workspaceId)}::uuid[],
        ${each(({ dedupeKey }) => dedupeKey ?? null)}::text[],
        ${each(({ isRetry }) => isRetry ?? false)}::boolean[],
        ${each(({ delayMs }) => delayMs ?? 0)}::float8[]
      ) with ordinality as given
        (name, payload, workspace_id, dedupe_key, is_retry, delay_ms, place)
      order by place
      -- Touching the row that waits already makes the statement answer its id, and locks it, so
      -- that its run sees what this transaction wrote. The states are words of the statement, not
      -- parameters: with those, a generic plan cannot tell that the partial index is meant.
      on conflict (dedupe_key) where dedupe_key is not null and state in ('waiting', 'relayed')
      do update set dedupe_key = excluded.dedupe_key
      returning id
    ), told as materialized (select pg_notify(${TASKS_CHANNEL}, ''))
    select made.id from made cross join told`.execute(db);
  return rows.map((row) => row.id);
}

/** A task that was given up, until a person asks for another try. */
export interface ParkedTask {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly error: string | null;
  readonly failures: number;
  readonly parkedAt: Date;
}

/** Whose parked tasks: a workspace's, or, for who operates the product, all of them. */
export type ParkedOf = string | "everyone";

/** The parked tasks of a workspace or of all, the latest first; at most `limit`. */
export async function listParkedTasks(
  db: Db,
  of: ParkedOf,
  limit = 100,
): Promise<ParkedTask[]> {
  const rows = await db.selectFrom("tasks")
    .select(["id", "name", "payload", "error", "failures", "finishedAt", "createdAt"])
    .$if(of !== "everyone", (query) => query.where("workspaceId", "=", of))
    .where("state", "=", "parked")
    .orderBy("finishedAt", "desc").orderBy("id").limit(limit).execute();
  return rows.map(({ finishedAt, createdAt, ...row }) => ({
    ...row,
    parkedAt: finishedAt ?? createdAt,
  }));
}

/**
 * Lets a parked or cancelled task run again, with all its tries.
 *
 * @returns The id of the task that runs; undefined when there is no such parked or cancelled task,
 * or it is another workspace's.
 */
export async function retryTask(
  trx: Trx,
  of: ParkedOf,
  id: string,
): Promise<string | undefined> {
  const ended = await trx.deleteFrom("tasks")
    .where("id", "=", id).where("state", "in", ["parked", "cancelled"])
    .$if(of !== "everyone", (query) => query.where("workspaceId", "=", of))
    .returning(["name", "payload", "dedupeKey", "workspaceId"]).executeTakeFirst();
  if (!ended) return undefined;
  // As a new one: another with its key may wait already, and then that is the one.
  return await enqueue(trx, {
    name: ended.name,
    payload: ended.payload as Record<string, unknown>,
    workspaceId: ended.workspaceId,
    isRetry: true,
    ...(ended.dedupeKey === null ? {} : { dedupeKey: ended.dedupeKey }),
  });
}

/**
 * Removes a parked task for good.
 *
 * @returns False when there is no such parked task, or it is another workspace's.
 */
export async function discardParkedTask(trx: Trx, of: ParkedOf, id: string): Promise<boolean> {
  const parked = await trx.deleteFrom("tasks")
    .where("id", "=", id).where("state", "=", "parked")
    .$if(of !== "everyone", (query) => query.where("workspaceId", "=", of))
    .returning("id").executeTakeFirst();
  return parked !== undefined;
}

/** Tells the worker that a task was cancelled, so that what waits for it can be marked as failed. */
export const CANCELLED_TASK = "task_cancelled";

/**
 * Cancels a task that has not ended. One that runs is let go of by its worker; whatever it still
 * does is not written down.
 *
 * @returns False when there is no such open task, or it is another workspace's.
 */
export async function cancelOpenTask(trx: Trx, of: ParkedOf, id: string): Promise<boolean> {
  const row = await trx.updateTable("tasks")
    .set({ state: "cancelled", finishedAt: sql`now()`, leasedUntil: null })
    .where("id", "=", id).where("state", "in", ["waiting", "relayed", "running"])
    .$if(of !== "everyone", (query) => query.where("workspaceId", "=", of))
    .returning(["name", "payload", "workspaceId"]).executeTakeFirst();
  if (!row) return false;
  await enqueue(trx, {
    name: CANCELLED_TASK,
    payload: { name: row.name, payload: row.payload },
    workspaceId: row.workspaceId,
  });
  return true;
}
