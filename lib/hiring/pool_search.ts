import { sql } from "kysely";
import type { HiddenText } from "../documents/types.ts";
import type { Db, Trx } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { type Basis, countHidden, judge, type JudgedText, loadBasis } from "./judging.ts";
import { isAvailable } from "./pool_people.ts";
import { summarise } from "./summary.ts";
import type { SearchPoolTask } from "./tasks.ts";
import { applyOverrides } from "./verdicts.ts";

/** The most résumés that are judged for one search. */
export const MAX_JUDGED = 300;

/** How many are judged before the next look at who else wants something. */
const BATCH = 20;

/**
 * Finds the résumés here whose words fit a job's requirements, and judges the best of them. Run
 * twice, it goes on where it was; stops when another search took its place.
 */
export async function searchPool(
  { db }: Services,
  { workspaceId, jobId, searchId }: SearchPoolTask,
  signal: AbortSignal,
): Promise<void> {
  const basis = await loadBasis(db, workspaceId, jobId);
  if (!basis || !await preselect(db, basis, searchId)) return;
  for (;;) {
    signal.throwIfAborted();
    const batch = await selectUnjudged(db, jobId, searchId);
    if (batch.length === 0) break;
    for (const { id, ...resume } of batch) await judgeOne(db, basis, id, resume);
  }
  await db.updateTable("poolSearches").set({ status: "done", finishedAt: new Date() })
    .where("id", "=", searchId).where("status", "=", "judging").execute();
}

/** Marks a search whose every attempt failed, so that a person may try again. */
export async function giveUpPoolSearch(
  { db }: Services,
  { searchId }: SearchPoolTask,
): Promise<void> {
  await db.updateTable("poolSearches").set({ status: "failed", finishedAt: new Date() })
    .where("id", "=", searchId).where("status", "in", ["waiting", "judging"]).execute();
}

/** Opens a search again that was given up, so that its task finds work. */
export async function reopenPoolSearch(
  { db }: Services,
  { searchId }: SearchPoolTask,
): Promise<void> {
  await db.updateTable("poolSearches").set({ status: "waiting", finishedAt: null })
    .where("id", "=", searchId).where("status", "=", "failed").execute();
}

/** @returns False when the search is over, or another took its place. */
function preselect(db: Db, basis: Basis, searchId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const search = await trx.selectFrom("poolSearches").select(["status", "requirementsVersion"])
      .where("id", "=", searchId).forUpdate().executeTakeFirst();
    if (!search || search.status === "done" || search.status === "failed") return false;
    const isBegun = search.status === "judging";
    if (isBegun && search.requirementsVersion === basis.version) return true;
    await trx.deleteFrom("poolResults").where("jobId", "=", basis.jobId).execute();
    const ids = await selectBest(trx, basis);
    if (ids.length > 0) {
      await trx.insertInto("poolResults").values(
        ids.slice(0, MAX_JUDGED).map((resumeId) => ({
          jobId: basis.jobId,
          workspaceId: basis.workspaceId,
          resumeId,
        })),
      ).execute();
    }
    await trx.updateTable("poolSearches").set({
      status: "judging",
      requirementsVersion: basis.version,
      isCut: ids.length > MAX_JUDGED,
    }).where("id", "=", searchId).execute();
    return true;
  });
}

/** A word or phrase that says that a requirement is met. */
interface Term {
  readonly requirement: number;
  readonly weight: number;
  readonly term: string;
  /** Whether the words count one by one, because nobody knows how else it is said. */
  readonly isLoose: boolean;
}

/** The terms that the engine looks for itself, as it tells when it finds none of them. */
function termsOf(basis: Basis): Term[] {
  const { matches } = judge(basis, { text: "", receivedOn: "2000-01-01", hiddenCharacters: 0 });
  const byId = new Map(basis.requirements.map((one) => [one.id, one]));
  return matches.flatMap(({ requirementId, tried }, requirement) => {
    const { level, importance, name } = byId.get(requirementId)!; // a match is about one of them
    const weight = importance * (level === "required" ? 2 : 1);
    const terms = tried.length > 0 ? tried : [name];
    const isLoose = terms.length === 1;
    return terms.map((term) => ({
      requirement,
      weight: weight / (isLoose ? 2 : 1),
      term,
      isLoose,
    }));
  });
}

