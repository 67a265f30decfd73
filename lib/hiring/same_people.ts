import { sql } from "kysely";
import { z } from "zod";
import { can } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import { alikeCandidates } from "./alike_candidates.ts";
import { notDismissed } from "./duplicates.ts";

/** An earlier résumé in the same job, of the same person or of one who may be the same. */
export const SamePerson = z.object({ resumeId: Id, createdAt: Instant });
export type SamePerson = z.infer<typeof SamePerson>;

/**
 * Which of some résumés are not the first of their person in their job: the same person, address or
 * number, or nearly the same text, unless somebody said that they are two. Masked résumés are
 * nobody's, and who may not read candidates learns nothing.
 *
 * @param resumeIds At most as many as a page shows.
 * @returns The latest of the earlier ones, by the id of the later résumé.
 */
export async function samePeople(
  actor: Principal,
  db: Db,
  resumeIds: readonly string[],
): Promise<Map<string, SamePerson>> {
  if (resumeIds.length === 0 || !can(actor, "candidates:read")) return new Map();
  const { workspaceId } = actor;
  const { rows } = await sql<{ id: string; resumeId: string; createdAt: Date }>`
    with mine as materialized (
      select r.id, r.job_id, r.created_at, c.person_id, array[c.phone_e164] as phones,
        array[lower(c.email), lower(c.own ->> 'email')] as emails, array[r.id] as resume_ids
      from resumes r join candidates c on c.id = r.candidate_id
      where r.id = any(${resumeIds}::uuid[]) and r.workspace_id = ${workspaceId}
        and r.status = 'done'
    ), alike as (
      select m.id, c.id as candidate_id from mine m
      join candidates c on c.person_id = m.person_id
      union
      select m.id, a.candidate_id from mine m cross join ${alikeCandidates(workspaceId)} a
    )
    select distinct on (m.id) m.id, s.id as resume_id, s.created_at
    from alike a join mine m on m.id = a.id
    join candidates c on c.id = a.candidate_id and c.workspace_id = ${workspaceId}
    join resumes s on s.candidate_id = c.id and s.job_id = m.job_id
      and (s.created_at, s.id) < (m.created_at, m.id)
    cross join lateral (
      select least(c.person_id, m.person_id) as first_id,
        greatest(c.person_id, m.person_id) as second_id
    ) p
    where s.status = 'done' and ${notDismissed(workspaceId)}
    order by m.id, s.created_at desc, s.id desc`.execute(db);
  return new Map(rows.map(({ id, resumeId, createdAt }) => [id, {
    resumeId,
    createdAt: createdAt.toISOString(),
  }]));
}
