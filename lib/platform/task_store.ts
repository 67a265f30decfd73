import { type RawBuilder, sql } from "kysely";
import { type Db, isUniqueViolation, type Trx } from "./database.ts";

/** A task that this process has taken up. `attempts` tells its hold from a later one. */
export interface TakenTask {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly workspaceId: string | null;
  /** How often it has been taken up, this time included. */
  readonly attempts: number;
  /** How often it has failed. */
  readonly failures: number;
  /** How often it was put off because something that it needs was away. */
  readonly waits: number;
  /** Whether a person asked for it again after it had been given up or cancelled. */
  readonly isRetry: boolean;
  /** The span that asked for it, as by W3C Trace Context; null where none was recorded. */
  readonly traceparent: string | null;
}

type Hold = Pick<TakenTask, "id" | "attempts">;

/** A task that is done, with what it answers; null for nothing. */
export interface DoneTask extends Hold {
  readonly result: unknown;
}

/**
 * Its commit waits for no disk. Should PostgreSQL itself crash, marks of the last half second may
 * be gone: a task is then relayed, taken up or run once more, which each may be anyway. Put into a
 * statement that is a transaction of its own; see docs/adr/0036.
 */
const UNHURRIED = sql`
  unhurried as materialized (select set_config('synchronous_commit', 'off', true))`;

/**
 * The task of which the id is `asked`, by its key. With a condition beside it PostgreSQL may rather
 * read all tasks that run, for each of those that are asked for.
 */
const ONE_LOCKED = sql`(select * from tasks where tasks.id = asked.id for no key update)`;