/**
 * The résumés whose words meet most requirements, one a person, the best first; one more than are
 * judged when there are more.
 */
async function selectBest(trx: Trx, { workspaceId, jobId, ...basis }: Basis): Promise<string[]> {
  const terms = termsOf({ workspaceId, jobId, ...basis });
  const { rows } = await sql<{ id: string }>`
    with terms as (
      select * from jsonb_to_recordset(${JSON.stringify(terms)}::text::jsonb)
        as t (requirement integer, weight double precision, term text, "isLoose" boolean)
    ), words as (
      select requirement, weight, "isLoose", to_query::text as query from terms,
        lateral (values
          (case when "isLoose" then plainto_tsquery('english', term)
            else phraseto_tsquery('english', term) end),
          (case when "isLoose" then plainto_tsquery('dutch', term)
            else phraseto_tsquery('dutch', term) end)
        ) as v (to_query)
      where numnode(to_query) > 0
    ), queries as materialized (
      select requirement, max(weight) as weight, string_agg(
        '(' || case when "isLoose" then replace(query, '&', '|') else query end || ')', ' | '
      )::tsquery as query
      from words group by requirement
    ), hits as (
      select r.id, sum(q.weight) as weight
      from queries q
      join resumes r on r.workspace_id = ${workspaceId} and r.search @@ q.query
        and r.status = 'done' and r.job_id <> ${jobId} and r.candidate_id is not null
      group by r.id
    ), people as (
      select distinct on (c.person_id) r.id, h.weight, r.received_on
      from hits h join resumes r on r.id = h.id join candidates c on c.id = r.candidate_id
      where ${isAvailable(jobId)}
      order by c.person_id, h.weight desc, r.received_on desc, r.id desc
    )
    select id from people order by weight desc, received_on desc, id desc
    limit ${MAX_JUDGED + 1}`.execute(trx);
  return rows.map(({ id }) => id);
}

async function selectUnjudged(db: Db, jobId: string, searchId: string) {
  const rows = await db.selectFrom("poolResults")
    .innerJoin("poolSearches", "poolSearches.jobId", "poolResults.jobId")
    .innerJoin("resumes", "resumes.id", "poolResults.resumeId")
    .select(["resumes.id", "resumes.text", "resumes.receivedOn", "resumes.hidden"])
    .where("poolResults.jobId", "=", jobId).where("poolSearches.id", "=", searchId)
    .where("poolResults.isJudged", "=", false)
    .orderBy("resumes.id").limit(BATCH).execute();
  return rows.map(({ id, text, receivedOn, hidden }) => ({
    id,
    text: text ?? "",
    receivedOn,
    hiddenCharacters: countHidden(hidden as unknown as HiddenText[]),
  }));
}

async function judgeOne(db: Db, basis: Basis, resumeId: string, resume: JudgedText): Promise<void> {
  await db.updateTable("poolResults").set({ isJudged: true, ...verdictOn(basis, resumeId, resume) })
    .where("jobId", "=", basis.jobId).where("resumeId", "=", resumeId).execute();
}

/** One text that the engine stumbles over stays without a score, and is not shown. */
function verdictOn(basis: Basis, resumeId: string, resume: JudgedText) {
  try {
    const { score, rawScore, grade, requiredMet, requiredTotal, headline, flags, matches } = judge(
      basis,
      resume,
    );
    const summary = summarise(applyOverrides(basis.requirements, matches, []));
    return {
      score,
      rawScore,
      grade,
      requiredMet,
      requiredTotal,
      headline,
      flags: [...flags],
      summary,
    };
  } catch (error) {
    logger("hiring").error("Judging résumé {resumeId} failed", { resumeId, error });
    return {};
  }
}
