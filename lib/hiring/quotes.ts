import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { wordsOf } from "./resume_masks.ts";
import { noResume } from "./resumes.ts";

/** The first quote for a requirement; null where the résumé says nothing of it. */
export const RequirementQuote = z.object({
  requirementId: Id,
  quote: z.string().nullable(),
  isOverridden: z.boolean(),
});
export type RequirementQuote = z.infer<typeof RequirementQuote>;

const LONGEST_QUOTE = 240;

/**
 * What a résumé says of each requirement of its job, in short: for the marks of a ranking's row.
 *
 * @throws {NotFound} If there is no such résumé with an evaluation in that job.
 */
export async function listQuotes(
  actor: Principal,
  db: Db,
  jobId: string,
  resumeId: string,
): Promise<RequirementQuote[]> {
  requirePermission(actor, "evaluations:read");
  const { rows: [row] } = await sql<{
    quotes: RequirementQuote[];
    isMasked: boolean;
    secrets: string[] | null;
  }>`
    select r.is_masked, r.secrets, jsonb_agg(jsonb_build_object(
      'requirementId', item ->> 'requirementId',
      'isOverridden', item -> 'isOverridden',
      'quote', left(regexp_replace((
        select match #>> '{evidence,0,text}' from jsonb_array_elements(e.matches) match
        where match ->> 'requirementId' = item ->> 'requirementId'
      ), '\\s+', ' ', 'g'), ${LONGEST_QUOTE}::int)
    )) as quotes
    from evaluations e join resumes r on r.id = e.resume_id,
      jsonb_array_elements(e.summary -> 'strip') item
    where e.resume_id = ${resumeId} and e.job_id = ${jobId}
      and e.workspace_id = ${actor.workspaceId}
    group by e.id, r.id`.execute(db);
  if (!row) throw noResume(resumeId);
  const say = wordsOf(row);
  return row.quotes.map((one) => ({ ...one, quote: one.quote && say(one.quote) }));
}
