import { sql } from "kysely";
import type { Db } from "../../platform/database.ts";

/** What a candidate was told of an application: by the last letter that was sent about it. */
export interface Told {
  readonly decision: "shortlisted" | "rejected";
  readonly at: Date;
}

/**
 * What a person was told of each résumé of theirs, by its id; nothing of those about which no letter
 * has left yet, whatever was decided.
 */
export async function toldDecisions(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<ReadonlyMap<string, Told>> {
  const { rows } = await sql<Told & { resumeId: string }>`
    select distinct on (l.resume_id) l.resume_id, l.finished_at as at,
      case l.kind when 'rejection' then 'rejected' else 'shortlisted' end as decision
    from letters l join candidates c on c.id = l.candidate_id
    where l.workspace_id = ${workspaceId} and c.person_id = ${personId} and l.state = 'sent'
      and l.kind in ('rejection', 'acceptance') and l.resume_id is not null
    order by l.resume_id, l.id desc`.execute(db);
  return new Map(rows.map(({ resumeId, ...told }) => [resumeId, told]));
}
