import { sql } from "kysely";
import type { Db } from "../../platform/database.ts";
import type { EvidenceEntry, JobEvidence } from "./job_evidence.ts";

/** How many entries of the log an evidence file has. */
const LATEST = 1000;

/** What of the whole workspace changes how a job is judged and kept. */
const OF_WORKSPACE = [
  "workspace.half_lives",
  "workspace.retention",
  "workspace.group_questions",
  "stage.added",
  "stage.renamed",
  "stage.placed",
  "stage.removed",
] as const;

/** What of a job does. */
const OF_JOB = sql`(a.action like 'job.%' or a.action like 'requirement%'
  or a.action like 'engine.%' or a.action like 'proposal.%')`;

/** Every change of a job, its requirements and what it is judged by, the first one first. */
export async function selectSettingsHistory(
  db: Db,
  workspaceId: string,
  jobId: string,
): Promise<EvidenceEntry[]> {
  const { rows } = await sql<EntryRow>`
    ${ENTRIES} where a.workspace_id = ${workspaceId} and (
      a.job_id = ${jobId} and ${OF_JOB} or a.action = any(${[...OF_WORKSPACE]}::text[])
    ) order by a.id limit 5000`.execute(db);
  return rows.map(toEntry);
}

/** The log of a job: how often what was done, the last entries, and the seal over them. */
export async function selectLog(
  db: Db,
  workspaceId: string,
  jobId: string,
): Promise<JobEvidence["log"]> {
  const of = sql`where a.workspace_id = ${workspaceId} and a.job_id = ${jobId}`;
  const [latest, counts, seal] = await Promise.all([
    sql<EntryRow>`${ENTRIES} ${of} order by a.id desc limit ${LATEST}`.execute(db),
    sql<{ action: string; count: number }>`
      select a.action, count(*)::integer as count from audit_log a ${of}
      group by a.action order by a.action`.execute(db),
    db.selectFrom("auditSeals").select(["number", "hash", "sealedAt"])
      .where("workspaceId", "=", workspaceId).orderBy("number", "desc").limit(1)
      .executeTakeFirst(),
  ]);
  return {
    entries: counts.rows.reduce((sum, { count }) => sum + count, 0),
    byAction: Object.fromEntries(counts.rows.map(({ action, count }) => [action, count])),
    latest: latest.rows.map(toEntry),
    seal: seal
      ? { number: seal.number, hash: seal.hash.toHex(), sealedAt: seal.sealedAt.toISOString() }
      : null,
  };
}

const ENTRIES = sql`
  select a.id, a.created_at, a.action, a.target_id, a.resume_id, a.details,
    coalesce(u.name, k.name) as by_name
  from audit_log a left join users u on u.id = a.user_id
  left join api_keys k on k.id = a.api_key_id`;

interface EntryRow {
  readonly id: number;
  readonly createdAt: Date;
  readonly action: string;
  readonly targetId: string | null;
  readonly resumeId: string | null;
  readonly details: Record<string, unknown>;
  readonly byName: string | null;
}

function toEntry({ createdAt, byName, ...row }: EntryRow): EvidenceEntry {
  return { ...row, at: createdAt.toISOString(), by: byName };
}
