import { Cron } from "croner";
import { sql } from "kysely";
import type { Db, Trx } from "./database.ts";
import { enqueue } from "./queue.ts";

/** A task that comes again and again. */
export interface Scheduled {
  /** One of the names in worker/registry.ts; its payload is empty. */
  readonly task: string;
  /** When, in UTC: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
}

/** All that comes again and again. */
export const SCHEDULE: readonly Scheduled[] = [
  { task: "housekeeping", cron: "0 * * * *" },
  { task: "seal_audit_log", cron: "*/5 * * * *" },
  { task: "sweep_storage", cron: "20 3 * * *" },
  { task: "apply_retention", cron: "0 3 * * *" },
];

const KEEP_RUNS_DAYS = 30;
/** A run that is recorded for a moment later than this was due by a clock that ran ahead. */
const AHEAD_MINUTES = 10;

/** Any number, so long as it is the schedule's alone in this database. */
const LOCK = 7_120_519_601;

/**
 * Enqueues what is due. Of several processes that ask at once one does it, and a due time is taken
 * once however many ask. Of the due times that were missed only the last is made up for; what has
 * never run is due at once.
 *
 * @param schedule Tasks by their time.
 * @param now The present; the database's, unless a test says otherwise.
 * @returns How long it is until the next one, in milliseconds.
 */
export async function enqueueDue(
  db: Db,
  schedule: readonly Scheduled[],
  now?: Date,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const { rows: [row] } = await sql<{ isOurs: boolean; now: Date }>`
      select pg_try_advisory_xact_lock(${LOCK}) as is_ours, now() as now`.execute(trx);
    const at = now ?? row?.now ?? new Date();
    if (row?.isOurs) { for (const one of schedule) await enqueueIfDue(trx, one, at); }
    const nexts = schedule.map(({ cron }) => nextDue(cron, at).getTime() - at.getTime());
    return Math.min(...nexts);
  });
}

async function enqueueIfDue(trx: Trx, { task, cron }: Scheduled, now: Date): Promise<void> {
  const dueAt = lastDue(cron, now);
  await trx.deleteFrom("scheduledRuns").where("name", "=", task)
    .where("dueAt", ">", sql<Date>`${now}::timestamptz + ${AHEAD_MINUTES} * interval '1 minute'`)
    .execute();
  const last = await trx.selectFrom("scheduledRuns").select("dueAt")
    .where("name", "=", task).orderBy("dueAt", "desc").limit(1).executeTakeFirst();
  if (last && last.dueAt >= dueAt) return;
  const taskId = await enqueueScheduled(trx, task);
  await trx.insertInto("scheduledRuns").values({ name: task, dueAt, taskId }).execute();
  await trx.deleteFrom("scheduledRuns").where("name", "=", task)
    .where("dueAt", "<", sql<Date>`${dueAt}::timestamptz - ${KEEP_RUNS_DAYS} * interval '1 day'`)
    .execute();
}

/** Asks for a run of a scheduled task now; where one waits already, that is the one. */
export function enqueueScheduled(trx: Trx, task: string): Promise<string> {
  const dedupeKey = `schedule:${task}`;
  return enqueue(trx, { name: task, payload: {}, workspaceId: null, dedupeKey });
}

/** A scheduled task, when it ran last and when it will. */
export interface ScheduleLine extends Scheduled {
  readonly nextAt: Date;
  /** Undefined before the first run. */
  readonly last: {
    readonly dueAt: Date;
    /** Of the task in the queue; undefined once that is cleared away. */
    readonly state: string | undefined;
    readonly finishedAt: Date | null;
    readonly result: unknown;
    readonly error: string | null;
  } | undefined;
}

/** The schedule with the last run of each. */
export async function listSchedule(
  db: Db,
  schedule: readonly Scheduled[] = SCHEDULE,
): Promise<ScheduleLine[]> {
  const rows = await db.selectFrom("scheduledRuns")
    .leftJoin("tasks", "tasks.id", "scheduledRuns.taskId")
    .distinctOn("scheduledRuns.name")
    .select(["scheduledRuns.name", "scheduledRuns.dueAt", "tasks.state", "tasks.finishedAt"])
    .select(["tasks.result", "tasks.error"])
    .orderBy("scheduledRuns.name").orderBy("scheduledRuns.dueAt", "desc").execute();
  return schedule.map((one) => {
    const row = rows.find(({ name }) => name === one.task);
    return {
      ...one,
      nextAt: nextDue(one.cron, new Date()),
      last: row && {
        dueAt: row.dueAt,
        state: row.state ?? undefined,
        finishedAt: row.finishedAt,
        result: row.result,
        error: row.error,
      },
    };
  });
}

function nextDue(cron: string, now: Date): Date {
  return found(cron, cronOf(cron).nextRun(now));
}

/** The last due time that is not after `now`. */
function lastDue(cron: string, now: Date): Date {
  // croner counts in whole seconds, and answers what is before the one that it is given.
  const nextSecond = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  return found(cron, cronOf(cron).previousRuns(1, nextSecond)[0]);
}

function cronOf(cron: string): Cron {
  return new Cron(cron, { timezone: "UTC", paused: true });
}

function found(cron: string, at: Date | null | undefined): Date {
  if (at) return at;
  throw new RangeError(`"${cron}" never comes`);
}
