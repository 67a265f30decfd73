import { sql } from "kysely";
import { audit } from "../accounts/audit.ts";
import { can, requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { type Job, loadJob } from "./jobs.ts";
import { getPlaced, listRanked, type RankingRow, type RankingView } from "./ranking.ts";
import type { Placed } from "./ranking_page.ts";
import { requireSheet } from "./spreadsheet.ts";
import type { ReasonCode } from "./states.ts";

/** A row of the ranking with what else is known of the person. */
export interface ExportRow extends RankingRow {
  readonly email: string | null;
  readonly phone: string | null;
  /** Why they were moved where they stand; null when nobody said. */
  readonly reasonCode: ReasonCode | null;
  readonly reason: string | null;
}

export interface RankingExport {
  readonly job: Job;
  readonly totalCount: number;
  /** Read from the database while it is taken. */
  readonly rows: AsyncIterable<ExportRow>;
}

const NO_CONTACT = { email: null, phone: null };

/** How many rows are read at once. */
const PART = 500;

/** What becomes of an export. */
export interface ExportUse {
  readonly format: "csv" | "xlsx" | "print";
}

/**
 * All rows of a view of a ranking, not just one page of them, by their places of this moment. Who
 * takes them along is written down. How to reach the people is left out for who may not read
 * candidates.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {InvalidInput} If there are more than its format holds.
 */
export async function exportRanking(
  actor: Principal,
  db: Db,
  jobId: string,
  view: RankingView,
  { format }: ExportUse,
): Promise<RankingExport> {
  requirePermission(actor, "evaluations:read");
  const [job, all] = await Promise.all([
    loadJob(db, actor.workspaceId, jobId),
    listRanked(actor, db, jobId, view),
  ]);
  if (format === "xlsx") requireSheet(all.length);
  const details = { format, rows: all.length };
  await audit(db, actor, "ranking.exported", jobId, details, { jobId });
  return { job, totalCount: all.length, rows: readRows(actor, db, jobId, actor.isHead ? [] : all) };
}

async function* readRows(
  actor: Principal,
  db: Db,
  jobId: string,
  all: readonly Placed[],
): AsyncGenerator<ExportRow> {
  for (let at = 0; at < all.length; at += PART) {
    const part = all.slice(at, at + PART);
    const [rows, people] = await Promise.all([
      getPlaced(actor, db, jobId, part),
      selectPeople(actor, db, part.map(({ id }) => id)),
    ]);
    for (const row of rows) {
      const { email = null, phone = null, reasonCode = null, reason = null } =
        people.get(row.resumeId) ?? {};
      const contact = can(actor, "candidates:read") ? { email, phone } : NO_CONTACT;
      yield { ...row, ...contact, reasonCode, reason };
    }
  }
}

interface Person {
  id: string;
  email: string | null;
  phone: string | null;
  reasonCode: ReasonCode | null;
  reason: string | null;
}

/** By résumé: how to reach the person, and why they stand where they do. */
async function selectPeople(
  actor: Principal,
  db: Db,
  resumeIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const { rows } = await sql<Person>`
    select r.id, c.email, c.phone, last.reason_code, last.reason
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
