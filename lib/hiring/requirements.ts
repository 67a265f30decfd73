import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../platform/errors.ts";
import { Id, text } from "../platform/input.ts";
import { readJob } from "../talent/requirements.ts";
import { isSameMetric, lapseOverrides, MetricInput } from "./metrics.ts";
import { type LockedJob, lockJob } from "./job_lock.ts";
import { changesOf, proposed, withMetric } from "./requirement_proposal.ts";
import {
  columnsOf,
  insertRequirements,
  type JobRequirement,
  selectRequirements,
  toRequirement,
  type WantedRequirement,
} from "./requirement_rows.ts";
import { Kind, Level } from "./states.ts";
import { enqueueEvaluateJob } from "./tasks.ts";

const fields = {
  name: text(2, 255),
  level: Level,
  kind: Kind,
  years: z.number("must be a number of years").min(0, "must not be negative")
    .max(60, "must be at most 60").nullable(),
  importance: z.int("must be a whole number").min(1, "must be at least 1")
    .max(5, "must be at most 5"),
  gate: z.boolean("must be true or false"),
  /** A measure with thresholds, judged in place of the name; its kind is hard, its years null. */
  metric: MetricInput.nullable(),
};

/** A requirement as a person types it; what is left out is proposed from the name. */
export const RequirementInput = z.strictObject({
  ...fields,
  level: Level.optional(),
  kind: Kind.optional(),
  years: fields.years.optional(),
  importance: fields.importance.optional(),
  gate: fields.gate.optional(),
  metric: fields.metric.optional(),
});
export type RequirementInput = z.infer<typeof RequirementInput>;

/** A change of a requirement; what is left out stays. */
export const RequirementPatch = z.strictObject(fields).partial();
export type RequirementPatch = z.infer<typeof RequirementPatch>;

/** The most requirements that one job may have. */
export const MAX_REQUIREMENTS = 200;

/** A whole set; one with the id, or else the name, of a requirement there is keeps its id. */
export const RequirementSet = z.strictObject({
  requirements: z.array(RequirementInput.extend({ id: Id.optional() })).max(
    MAX_REQUIREMENTS,
    `must have at most ${MAX_REQUIREMENTS} requirements`,
  ),
}).meta({ id: "RequirementSet" });
export type RequirementSet = z.infer<typeof RequirementSet>;

/**
 * Adds a requirement at the end of its job's list.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export function addRequirement(
  actor: Principal,
  db: Db,
  jobId: string,
  input: RequirementInput,
): Promise<JobRequirement> {
  return editRequirements(actor, db, jobId, async (trx, job) => {
    const made = await appendRequirement(trx, actor, job, input);
    await audit(trx, actor, "requirement.added", made.id, { name: made.name }, { jobId });
    return made;
  });
}

/**
 * Writes a requirement of a person behind the others, within an edit.
 *
 * @param source The sentence of the description that it comes from.
 * @throws {Conflict} If the job has as many as it may have.
 */
export async function appendRequirement(
  trx: Trx,
  actor: Principal,
  job: LockedJob,
  input: RequirementInput,
  source: JobRequirement["source"] = null,
): Promise<JobRequirement> {
  const { count, last } = await trx.selectFrom("requirements")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.max("position").as("last")])
    .where("jobId", "=", job.id).where("deletedAt", "is", null).executeTakeFirstOrThrow();
  if (count >= MAX_REQUIREMENTS) throw new Conflict(tooMany());
  const [made] = await insertRequirements(trx, job, (last ?? -1) + 1, [
    { ...proposed(input), source, addedBy: actor.userId },
  ]);
  if (!made) throw new RangeError("The insert answered no row");
  return made;
}

/**
 * Changes a requirement. An override of its verdict lapses when name, years or metric change.
 *
 * @throws {NotFound} If there is no such requirement in the workspace.
 * @throws {InvalidInput} If a metric is not one to judge by, or has another kind than hard or years.
 */
export async function updateRequirement(
  actor: Principal,
  db: Db,
  requirementId: string,
  patch: RequirementPatch,
): Promise<JobRequirement> {
  const jobId = await jobOfRequirement(actor, db, requirementId);
  return await editRequirements(actor, db, jobId, async (trx) => {
    const known = (await selectRequirements(trx, jobId)).find(({ id }) => id === requirementId);
    if (!known) throw noRequirement(requirementId);
    const set = changesOf(known, patch);
    if (!isSameMetric(known.metric, set.metric ?? null)) {
      await lapseOverrides(trx, actor, requirementId);
    }
    const row = await trx.updateTable("requirements").set({ ...set, updatedAt: new Date() })
      .where("id", "=", requirementId).where("deletedAt", "is", null)
      .returningAll().executeTakeFirst();
    if (!row) throw noRequirement(requirementId);
    await audit(trx, actor, "requirement.updated", requirementId, { ...patch }, { jobId });
    return toRequirement(row);
  });
}

