import { sql } from "kysely";
import { z } from "zod";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { cancelOpenTask, discardParkedTask, retryTask } from "../platform/queue.ts";
import { enqueueSampleTask, SAMPLE_TASK, type SampleTask } from "../platform/sample_task.ts";
import { shownArguments, shownError } from "../platform/shown_task.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { audit } from "./audit.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { requireSuperuser } from "./superuser_rule.ts";

/** Where a task stands. A parked one failed too often and waits for a person. */
export const TaskStatus = z.enum(["waiting", "running", "done", "parked", "cancelled"]);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** A task as it is told to callers: texts in its arguments are left out, they may name people. */
export const TaskDetail = z.object({
  id: Id,
  function: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  status: TaskStatus,
  createdAt: Instant,
  /** Not before this moment. */
  dueAt: Instant,
  /** The last time that it was taken up. */
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** How often it has failed. */
  failures: z.int(),
  /** For superusers alone; null for others. */
  error: z.string().nullable(),
  result: z.unknown(),
});
export type TaskDetail = z.infer<typeof TaskDetail>;

/**
 * Runs the sample task, which answers after five seconds.
 *
 * @param actor Undefined for who has not signed in.
 */
export async function startSampleTask(
  actor: Principal | undefined,
  db: Db,
  input: SampleTask,
): Promise<{ id: string }> {
  const workspaceId = actor?.workspaceId ?? null;
  return { id: await enqueueSampleTask(db, workspaceId, input) };
}

/**
 * One task. Who has not signed in sees the sample tasks of those who had not either, members those
 * of their workspace, superusers all.
 *
 * @throws {NotFound} If there is no such task for the actor.
 */
export async function getTask(
  actor: Principal | undefined,
  db: Db | Trx,
  id: string,
): Promise<TaskDetail> {
  const row = await selectTasks(db).where("id", "=", id).executeTakeFirst();
  const isSeen = row && (actor?.isSuperuser ||
    (row.workspaceId === null ? row.name === SAMPLE_TASK : row.workspaceId === actor?.workspaceId));
  if (!isSeen) throw noTask(id);
  return toDetail(actor, row, row.name === SAMPLE_TASK);
}

const ORDERS = {
  created_at: [
    { sql: sql`tasks.created_at`, type: "timestamptz" },
    { sql: sql`tasks.id`, type: "uuid" },
  ],
} as const satisfies Record<string, readonly OrderKey[]>;

/** What tasks can be sorted by. */
export const TASK_SORTS = ["created_at"] as const;

/** When a task was made, last taken up or ended, whichever was last. */
const CHANGED_AT = sql<Date>`greatest(tasks.created_at, tasks.started_at, tasks.finished_at)`;

/** Which tasks to list. */
export interface TaskFilter extends CursorQuery {
  /** Default: the latest first. */
  readonly sort?: "created_at" | "-created_at" | undefined;
  /** Only what was made, taken up or ended at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
  readonly status?: TaskStatus | undefined;
  /** Those of all workspaces and of the installation; superusers alone. */
  readonly all?: boolean | undefined;
}

/**
 * The tasks of the actor's workspace, part by part; those that are done go after a week.
 *
 * @throws {Forbidden} If all are asked for by who is no superuser.
 */
export async function listTasks(
  actor: Principal,
  db: Db,
  filter: TaskFilter,
): Promise<CursorPageOf<TaskDetail>> {
  requirePermission(actor, "usage:read");
  if (filter.all) requireSuperuser(actor, "Only a superuser sees all tasks");
  const { status, sort = "-created_at", updatedSince } = filter;
  const of = filter.all ? "all" : actor.workspaceId;
  const walk = openWalk(filter, orderOf(ORDERS, sort), ["tasks", of, status, sort, updatedSince]);
  let wanted = db.selectFrom("tasks")
    .$if(!filter.all, (query) => query.where("workspaceId", "=", actor.workspaceId))
    .$if(status !== undefined, (query) => query.where("state", "in", statesOf(status)));
  if (updatedSince) wanted = wanted.where(CHANGED_AT, ">=", new Date(updatedSince));
  const [rows, count] = await seeing(filter.all ?? false, () =>
    Promise.all([
      wanted.select(COLUMNS).select(walk.key.as("placeKey"))
        .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
      walk.total(() => wanted.select(COUNT).executeTakeFirstOrThrow()),
    ]));
  return walk.page(rows, count, (row) => toDetail(actor, row));
}

