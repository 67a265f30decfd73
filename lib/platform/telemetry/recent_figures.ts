import { sql } from "kysely";
import type { Db } from "../database.ts";
import { logger } from "../log.ts";
import { selectQueueState } from "../queue_state.ts";
import { acrossWorkspaces } from "../workspace_scope.ts";
import { evaluations, refusals, requestDuration, taskDuration } from "./measures.ts";

const EVERY_MS = 30_000;
const PROBES = new Set(["/livez", "/readyz", "/metrics", "/api/v1/health"]);

/** What was counted, by the names of the columns. */
interface Totals {
  readonly requests: number;
  readonly serverErrors: number;
  readonly durations: readonly number[];
  readonly tasks: number;
  readonly failedTasks: number;
  readonly evaluations: number;
  readonly refusals: number;
}

/**
 * Adds what this process has counted to the quarter of an hour in PostgreSQL, every half minute and
 * at the end. Nothing is decided by these figures: what cannot be added is added the next time.
 */
export class RecentFigures {
  readonly #db: Db;
  readonly #timer: ReturnType<typeof setInterval>;
  #added: Totals = NOTHING;
  #adding: Promise<void> = Promise.resolve();

  constructor(db: Db) {
    this.#db = db;
    this.#timer = setInterval(() => void this.flush(), EVERY_MS);
  }

  /** Adds what was counted since the last time; one after the other. */
  flush(): Promise<void> {
    this.#adding = this.#adding.then(() => this.#add()).catch((error) =>
      logger("usage").debug("The figures of the last half minute wait: {error}", { error })
    );
    return this.#adding;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #add(): Promise<void> {
    const totals = await readTotals();
    await acrossWorkspaces(
      "they are of the installation",
      () => addFigures(this.#db, difference(totals, this.#added)),
    );
    this.#added = totals;
  }
}

const NOTHING: Totals = {
  requests: 0,
  serverErrors: 0,
  durations: [],
  tasks: 0,
  failedTasks: 0,
  evaluations: 0,
  refusals: 0,
};

async function readTotals(): Promise<Totals> {
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const isReal = (route: string) => !PROBES.has(route);
  const durations = await requestDuration.totals((one) => isReal(one["http.route"]));
  const failed = await requestDuration.totals((one) =>
    isReal(one["http.route"]) && one["http.response.status_code"].startsWith("5")
  );
  return {
    requests: sum(durations),
    serverErrors: sum(failed),
    durations,
    tasks: sum(await taskDuration.totals()),
    failedTasks: sum(await taskDuration.totals(({ outcome }) => outcome === "failed")),
    evaluations: await evaluations.total(),
    refusals: await refusals.total(),
  };
}

function difference(now: Totals, before: Totals): Totals {
  return {
    requests: now.requests - before.requests,
    serverErrors: now.serverErrors - before.serverErrors,
    durations: now.durations.map((count, place) => count - (before.durations[place] ?? 0)),
    tasks: now.tasks - before.tasks,
    failedTasks: now.failedTasks - before.failedTasks,
    evaluations: now.evaluations - before.evaluations,
    refusals: now.refusals - before.refusals,
  };
}

async function addFigures(db: Db, added: Totals): Promise<void> {
  const { waiting, oldestSeconds } = await selectQueueState(db);
  await sql`
    insert into service_figures as known (quarter, requests, server_errors, durations, tasks,
      failed_tasks, evaluations, refusals, queue_depth, queue_oldest_seconds)
    values (date_bin('15 minutes', now(), 'epoch'), ${added.requests}, ${added.serverErrors},
      ${[...added.durations]}::bigint[], ${added.tasks}, ${added.failedTasks},
      ${added.evaluations}, ${added.refusals}, ${waiting}, ${oldestSeconds ?? 0})
    on conflict (quarter) do update set
      requests = known.requests + excluded.requests,
      server_errors = known.server_errors + excluded.server_errors,
      durations = array(
        select coalesce(a, 0) + coalesce(b, 0)
        from unnest(known.durations, excluded.durations) with ordinality as t (a, b, place)
        order by place),
      tasks = known.tasks + excluded.tasks,
      failed_tasks = known.failed_tasks + excluded.failed_tasks,
      evaluations = known.evaluations + excluded.evaluations,
      refusals = known.refusals + excluded.refusals,
      queue_depth = greatest(known.queue_depth, excluded.queue_depth),
      queue_oldest_seconds = greatest(known.queue_oldest_seconds, excluded.queue_oldest_seconds)`
    .execute(db);
  await sql`delete from service_figures where quarter < now() - interval '25 hours'`.execute(db);
}

/** A quarter of an hour of the installation. */
export interface QuarterFigures {
  /** When it begins. */
  readonly at: Date;
  readonly requests: number;
  readonly serverErrors: number;
  /** Within which 95 of 100 requests were answered, by the ends of buckets; null without any. */
  readonly slowMs: number | null;
  readonly tasks: number;
  readonly failedTasks: number;
  readonly evaluations: number;
  readonly refusals: number;
  /** The most tasks that waited at once. */
  readonly queueDepth: number;
  readonly queueOldestSeconds: number;
}

/** The 96 quarters of an hour up to the present one, the oldest first; those without figures too. */
export async function selectRecentFigures(db: Db): Promise<QuarterFigures[]> {
  const { rows } = await sql<Omit<QuarterFigures, "slowMs"> & { durations: number[] | null }>`
    select at, coalesce(requests, 0) as requests, coalesce(server_errors, 0) as server_errors,
      durations, coalesce(tasks, 0) as tasks, coalesce(failed_tasks, 0) as failed_tasks,
      coalesce(evaluations, 0) as evaluations, coalesce(refusals, 0) as refusals,
      coalesce(queue_depth, 0) as queue_depth,
      coalesce(queue_oldest_seconds, 0) as queue_oldest_seconds
    from generate_series(date_bin('15 minutes', now(), 'epoch') - 95 * interval '15 minutes',
      date_bin('15 minutes', now(), 'epoch'), interval '15 minutes') as at
    left join service_figures on quarter = at order by at`.execute(db);
  return rows.map(({ durations, ...row }) => ({ ...row, slowMs: slowMsOf(durations ?? []) }));
}

const SLOW_SHARE = 0.95;

function slowMsOf(durations: readonly number[]): number | null {
  const all = durations.reduce((a, b) => a + b, 0);
  if (all === 0) return null;
  let seen = 0;
  const place = durations.findIndex((count) => (seen += count) >= SLOW_SHARE * all);
  return 1000 * (requestDuration.boundaries[place] ?? requestDuration.boundaries.at(-1) ?? 0);
}
