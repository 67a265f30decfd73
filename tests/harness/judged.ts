import { createJob, getJob, type Job } from "../../lib/hiring/jobs.ts";
import { summarise } from "../../lib/hiring/summary.ts";
import type { Principal } from "../../lib/accounts/principal.ts";
import type { Db, Trx } from "../../lib/platform/database.ts";
import { scoreMatches } from "../../lib/talent/score.ts";
import type { Verdict } from "../../lib/talent/types.ts";

/** Somebody as the engine would have judged them. */
export interface JudgedPerson {
  readonly name: string;
  /** In the order of the job's requirements. */
  readonly verdicts: readonly Verdict[];
  /** The words that prove each verdict, where there are any. */
  readonly quotes?: readonly (string | null)[];
  readonly email?: string;
  readonly phone?: string;
  readonly headline?: string;
  readonly fileName?: string;
  readonly flags?: readonly string[];
  readonly receivedAt?: Date;
}

export const JUDGED_JOB = {
  title: "Backend engineer",
  description: [
    "Requirements:",
    "- 3+ years of TypeScript",
    "- PostgreSQL",
    "- Kafka",
    "Nice to have:",
    "- Kubernetes",
  ].join("\n"),
};

/** Makes a job and its judged people, without a worker; answers the résumés by name. */
export async function makeJudged(
  owner: Principal,
  db: Db,
  people: readonly JudgedPerson[],
  asked = JUDGED_JOB,
): Promise<{ job: Job; ids: ReadonlyMap<string, string>; of(name: string): string }> {
  const { id: jobId } = await createJob(owner, db, asked);
  await db.updateTable("jobs").set({ confirmedAt: new Date() }).where("id", "=", jobId).execute();
  const job = await getJob(owner, db, jobId);
  const ids = new Map<string, string>();
  await db.transaction().execute(async (trx) => {
    for (const person of people) ids.set(person.name, await insertJudged(owner, trx, job, person));
  });
  return { job, ids, of: (name) => ids.get(name) ?? "" };
}

async function insertJudged(
  { workspaceId }: Principal,
  db: Trx,
  job: Job,
  person: JudgedPerson,
): Promise<string> {
  const { name, email = null, phone = null, headline = null, flags = [], receivedAt } = person;
  const hash = crypto.getRandomValues(new Uint8Array(32));
  const candidate = await db.insertInto("candidates").values({ workspaceId, name, email, phone })
    .returning("id").executeTakeFirstOrThrow();
  const quotes = person.quotes?.map((quote) => quote ?? "") ?? [];
  const { id } = await db.insertInto("resumes").values({
    workspaceId,
    jobId: job.id,
    candidateId: candidate.id,
    fileName: person.fileName ?? `${name.toLowerCase().replaceAll(" ", "-")}.txt`,
    contentHash: hash,
    textHash: hash,
    sizeBytes: 1000,
    status: "done",
    kind: "text",
    language: "en",
    text: [name, ...quotes].join("\n"),
    pages: [{ start: 0, end: [name, ...quotes].join("\n").length }],
    ...(receivedAt ? { createdAt: receivedAt } : {}),
  }).returning("id").executeTakeFirstOrThrow();
  await insertEvaluation(db, job, { workspaceId, resumeId: id, headline, flags, person });
  return id;
}

async function insertEvaluation(
  db: Trx,
  job: Job,
  { workspaceId, resumeId, headline, flags, person }: {
    workspaceId: string;
    resumeId: string;
    headline: string | null;
    flags: readonly string[];
    person: JudgedPerson;
  },
): Promise<void> {
  let at = person.name.length + 1;
  const judged = job.requirements.map((requirement, index) => {
    const text = person.quotes?.[index] ?? "";
    const evidence = text ? [{ text, start: at, end: at + text.length }] : [];
    at += text.length + 1;
    return {
      requirement,
      verdict: person.verdicts[index] ?? "NO",
      evidence,
      isOverridden: false,
    };
  });
  const { gate: _, ...score } = scoreMatches(
    judged.map(({ requirement, verdict }) => ({ ...requirement, verdict })),
    job.weights,
  );
  await db.insertInto("evaluations").values({
    workspaceId,
    jobId: job.id,
    resumeId,
    requirementsVersion: job.requirementsVersion,
    engineVersion: "1.0.0",
    ...score,
    engineScore: score.score,
    engineGrade: score.grade,
    headline,
    flags,
    matches: judged.map(({ requirement, verdict, evidence }) => ({
      requirementId: requirement.id,
      verdict,
      evidence,
      reason: { code: "absent", params: {} },
      tried: [],
    })),
    summary: summarise(judged),
  }).execute();
}