/** Where a requirement goes: before another one of its job, or at the end. */
export const RequirementMove = z.strictObject({ before: Id.nullable(), level: Level });
export type RequirementMove = z.infer<typeof RequirementMove>;

/**
 * Puts a requirement at another place of its job's list, and in a level.
 *
 * @throws {NotFound} If there is no such requirement in the workspace.
 * @throws {InvalidInput} If `before` is none of its job.
 */
export async function moveRequirement(
  actor: Principal,
  db: Db,
  requirementId: string,
  { before, level }: RequirementMove,
): Promise<JobRequirement[]> {
  const jobId = await jobOfRequirement(actor, db, requirementId);
  return await editRequirements(actor, db, jobId, async (trx) => {
    const requirements = await selectRequirements(trx, jobId);
    const moved = requirements.find(({ id }) => id === requirementId);
    if (!moved) throw noRequirement(requirementId);
    const others = requirements.filter((one) => one !== moved);
    const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
    if (at < 0) {
      throw new InvalidInput("The requirement cannot be moved", [
        { pointer: "/before", detail: "must be another requirement of this job" },
      ]);
    }
    const order = others.toSpliced(at, 0, moved).map(({ id }) => id);
    await sql`
      update requirements set position = place - 1, updated_at = now()
      from unnest(${order}::uuid[]) with ordinality as wanted (id, place)
      where requirements.id = wanted.id and position <> place - 1`.execute(trx);
    await trx.updateTable("requirements").set({ level, updatedAt: new Date() })
      .where("id", "=", requirementId).where("level", "<>", level).execute();
    await audit(trx, actor, "requirement.moved", requirementId, { at, level }, { jobId });
    return await selectRequirements(trx, jobId);
  });
}

/**
 * Takes a requirement out of its job; `restoreRequirement()` undoes it.
 *
 * @throws {NotFound} If there is no such requirement in the workspace.
 */
export async function removeRequirement(
  actor: Principal,
  db: Db,
  requirementId: string,
): Promise<void> {
  const jobId = await jobOfRequirement(actor, db, requirementId);
  await editRequirements(actor, db, jobId, async (trx) => {
    const row = await trx.updateTable("requirements").set({ deletedAt: new Date() })
      .where("id", "=", requirementId).where("deletedAt", "is", null)
      .returning("id").executeTakeFirst();
    if (!row) throw noRequirement(requirementId);
    await audit(trx, actor, "requirement.removed", requirementId, {}, { jobId });
  });
}

/**
 * Brings a removed requirement back, with its verdict's override.
 *
 * @throws {NotFound} If there is none, or it was not removed.
 */
export async function restoreRequirement(
  actor: Principal,
  db: Db,
  requirementId: string,
): Promise<JobRequirement> {
  const jobId = await jobOfRequirement(actor, db, requirementId);
  return await editRequirements(actor, db, jobId, async (trx) => {
    const row = await trx.updateTable("requirements")
      .set({ deletedAt: null, updatedAt: new Date() })
      .where("id", "=", requirementId).where("deletedAt", "is not", null)
      .returningAll().executeTakeFirst();
    if (!row) throw noRequirement(requirementId);
    await audit(trx, actor, "requirement.restored", requirementId, {}, { jobId });
    return toRequirement(row);
  });
}

/**
 * Makes the set of requirements exactly this one, in this order.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {InvalidInput} If an id is not one of this job's, or stands there twice.
 */
export function replaceRequirements(
  actor: Principal,
  db: Db,
  jobId: string,
  { requirements }: RequirementSet,
): Promise<JobRequirement[]> {
  return editRequirements(actor, db, jobId, async (trx, job) => {
    const before = await selectRequirements(trx, jobId);
    const wanted = requirements.map((input) => ({
      ...proposed(input),
      id: input.id,
      addedBy: actor.userId,
    }));
    const kept = keepIds(before, wanted).map((one) => withMetric(before, one));
    for (const { id, metric: was } of before) {
      const now = kept.find((one) => one.id === id);
      if (now && !isSameMetric(was, now.metric ?? null)) {
        await lapseOverrides(trx, actor, id);
      }
    }
    await writeSet(trx, job, before, kept);
    await audit(trx, actor, "requirements.replaced", jobId, { count: wanted.length }, { jobId });
    return await selectRequirements(trx, jobId);
  });
}

