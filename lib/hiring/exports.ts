import { sql } from "kysely";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { getJob, type Job } from "./jobs.ts";
import { getRanking, MAX_RANKED, type RankingQuery, type RankingRow } from "./ranking.ts";
import { ensureStages, firstStage, type Stage, stagesById } from "./stages.ts";
import type { ReasonCode } from "./states.ts";

/** Which rows of a ranking are taken along, and in which order. */
export type ExportQuery = Omit<RankingQuery, "page" | "itemsPerPage">;

/** A row of the ranking with what else is known of the person. */
export interface ExportRow {
  readonly row: RankingRow;
  readonly email: string | null;
  readonly phone: string | null;
  readonly stage: Stage;
  /** Why they were moved there; null when nobody said. */
  readonly reasonCode: ReasonCode | null;
  readonly reason: string | null;
}

export interface RankingExport {
  readonly job: Job;
  readonly totalCount: number;
  /** Read from the database while it is taken. */
  readonly rows: AsyncIterable<ExportRow>;
}

/**
 * All rows of a ranking that the query names, not just one page. Who takes them along is written
 * down.
 *
 * @param format What becomes of them, for the log.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function exportRanking(
  actor: Principal,
  db: Db,
  jobId: string,
  query: ExportQuery,
  format: "csv" | "xlsx" | "print",
): Promise<RankingExport> {
  requirePermission(actor, "candidates:read");
  const [job, { totalCount }, first, stages] = await Promise.all([
    getJob(actor, db, jobId),
    getRanking(actor, db, jobId, { ...query, page: 1, itemsPerPage: 1 }),
    ensureStages(db, actor.workspaceId).then(firstStage),
    stagesById(db, actor.workspaceId),
  ]);
  await audit(db, actor, "ranking.exported", jobId, { format, rows: totalCount }, { jobId });
  return { job, totalCount, rows: allRows(actor, db, jobId, query, { first, stages }) };
}

interface Stages {
  readonly first: Stage;
  readonly stages: ReadonlyMap<string, Stage>;
}

async function* allRows(
  actor: Principal,
  db: Db,
  jobId: string,
  query: ExportQuery,
  { first, stages }: Stages,
): AsyncGenerator<ExportRow> {
  // A row that moves behind the next page while this one is taken must not come twice.
  const taken = new Set<string>();
  for (let page = 1;; page++) {
    const part = await getRanking(actor, db, jobId, { ...query, page, itemsPerPage: MAX_RANKED });
    const rows = part.data.filter(({ resumeId }) => !taken.has(resumeId));
    const people = await selectPeople(actor, db, rows.map(({ resumeId }) => resumeId));
    for (const row of rows) {
      taken.add(row.resumeId);
      const person = people.get(row.resumeId);
      yield {
        row,
        email: person?.email ?? null,
        phone: person?.phone ?? null,
        stage: stages.get(person?.stageId ?? "") ?? first,
        reasonCode: person?.reasonCode ?? null,
        reason: person?.reason ?? null,
      };
    }
    if (!part.hasMore) return;
  }
}

interface Person {
  id: string;
  email: string | null;
  phone: string | null;
  stageId: string | null;
  reasonCode: ReasonCode | null;
  reason: string | null;
}

/** By résumé: how to reach the person, where they stand, and why. */
async function selectPeople(
  actor: Principal,
  db: Db,
  resumeIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await sql<Person>`
    select r.id, c.email, c.phone, r.stage_id, last.reason_code, last.reason
    from resumes r
    left join candidates c on c.id = r.candidate_id
    left join lateral (
      select reason_code, reason from moves
      where resume_id = r.id and to_stage_id = r.stage_id and undone_at is null
      order by id desc limit 1
    ) last on true
    where r.id = any(${resumeIds}::uuid[]) and r.workspace_id = ${actor.workspaceId}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
