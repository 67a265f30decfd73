import { type Selectable, sql } from "kysely";
import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import type { RequirementsTable } from "../platform/db_types.ts";
import { Id } from "../platform/input.ts";
import type { Requirement } from "../talent/types.ts";
import { Metric } from "./metrics.ts";
import type { LockedJob } from "./job_lock.ts";
import { Kind, Level, Span } from "./states.ts";

/** One thing that a job asks for. */
export const JobRequirement = z.object({
  id: Id,
  name: z.string(),
  level: Level,
  kind: Kind,
  years: z.number().nullable(),
  importance: z.int(),
  gate: z.boolean(),
  /** What is measured in place of reading the name; null where the name says what is asked. */
  metric: Metric.nullable(),
  /** The lexicon's id of the first known skill in the name. */
  skill: z.string().nullable(),
  /** The sentence of the description that it was read from; null when a person added it. */
  source: Span.nullable(),
}).meta({ id: "JobRequirement" });
export type JobRequirement = z.infer<typeof JobRequirement>;

/** The requirements of a job in their order; none for a job that is not there. */
export async function selectRequirements(db: Db | Trx, jobId: string): Promise<JobRequirement[]> {
  const rows = await db.selectFrom("requirements").selectAll()
    .where("jobId", "=", jobId).where("deletedAt", "is", null)
    .orderBy("position").orderBy("id").execute();
  return rows.map(toRequirement);
}

/** The same of several jobs, by the job. */
export async function selectRequirementsOf(
  db: Db | Trx,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, JobRequirement[]>> {
  const rows = await db.selectFrom("requirements").selectAll()
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`).where("deletedAt", "is", null)
    .orderBy("position").orderBy("id").execute();
  const byJob = Map.groupBy(rows, ({ jobId }) => jobId);
  return new Map([...byJob].map(([jobId, own]) => [jobId, own.map(toRequirement)]));
}

/** A requirement to be written; with an id, over the row there is. */
export interface WantedRequirement extends Omit<Requirement, "id"> {
  readonly id?: string | undefined;
  /** The person who typed it; null when it was read from the text. */
  readonly addedBy: string | null;
}

/** Writes new requirements behind each other, from `position` on. */
export async function insertRequirements(
  trx: Trx,
  job: Pick<LockedJob, "id" | "workspaceId">,
  position: number,
  wanted: readonly WantedRequirement[],
): Promise<JobRequirement[]> {
  if (wanted.length === 0) return [];
  const rows = await trx.insertInto("requirements").values(
    wanted.map((one, index) => ({
      workspaceId: job.workspaceId,
      jobId: job.id,
      position: position + index,
      addedBy: one.addedBy,
      isAdded: one.addedBy !== null,
      ...columnsOf(one),
    })),
  ).returningAll().execute();
  return rows.map(toRequirement);
}

/** What is stored of a requirement, beside where it belongs. */
export function columnsOf(one: Omit<WantedRequirement, "id">) {
  const { name, level, kind, years, importance, gate, metric, skill, source } = one;
  return {
    name,
    level,
    kind,
    years,
    importance,
    gate,
    metric: metric ?? null,
    skill,
    sourceStart: source?.start ?? null,
    sourceEnd: source?.end ?? null,
  };
}

/** A row as the rest of the product knows it. */
export function toRequirement(row: Selectable<RequirementsTable>): JobRequirement {
  const { sourceStart, sourceEnd } = row;
  return {
    id: row.id,
    name: row.name,
    level: Level.parse(row.level),
    kind: Kind.parse(row.kind),
    years: row.years,
    importance: row.importance,
    gate: row.gate,
    metric: Metric.nullable().parse(row.metric),
    skill: row.skill,
    source: sourceStart === null || sourceEnd === null
      ? null
      : { start: sourceStart, end: sourceEnd },
  };
}