/**
 * Reads the description anew: what was read from it before is replaced, keeping id and changes
 * where the name is the same; what a person added stays.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If its description has no text yet.
 */
export function rereadRequirements(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<JobRequirement[]> {
  return editRequirements(actor, db, jobId, async (trx, job) => {
    if (job.description === null) {
      throw new Conflict("This job has no text to read yet: wait until its file is read");
    }
    const before = await selectRequirements(trx, jobId);
    const added = await trx.selectFrom("requirements").select("id")
      .where("jobId", "=", jobId).where("deletedAt", "is", null).where("isAdded", "=", true)
      .execute();
    const isAdded = new Set(added.map(({ id }) => id));
    const own = before.filter(({ id }) => isAdded.has(id));
    const read: WantedRequirement[] = readJob(job.description).requirements
      .filter(({ name }) => !own.some((one) => isSameName(one.name, name)))
      .map((one) => ({ ...one, id: undefined, addedBy: null }));
    const kept = keepIds(before, read).map((wanted) => {
      const known = before.find(({ id }) => id === wanted.id);
      return known ? { ...wanted, ...known, source: wanted.source } : wanted;
    });
    await writeSet(trx, job, before, [...kept, ...own.map((one) => ({ ...one, addedBy: null }))]);
    await audit(trx, actor, "requirements.reread", jobId, { count: kept.length }, { jobId });
    return await selectRequirements(trx, jobId);
  });
}

/**
 * Counts an edit of what résumés are judged by. Judged résumés are judged anew by a task; until
 * then the ranking is stale.
 */
export async function requirementsChanged(trx: Trx, job: LockedJob): Promise<void> {
  const judged = await trx.selectFrom("resumes").select("id")
    .where("jobId", "=", job.id).where("status", "=", "done").limit(1).executeTakeFirst();
  await trx.updateTable("jobs")
    .set((eb) => ({
      requirementsVersion: eb("requirementsVersion", "+", 1),
      ...(judged ? {} : { rankedVersion: eb("requirementsVersion", "+", 1) }),
      updatedAt: new Date(),
    }))
    .where("id", "=", job.id).execute();
  if (judged) await enqueueEvaluateJob(trx, { workspaceId: job.workspaceId, jobId: job.id });
}

/** One edit of a job's requirements: locked, counted, and followed by a new judgement. */
export function editRequirements<T>(
  actor: Principal,
  db: Db,
  jobId: string,
  change: (trx: Trx, job: LockedJob) => Promise<T>,
): Promise<T> {
  requirePermission(actor, "jobs:write");
  return db.transaction().execute(async (trx) => {
    const job = await lockJob(trx, actor.workspaceId, jobId);
    const result = await change(trx, job);
    await requirementsChanged(trx, job);
    return result;
  });
}

async function jobOfRequirement(actor: Principal, db: Db, requirementId: string) {
  const row = await db.selectFrom("requirements").select("jobId")
    .where("id", "=", requirementId).where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!row) throw noRequirement(requirementId);
  return row.jobId;
}

/** Gives those without an id the id of the first requirement of the same name, once each. */
function keepIds(
  before: readonly JobRequirement[],
  wanted: readonly WantedRequirement[],
): WantedRequirement[] {
  const free = new Map(before.map((one) => [one.id, one]));
  wanted.forEach(({ id }, index) => {
    if (id === undefined || free.delete(id)) return;
    throw new InvalidInput("A requirement cannot be kept", [{
      pointer: `/requirements/${index}/id`,
      detail: "must be the id of a requirement of this job, once",
    }]);
  });
  return wanted.map((one) => {
    if (one.id !== undefined) return one;
    const same = free.values().find(({ name }) => isSameName(name, one.name));
    if (same) free.delete(same.id);
    return { ...one, id: same?.id, source: one.source ?? same?.source ?? null };
  });
}

async function writeSet(
  trx: Trx,
  job: LockedJob,
  before: readonly JobRequirement[],
  wanted: readonly WantedRequirement[],
): Promise<void> {
  const kept = new Set(wanted.map(({ id }) => id));
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    await trx.updateTable("requirements").set({ deletedAt: new Date() })
      .where("id", "in", gone).execute();
  }
  for (const [position, one] of wanted.entries()) {
    if (one.id === undefined) {
      await insertRequirements(trx, job, position, [one]);
    } else {
      await trx.updateTable("requirements")
        .set({ ...columnsOf(one), position, updatedAt: new Date() })
        .where("id", "=", one.id).execute();
    }
  }
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function noRequirement(id: string): NotFound {
  return new NotFound(`There is no requirement ${id}`);
}

function tooMany(): string {
  return `A job has at most ${MAX_REQUIREMENTS} requirements: remove one first`;
}
