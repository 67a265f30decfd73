import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { HiddenText } from "../documents/types.ts";
import { limitConcurrency } from "../platform/concurrency.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { type PageOf, pageOfAll, type PageQuery } from "../platform/page_of.ts";
import { selectHalfLives } from "./half_lives.ts";
import { postingOf, WEIGHT_COLUMNS, weightsOf } from "./job_weights.ts";
import { type Basis, countHidden, judge, type JudgedText } from "./judging.ts";
import { selectRequirementsOf } from "./requirement_rows.ts";
import { noResume } from "./resumes.ts";
import { Flag, Grade } from "./states.ts";
import { EvaluationSummary, summarise } from "./summary.ts";
import { applyOverrides } from "./verdicts.ts";
import { withheldConflict } from "./withheld.ts";

/** The most open jobs that a résumé is judged by, the last active ones. */
export const MAX_FITTED = 100;

/** An open job of the workspace, and how a résumé fits it. */
export const FittingJob = z.object({
  job: z.object({
    id: Id,
    title: z.string(),
    place: z.string().nullable(),
    department: z.string().nullable(),
  }),
  score: z.number().nullable(),
  rawScore: z.number().nullable(),
  grade: Grade.nullable(),
  requiredMet: z.int(),
  requiredTotal: z.int(),
  flags: z.array(Flag),
  strip: EvaluationSummary.shape.strip,
  /** Whether the person is in that job already. */
  isInJob: z.boolean(),
});
export type FittingJob = z.infer<typeof FittingJob>;

export interface FittingJobs extends PageOf<FittingJob> {
  /** Whether there are more open jobs than were looked at. */
  readonly isCut: boolean;
}

export interface FittingQuery extends PageQuery {
  /** Whether jobs with grade D are wanted too. */
  readonly isAll?: boolean | undefined;
}

/** The web server has other things to do: one such question at a time. */
const oneAtATime = limitConcurrency(1);

/**
 * The open jobs that a résumé fits, the best first: judged now, by what each of them asks for.
 * Who asks is written down.
 *
 * @param signal Ends the judging when nobody waits for it any more.
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If it is not read, or its person took their consent back or objects to it.
 */
export async function findFittingJobs(
  actor: Principal,
  db: Db,
  resumeId: string,
  { isAll = false, ...page }: FittingQuery,
  signal: AbortSignal,
): Promise<FittingJobs> {
  requirePermission(actor, "evaluations:read");
  const resume = await selectText(actor, db, resumeId);
  const [jobs, here] = await Promise.all([
    selectOpenJobs(actor, db),
    selectJobsOf(actor, db, resume.personId),
  ]);
  const looked = jobs.slice(0, MAX_FITTED);
  const bases = await loadBases(actor, db, looked);
  await audit(db, actor, "resume.fitted", resumeId, { jobs: looked.length }, {
    resumeId,
    jobId: resume.jobId,
    candidateId: resume.candidateId,
  });
  const found = await oneAtATime(async () => {
    const judged: FittingJob[] = [];
    for (const job of looked) {
      const basis = bases.get(job.id);
      if (!basis) continue;
      // One judgement takes some milliseconds; other requests are answered in between.
      await setImmediate();
      signal.throwIfAborted();
      judged.push({ ...fitOf(basis, resume), job: toJob(job), isInJob: here.has(job.id) });
    }
    return judged;
  });
  const wanted = found.filter(({ grade }) => isAll || grade !== "D").sort(bestFirst);
  return { ...pageOfAll(wanted, page), isCut: jobs.length > MAX_FITTED };
}

function bestFirst(a: FittingJob, b: FittingJob): number {
  return (b.score ?? -1) - (a.score ?? -1) || (b.rawScore ?? -1) - (a.rawScore ?? -1) ||
    (a.job.id < b.job.id ? -1 : 1);
}

function fitOf(basis: Basis, resume: JudgedText): Omit<FittingJob, "job" | "isInJob"> {
  const { score, rawScore, grade, requiredMet, requiredTotal, flags, matches } = judge(
    basis,
    resume,
  );
  const { strip } = summarise(applyOverrides(basis.requirements, matches, []));
  return { score, rawScore, grade, requiredMet, requiredTotal, flags: [...flags], strip };
}

async function selectText(actor: Principal, db: Db, resumeId: string) {
  const row = await db.selectFrom("resumes")
    .leftJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["resumes.text", "resumes.receivedOn", "resumes.hidden", "resumes.status"])
    .select(["resumes.fileName", "resumes.jobId", "resumes.candidateId"])
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select(["candidates.personId", "candidates.consent", "evaluations.withheld"])
    .where("resumes.id", "=", resumeId).where("resumes.workspaceId", "=", actor.workspaceId)
    .executeTakeFirst();
  if (!row) throw noResume(resumeId);
  if (row.status !== "done" || row.text === null) {
    throw new Conflict(`"${row.fileName}" is not read, so it cannot be held against other jobs`);
  }
  if (row.consent === "withdrawn") {
    throw new Conflict("This person has taken their consent back: ask them before you go on");
  }
  if (row.withheld !== null) throw withheldConflict();
  return {
    text: row.text,
    receivedOn: row.receivedOn,
    hiddenCharacters: countHidden(row.hidden as unknown as HiddenText[]),
    personId: row.personId,
    candidateId: row.candidateId,
    jobId: row.jobId,
  };
}

type OpenJob = Awaited<ReturnType<typeof selectOpenJobs>>[number];

/** Those that are confirmed or have résumés, and one more than are looked at. */
function selectOpenJobs(actor: Principal, db: Db) {
  return db.selectFrom("jobs")
    .select(["id", "title", "place", "department", "language", "requirementsVersion"])
    .select("description").select(WEIGHT_COLUMNS)
    .where("workspaceId", "=", actor.workspaceId).where("archivedAt", "is", null)
    .where((eb) =>
      eb.or([
        eb("confirmedAt", "is not", null),
        eb.exists(
          eb.selectFrom("resumes").select("resumes.id").whereRef("resumes.jobId", "=", "jobs.id"),
        ),
      ])
    )
    .orderBy("updatedAt", "desc").orderBy("id", "desc").limit(MAX_FITTED + 1).execute();
}

/** The jobs that a person has a résumé in. */
async function selectJobsOf(
  actor: Principal,
  db: Db,
  personId: string | null,
): Promise<ReadonlySet<string>> {
  if (personId === null) return new Set();
  const rows = await db.selectFrom("resumes")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId").select("resumes.jobId")
    .where("candidates.personId", "=", personId)
    .where("resumes.workspaceId", "=", actor.workspaceId).execute();
  return new Set(rows.map(({ jobId }) => jobId));
}

/** What each job is judged by; one that asks for nothing is left out. */
async function loadBases(
  { workspaceId }: Principal,
  db: Db,
  jobs: readonly OpenJob[],
): Promise<ReadonlyMap<string, Basis>> {
  const [requirements, halfLives] = await Promise.all([
    selectRequirementsOf(db, jobs.map(({ id }) => id)),
    selectHalfLives(db, workspaceId),
  ]);
  return new Map(jobs.flatMap((job) => {
    const own = requirements.get(job.id) ?? [];
    if (own.length === 0) return [];
    const weights = weightsOf(job);
    const posting = postingOf(job.description, weights);
    const { id: jobId, requirementsVersion: version, language } = job;
    return [[jobId, {
      workspaceId,
      jobId,
      version,
      weights,
      posting,
      language,
      requirements: own,
      halfLives,
    }]];
  }));
}

function toJob({ id, title, place, department }: OpenJob): FittingJob["job"] {
  return { id, title, place, department };
}
