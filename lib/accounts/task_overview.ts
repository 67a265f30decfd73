import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { listParkedTasks } from "../platform/queue.ts";
import { listSchedule, type ScheduleLine } from "../platform/schedule.ts";
import { shownArguments, shownError } from "../platform/shown_task.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** How the queue does. */
export interface QueueFigures {
  /** Due and not taken up yet. */
  readonly waiting: number;
  /** For how long the oldest of those has been due; null when there is none. */
  readonly oldestSeconds: number | null;
  /** Not due yet. */
  readonly later: number;
  readonly running: number;
  readonly parked: number;
  /** Done in the last hour. */
  readonly doneLastHour: number;
}

/** A task that was given up, without what may be about a person. */
export interface ShownParkedTask {
  readonly id: string;
  readonly name: string;
  readonly arguments: Record<string, unknown>;
  readonly error: string | null;
  readonly failures: number;
  readonly parkedAt: Date;
}

/** The queue as who operates the installation sees it. */
export interface TaskOverview {
  readonly figures: QueueFigures;
  readonly parked: readonly ShownParkedTask[];
  readonly schedule: readonly ScheduleLine[];
}

/** The most parked tasks that are shown at once. */
export const MAX_PARKED = 50;

/**
 * How the queue does, what was given up, and what comes again.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function taskOverview(actor: Principal, db: Db): Promise<TaskOverview> {
  requireAccess(actor, "superuser");
  const [figures, parked, schedule] = await Promise.all([
    queueFigures(db),
    listParkedTasks(db, "everyone", MAX_PARKED),
    listSchedule(db),
  ]);
  return {
    figures,
    parked: parked.map(({ payload, error, ...task }) => ({
      ...task,
      arguments: shownArguments(payload),
      error: error === null ? null : shownError(error),
    })),
    schedule,
  };
}

async function queueFigures(db: Db): Promise<QueueFigures> {
  const { rows: [row] } = await sql<QueueFigures>`
    select
      count(*) filter (where state = 'relayed' or (state = 'waiting' and due_at <= now()))
        as waiting,
      extract(epoch from now() - min(due_at) filter (
        where state = 'relayed' or (state = 'waiting' and due_at <= now())))::float8
        as oldest_seconds,
      count(*) filter (where state = 'waiting' and due_at > now()) as later,
      count(*) filter (where state = 'running') as running,
      count(*) filter (where state = 'parked') as parked,
      (select count(*) from tasks where state = 'done' and finished_at > now() - interval '1 hour')
        as done_last_hour
    from tasks where state in ('waiting', 'relayed', 'running', 'parked')`.execute(db);
  if (!row) throw new RangeError("The queue does not tell how it does");
  return row;
}
