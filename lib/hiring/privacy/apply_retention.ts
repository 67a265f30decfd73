import { sql } from "kysely";
import { queueMail } from "../../accounts/mails.ts";
import { recruitersOf } from "../../accounts/recruiters.ts";
import type { Db, Trx } from "../../platform/database.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import type { Services } from "../../platform/services.ts";
import { inWorkspace } from "../../platform/workspace_scope.ts";
import { afterErasure, type Erased, erasePerson } from "./erasure.ts";
import { type DuePerson, findDue, WARN_DAYS } from "./retention_due.ts";

/** How many people of a workspace are taken at once. */
const PART = 1000;

type Reach = Pick<Services, "db" | "redis" | "storage" | "config">;

/** What came of it. */
export interface Applied {
  readonly warned: number;
  readonly deleted: number;
}

/**
 * Deletes whose time is over and who were warned of a week ago, and warns of those whose time ends
 * within a week: one mail to each owner and recruiter, with a count and no name. Whoever is held is
 * neither deleted nor warned of.
 *
 * @param now The present; the database's, unless a test says otherwise.
 */
export async function applyRetention(
  services: Reach,
  signal?: AbortSignal,
  now?: Date,
): Promise<Applied> {
  const { db } = services;
  const present = now ?? await presentOf(db);
  const workspaces = await db.selectFrom("workspaces").select("id").orderBy("id").execute();
  let [warned, deleted] = [0, 0];
  for (const { id } of workspaces) {
    const applied = await inWorkspace(id, () => applyIn(services, id, present, signal));
    warned += applied.warned;
    deleted += applied.deleted;
  }
  return { warned, deleted };
}

async function applyIn(
  services: Reach,
  workspaceId: string,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<Applied> {
  const { db } = services;
  const due = await findDue(db, workspaceId, { withinDays: WARN_DAYS, limit: PART, now });
  const free = due.filter(({ isHeld }) => !isHeld);
  const erased: Erased[] = [];
  for (const one of free) {
    signal?.throwIfAborted();
    const gone = isOver(one, now) && await deleteDue(services, workspaceId, one, now);
    if (gone) erased.push(gone);
  }
  await afterErasure(services, workspaceId, erased);
  const unwarned = free.filter(({ deletedAt }) => deletedAt === null);
  const warned = unwarned.length > 0 ? await warn(db, workspaceId, unwarned, now) : 0;
  return { warned, deleted: erased.length };
}

async function presentOf(db: Db): Promise<Date> {
  const { rows: [row] } = await sql<{ now: Date }>`select now() as now`.execute(db);
  return row?.now ?? new Date();
}

function isOver({ deletedAt }: DuePerson, now: Date): boolean {
  return deletedAt !== null && deletedAt <= now;
}

/** @returns Undefined when somebody was faster, has decided anew, or has placed a hold. */
async function deleteDue(
  services: Reach,
  workspaceId: string,
  { personId }: DuePerson,
  now: Date,
): Promise<Erased | undefined> {
  try {
    return await services.db.transaction().execute((trx) => {
      const rule = { workspaceId, userId: null, apiKeyId: null };
      return erasePerson(trx, services, rule, personId, "retention", async () => {
        const asked = { withinDays: 0, personId, limit: 1, now };
        const [still] = await findDue(trx, workspaceId, asked);
        if (!still || !isOver(still, now)) throw new Conflict("It is not its time any more");
      });
    });
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound) return undefined;
    throw error;
  }
}

function warn(
  db: Db,
  workspaceId: string,
  people: readonly DuePerson[],
  now: Date,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const warned = await trx.updateTable("candidates").set({ retentionWarnedAt: now })
      .where("id", "in", people.map(({ personId }) => personId))
      .where("workspaceId", "=", workspaceId).returning("id").execute();
    if (warned.length > 0) await mailWarning(trx, workspaceId, warned.length);
    return warned.length;
  });
}

async function mailWarning(trx: Trx, workspaceId: string, count: number): Promise<void> {
  const { name: workspace } = await trx.selectFrom("workspaces").select("name")
    .where("id", "=", workspaceId).executeTakeFirstOrThrow();
  for (const { userId, name, email, language } of await recruitersOf(trx, workspaceId)) {
    await queueMail(trx, {
      kind: "retention_warning",
      to: email,
      language,
      params: { name, workspace, count, days: WARN_DAYS },
      userId,
      workspaceId,
    });
  }
}