/**
 * Cancels a task that has not ended; what waited for it is marked as failed.
 *
 * @throws {NotFound} If there is no such task for the actor.
 * @throws {Conflict} If it has ended.
 */
export function cancelTask(actor: Principal, db: Db, id: string): Promise<TaskDetail> {
  requirePermission(actor, "resumes:write");
  return seeing(actor.isSuperuser, () =>
    db.transaction().execute(async (trx) => {
      const { function: name, status } = await getOwnTask(actor, trx, id);
      if (!await cancelOpenTask(trx, tasksOf(actor), id)) {
        throw new Conflict(`Task ${id} is ${status}: only what waits or runs can be cancelled`);
      }
      await audit(trx, actor, "task.cancelled", id, { name });
      return await getTask(actor, trx, id);
    }));
}

/**
 * Runs a parked or cancelled task again, as a new one.
 *
 * @returns The new task.
 * @throws {NotFound} If there is no such task for the actor.
 * @throws {Conflict} If it is not parked or cancelled.
 */
export function retryEndedTask(actor: Principal, db: Db, id: string): Promise<TaskDetail> {
  requirePermission(actor, "resumes:write");
  return seeing(actor.isSuperuser, () =>
    db.transaction().execute(async (trx) => {
      const { function: name, status } = await getOwnTask(actor, trx, id);
      const again = await retryTask(trx, tasksOf(actor), id);
      if (again === undefined) {
        throw new Conflict(
          `Task ${id} is ${status}: only what is parked or cancelled can be retried`,
        );
      }
      await audit(trx, actor, "task.retried", again, { name });
      return await getTask(actor, trx, again);
    }));
}

/**
 * Removes a parked task for good.
 *
 * @throws {Forbidden} If the actor is no superuser.
 * @throws {NotFound} If there is no such parked task.
 */
export async function discardTask(actor: Principal, db: Db, id: string): Promise<void> {
  requireSuperuser(actor, "Only a superuser discards tasks");
  await db.transaction().execute(async (trx) => {
    if (!await discardParkedTask(trx, "everyone", id)) throw noTask(id);
    await audit(trx, actor, "task.discarded", id);
  });
}

function statesOf(status: TaskStatus | undefined) {
  return status === undefined
    ? []
    : status === "waiting"
    ? ["waiting", "relayed"] as const
    : [status];
}

/** A task that the actor may change: of their workspace, or any for a superuser. */
async function getOwnTask(actor: Principal, trx: Trx, id: string): Promise<TaskDetail> {
  const row = await selectTasks(trx).where("id", "=", id).executeTakeFirst();
  const isOwn = row && (actor.isSuperuser || row.workspaceId === actor.workspaceId);
  if (!isOwn) throw noTask(id);
  return toDetail(actor, row);
}

const COLUMNS = [
  "id",
  "workspaceId",
  "name",
  "payload",
  "state",
  "createdAt",
  "dueAt",
  "startedAt",
  "finishedAt",
  "failures",
  "error",
  "result",
] as const;

function selectTasks(db: Db | Trx) {
  return db.selectFrom("tasks").select(COLUMNS);
}

type TaskRow = NonNullable<Awaited<ReturnType<ReturnType<typeof selectTasks>["executeTakeFirst"]>>>;

function toDetail(
  actor: Principal | undefined,
  row: TaskRow,
  showTexts = false,
): TaskDetail {
  return {
    id: row.id,
    function: row.name,
    arguments: showTexts ? row.payload as Record<string, unknown> : shownArguments(row.payload),
    status: TaskStatus.parse(row.state === "relayed" ? "waiting" : row.state),
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    failures: row.failures,
    error: actor?.isSuperuser && row.error !== null ? shownError(row.error) : null,
    result: row.result,
  };
}

/** Superusers see to the tasks of every workspace. */
function seeing<T>(isOfAll: boolean, work: () => T): T {
  return isOfAll ? acrossWorkspaces("superusers see to all tasks", work) : work();
}

function tasksOf(actor: Principal): string {
  return actor.isSuperuser ? "everyone" : actor.workspaceId;
}

function noTask(id: string): NotFound {
  return new NotFound(`There is no task ${id}`);
}