/** Marks up to `limit` due tasks as relayed, locked until `trx` ends; the oldest first. */
export async function relayDueTasks(trx: Trx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with ${UNHURRIED}, due as materialized (
      select id from tasks where state = 'waiting' and due_at <= now()
      order by due_at limit ${limit} for update skip locked
    )
    update tasks set state = 'relayed', relayed_at = now()
    from due cross join unhurried where tasks.id = due.id returning tasks.id`.execute(trx);
  return rows.map((row) => row.id);
}

/** The database's time, `ageMs` ago. */
export async function timeAgo(db: Db, ageMs: number): Promise<Date> {
  const { rows: [row] } = await sql<{ at: Date }>`
    select now() - ${ageMs} * interval '1 ms' as at`.execute(db);
  if (!row) throw new RangeError("The database does not tell the time");
  return row.at;
}

/**
 * Finds tasks that the stream should hold and may have lost: relayed before `before` and not taken
 * up since, or taken up by a worker that let its lease run out. They count as relayed just now.
 */
export async function relayLostTasks(db: Db, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update tasks set relayed_at = now()
    where id in (
      select id from tasks
      where (state = 'relayed' or (state = 'running' and leased_until < now()))
        and relayed_at < ${before}
      order by relayed_at limit ${limit} for update skip locked
    ) returning id`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Takes back what was written by a clock that ran ahead and was set right since: else a lease, a
 * pause or a mark of the relay would last as long as it was ahead. Who still runs a task keeps it:
 * its lease ends once from now, unless it is renewed.
 *
 * @param leaseMs As long as a lease is, and as far as two moments may be apart.
 */
export async function mendFutureTimes(db: Db, leaseMs: number): Promise<void> {
  const lease = sql`${leaseMs} * interval '1 ms'`;
  await sql`
    update tasks set relayed_at = least(relayed_at, now()),
      leased_until = least(leased_until, now() + ${lease})
    where state in ('relayed', 'running')
      and (relayed_at > now() + ${lease} or leased_until > now() + 2 * ${lease})`.execute(db);
  const writtenAt = sql`coalesce(put_off_at, created_at)`;
  await sql`
    update tasks set created_at = least(created_at, now()), put_off_at = now(),
      due_at = now() + greatest(due_at - ${writtenAt}, '0')
    where state = 'waiting' and ${writtenAt} > now() + ${lease}`.execute(db);
}

/** How many tasks the stream should hold: relayed or running. */
export async function countOpenTasks(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from tasks where state in ('relayed', 'running')`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Takes tasks up: those relayed, and those whose worker let the lease run out.
 *
 * @returns Fewer than asked for where some are done, held by another worker, or not due.
 */
export async function takeTasks(
  db: Db,
  ids: readonly string[],
  leaseMs: number,
): Promise<TakenTask[]> {
  // A row that the relay has sent but not committed yet still reads as waiting, and is waited for.
  const { rows } = await sql<TakenTask>`
    with ${UNHURRIED}, free as materialized (
      select one.id from (select unnest(${ids}::uuid[]) as id order by id) as asked
      cross join lateral ${ONE_LOCKED} as one
      where state = 'relayed' or (state = 'waiting' and due_at <= now())
        or (state = 'running' and leased_until < now())
    )
    update tasks set state = 'running', attempts = attempts + 1, started_at = now(),
      leased_until = now() + ${leaseMs} * interval '1 ms'
    from unhurried where tasks.id = any(array(select id from free))
    returning tasks.id, name, payload, workspace_id, attempts, failures, waits, is_retry,
      traceparent`
    .execute(db);
  return rows;
}

/** Keeps the hold on tasks; answers those that are still held. */
export async function renewLeases(
  db: Db,
  holds: readonly Hold[],
  leaseMs: number,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with ${locked(holds)}
    update tasks set leased_until = now() + ${leaseMs} * interval '1 ms'
    where id = any(array(select id from locked))
    returning id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Marks tasks as done, as far as they are still held, and keeps what they answer. */
export async function finishTasks(db: Db, done: readonly DoneTask[]): Promise<void> {
  const results = Object.fromEntries(done.map(({ id, result }) => [id, result ?? undefined]));
  await sql`
    with ${UNHURRIED}, ${locked(done)}
    update tasks set state = 'done', finished_at = now(), leased_until = null, error = null,
      result = ${JSON.stringify(results)}::text::jsonb -> id::text
    from unhurried where id = any(array(select id from locked))`.execute(db);
}

/**
 * Puts a task back, to run again after `delayMs`. Where another one with its key waits already,
 * that one does the work and this one is done.
 */
export async function postponeTask(
  db: Db,
  hold: Hold,
  options: {
    readonly delayMs: number;
    readonly failures: number;
    /** Default: as it was. */
    readonly waits?: number;
    readonly error: string | null;
  },
): Promise<void> {
  try {
    await sql`
      update tasks set state = 'waiting', failures = ${options.failures}, error = ${options.error},
        waits = coalesce(${options.waits ?? null}::integer, waits),
        due_at = now() + ${options.delayMs} * interval '1 ms', put_off_at = now(),
        leased_until = null
      where id = ${hold.id} and attempts = ${hold.attempts} and state = 'running'`.execute(db);
  } catch (error) {
    if (!isUniqueViolation(error, "tasks_dedupe_key")) throw error;
    await finishTasks(db, [{ ...hold, result: null }]);
  }
}

/** Parks a task: it runs again only when a person asks for it. */
export async function parkTask(
  db: Db,
  hold: Hold,
  options: { readonly failures: number; readonly error: string },
): Promise<void> {
  await sql`
    update tasks set state = 'parked', failures = ${options.failures}, error = ${options.error},
      finished_at = now(), leased_until = null
    where id = ${hold.id} and attempts = ${hold.attempts} and state = 'running'`.execute(db);
}

/** Removes tasks that ended more than `ageMs` ago, parked ones aside; at most `limit` at once. */
export async function removeDoneTasks(db: Db, ageMs: number, limit: number): Promise<void> {
  await sql`
    delete from tasks where id in (
      select id from tasks
      where state in ('done', 'cancelled') and finished_at < now() - ${ageMs} * interval '1 ms'
      order by finished_at limit ${limit} for update skip locked)`.execute(db);
}

/** The tasks that are still held, locked by id, so that two who hold some alike wait in one line. */
function locked(holds: readonly Hold[]): RawBuilder<unknown> {
  return sql`locked as materialized (
      select one.id from (
        select * from unnest(${ids(holds)}::uuid[], ${attempts(holds)}::int[])
          as hold (id, attempts) order by id
      ) as asked
      cross join lateral ${ONE_LOCKED} as one
      where one.attempts = asked.attempts and state = 'running'
    )`;
}

function ids(holds: readonly Hold[]): string[] {
  return holds.map((hold) => hold.id);
}

function attempts(holds: readonly Hold[]): number[] {
  return holds.map((hold) => hold.attempts);
}
