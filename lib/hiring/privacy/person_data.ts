import { sql } from "kysely";
import type { Db } from "../../platform/database.ts";

/** All that is kept of a person, in the parts that an export has. */
export type PersonData = Readonly<Record<string, unknown>>;

/**
 * All that is kept of a person and of everybody merged into them, from every table that holds some
 * of it; files are named and come beside it. Who of the workspace wrote something is left out: that
 * is theirs, not the person's.
 */
export async function collectPerson(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<PersonData> {
  const { rows: [row] } = await sql<{ data: PersonData }>`
    with members as (
      select * from candidates where person_id = ${personId} and workspace_id = ${workspaceId}
    ), own_resumes as (
      select r.* from resumes r join members m on m.id = r.candidate_id
    )
    select jsonb_build_object(
      'exportedAt', to_jsonb(now()),
      'workspace', (select name from workspaces where id = ${workspaceId}),
      'person', (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'email', email,
          'phone', phone, 'place', place, 'asGivenBeforeMerging', own, 'consent', consent,
          'consentOn', consent_on, 'consentUntil', consent_until, 'createdAt', created_at,
          'updatedAt', updated_at) order by id) from members),
      'tags', coalesce((select jsonb_agg(jsonb_build_object('tag', tag, 'createdAt', t.created_at))
        from candidate_tags t join members m on m.id = t.candidate_id), '[]'),
      'notes', coalesce((select jsonb_agg(jsonb_build_object('text', text,
          'createdAt', n.created_at, 'updatedAt', n.updated_at) order by n.id)
        from notes n join members m on m.id = n.candidate_id), '[]'),
      'letters', coalesce((select jsonb_agg(jsonb_build_object('kind', kind, 'language', language,
          'recipient', recipient, 'subject', subject, 'text', text, 'state', state,
          'createdAt', l.created_at) order by l.id)
        from letters l join members m on m.id = l.candidate_id), '[]'),
      'pageLinks', coalesce((select jsonb_agg(jsonb_build_object('recipient', l.email,
          'createdAt', l.created_at, 'expiresAt', l.expires_at, 'openedAt', l.opened_at)
          order by l.created_at)
        from mail_links l join members m on m.id = l.candidate_id), '[]'),
      'requests', coalesce((select jsonb_agg(jsonb_build_object('kind', q.kind, 'text', q.text,
          'state', q.state, 'answer', q.answer, 'createdAt', q.created_at,
          'settledAt', q.settled_at) order by q.id)
        from candidate_requests q join members m on m.id = q.candidate_id), '[]'),
      'resumes', coalesce((select jsonb_agg(${resume()} order by r.id) from own_resumes r
        join jobs j on j.id = r.job_id left join stages s on s.id = r.stage_id), '[]'),
      'history', coalesce((select jsonb_agg(jsonb_build_object('action', action, 'details', details,
          'at', created_at) order by a.id) from audit_log a
        where a.workspace_id = ${workspaceId} and (a.candidate_id in (select id from members)
          or a.resume_id in (select id from own_resumes))), '[]')
    ) as data`.execute(db);
  return row?.data ?? {};
}

function resume() {
  return sql`jsonb_build_object('id', r.id, 'job', j.title, 'fileName', r.file_name,
    'receivedOn', r.received_on, 'status', r.status, 'language', r.language, 'text', r.text,
    'stage', coalesce(s.name, s.key), 'decision', s.decision, 'stageSince', r.stage_since,
    'evaluation', (select jsonb_build_object('score', e.score, 'grade', e.grade,
        'scoreOfTheEngine', e.engine_score, 'gradeOfTheEngine', e.engine_grade,
        'requiredMet', e.required_met, 'requiredTotal', e.required_total, 'headline', e.headline,
        'flags', e.flags, 'matches', e.matches, 'engineVersion', e.engine_version,
        'withheld', e.withheld, 'updatedAt', e.updated_at)
        from evaluations e where e.resume_id = r.id),
    'overrides', coalesce((select jsonb_agg(jsonb_build_object('requirement', o.requirement_name,
        'verdictBefore', o.verdict_before, 'verdict', o.verdict, 'reason', o.reason,
        'createdAt', o.created_at, 'undoneAt', o.undone_at) order by o.id)
      from overrides o where o.resume_id = r.id), '[]'),
    'moves', coalesce((select jsonb_agg(jsonb_build_object('to', coalesce(ts.name, ts.key),
        'decision', ts.decision, 'reasonCode', v.reason_code, 'reason', v.reason,
        'createdAt', v.created_at, 'undoneAt', v.undone_at) order by v.id)
      from moves v join stages ts on ts.id = v.to_stage_id where v.resume_id = r.id), '[]'),
    'modelOpinions', coalesce((select jsonb_agg(jsonb_build_object('kind', q.kind,
        'model', q.model, 'result', q.result, 'createdAt', q.created_at) order by q.id)
      from model_requests q where q.resume_id = r.id), '[]'))`;
}
