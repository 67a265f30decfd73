import { createHash } from "node:crypto";
import type { Person } from "../../lib/accounts/principal.ts";
import { invite } from "../../lib/accounts/invitations.ts";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { createRateLimit } from "../../lib/accounts/rate_limits.ts";
import { createTier } from "../../lib/accounts/tiers.ts";
import { setWorkspaceTier } from "../../lib/accounts/user_tiers.ts";
import { getEvaluation } from "../../lib/hiring/evaluations.ts";
import { sendFeedback } from "../../lib/hiring/feedback.ts";
import { createWebhook, testWebhook } from "../../lib/accounts/webhooks.ts";
import { confirmJob, createJob } from "../../lib/hiring/jobs.ts";
import { audit } from "../../lib/accounts/audit.ts";
import { linkToken } from "../../lib/accounts/mail_links.ts";
import { setGroupQuestions } from "../../lib/hiring/equal_treatment/report.ts";
import { overrideVerdict } from "../../lib/hiring/overrides.ts";
import { makeRequest } from "../../lib/hiring/privacy/candidate_requests.ts";
import { findPageVisitor, sendPageLink } from "../../lib/hiring/privacy/page_links.ts";
import { listStages } from "../../lib/hiring/stages.ts";
import { addRequirement } from "../../lib/hiring/requirements.ts";
import { addResume } from "../../lib/hiring/resume_upload.ts";
import type { Services } from "../../lib/platform/services.ts";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, JOB, RESUMES } from "./app.ts";
import { type Crowd, makeCrowd, makePool } from "./crowd.ts";

/** Paths of what `fillFew()` made; `job` without a tab behind it. */
export interface Few {
  readonly job: string;
  /** The evaluation of the best résumé, and that of one with an override. */
  readonly strong: string;
  readonly weak: string;
  /** Where a file that could not be read is removed. */
  readonly remove: string;
  /** The people of the two, by id. */
  readonly people: readonly [strong: string, weak: string];
  /** The page that the first of them has of their own. */
  readonly own: string;
  readonly webhook: string;
  /** The résumés of the two, by id. */
  readonly resumes: readonly [strong: string, weak: string];
}

/** What `fill()` made. */
export interface Made extends Few {
  readonly crowd: Crowd;
  /** A job with people from the pool. */
  readonly pool: string;
  /** Of the owner, a stage that can be removed, and a mail that was sent. */
  readonly ids: { readonly owner: string; readonly stage: string; readonly mail: string };
}

/** Every page and state that the tests of all pages visit signed in: one line for one more. */
const PLACES: Readonly<Record<string, (made: Made) => string>> = {
  dashboard: () => "/",
  "new job": () => "/jobs/new",
  requirements: ({ job }) => `${job}/requirements`,
  "a deleted requirement": ({ job }) =>
    `${job}/requirements?removed=${crypto.randomUUID()}&name=Java`,
  "dashboard without a match": () => "/?q=nothing&show=draft&sort=title",
  "pasting a résumé": ({ job }) => `${job}/resumes/paste`,
  "replacing a résumé": ({ strong }) => `${strong}/replace`,
  usage: () => "/settings/usage",
  retention: () => "/settings/retention",
  "the language model": () => "/settings/model",
  "usage of the last month": () => "/settings/usage?month=last",
  "all tiers": () => "/admin/tiers",
  "a tier": () => "/admin/tiers/business",
  files: ({ job }) => `${job}/resumes`,
  "no such files": ({ job }) => `${job}/resumes?show=busy`,
  ranking: ({ job }) => `${job}/ranking`,
  board: ({ job }) => `${job}/board`,
  activity: ({ job }) => `${job}/activity`,
  "letters to several people": ({ job }) => `${job}/letters?kind=acceptance`,
  "activity of a kind that never was": ({ job }) => `${job}/activity?kind=downloads&by=`,
  "how firm the ranking is": ({ job }) => `${job}/ranking/sensitivity`,
  "what another engine would say": ({ job }) => `${job}/ranking/engine`,
  "ranking by name": ({ job }) => `${job}/ranking?sort=name`,
  "the ranking to be printed": ({ job }) => `${job}/ranking/print`,
  "two compared": ({ job, resumes: [one, two] }) => `${job}/compare?resume=${one}&resume=${two}`,
  "where two differ": ({ job, resumes: [one, two] }) =>
    `${job}/compare?resume=${one}&resume=${two}&view=differences&find=`,
  "one to be compared": ({ job, resumes: [one] }) => `${job}/compare?resume=${one}`,
  reports: () => "/reports",
  "reports of one job": ({ job }) => `/reports?job=${job.split("/").at(-1)}&period=30`,
  "equal treatment": () => "/reports/equal",
  "people already known": ({ job }) => `${job}/pool`,
  "possible duplicates": ({ people: [first, second] }) =>
    `/candidates/duplicates?done=dismissed&first=${first}&second=${second}`,
  "merging two people": ({ people: [keep, other] }) =>
    `/candidates/merge?keep=${keep}&with=${other}`,
  candidates: () => "/candidates",
  "candidates by name": () => "/candidates?sort=name",
  "a search for people": () => "/candidates?q=TypeScript",
  "a search without a match": () => "/candidates?q=nothing",
  "a person": ({ people: [one] }) => `/candidates/${one}`,
  "requests of candidates": () => "/candidates/requests",
  "a candidate's own page": ({ own }) => own,
  "a candidate's link that works no more": () => "/your-data/none",
  "a person with what is wrong": ({ people: [one] }) => `/candidates/${one}?wrong=tag&note=wrong`,
  asking: () => "/ask",
  "answers to a question": ({ job }) =>
    `/ask?q=TypeScript%20OR%20kubernetes&job=${job.split("/").at(-1)}`,
  "a question that cannot be asked": () => "/ask?q=(skill%3Anothing",
  "a question without an answer": () => "/ask?q=glaciologist",
  find: () => "/find",
  "what was found": () => "/find?q=TypeScript",
  settings: ({ job }) => `${job}/settings`,
  "settings that are wrong": ({ job }) => `${job}/settings?wrong=confirm`,
  evaluation: ({ strong }) => strong,
  "evaluation with an override": ({ weak }) => weak,
  "a score computed again": ({ strong }) => `${strong}/recompute`,
  "writing a letter": ({ strong }) => `${strong}/letter?kind=missing`,
  "letters of the workspace": () => "/settings/letters",
  "the text of a letter": () => "/settings/letters/rejection-nl",
  "removing a résumé": ({ remove }) => remove,
  "not found": () => "/jobs/4f1c/ranking",
  "one's own settings": () => "/settings",
  "signing in safely": () => "/settings/security",
  health: () => "/admin/health",
  "the workspace": () => "/settings/workspace",
  "leaving the workspace": () => "/settings/workspace/leave",
  "deleting one's account": () => "/settings/delete",
  users: () => "/admin/users",
  "a user": () => "/admin/users/admin",
  "a new user": () => "/admin/users/new",
  mails: () => "/admin/mails",
  tasks: () => "/admin/tasks",
  "a workspace's webhooks": () => "/settings/webhooks",
  "one webhook": ({ webhook }) => `/settings/webhooks/${webhook}`,
  "the audit log": () => "/settings/audit",
  "the audit log without a match": () => "/settings/audit?group=tasks&from=2001-01-01",
  "stages of the workspace": () => "/settings/stages",
  "how long evidence counts": () => "/settings/judging",
  "API keys": () => "/settings/keys",
  "a new API key": () => "/settings/keys/new",
  "sending feedback": ({ job }) => `/feedback/new?${new URLSearchParams({ page: job })}`,
  "feedback sent": () => "/feedback/new?sent=",
  "what people wrote": () => "/feedback",
  "people already known who fit": ({ pool }) => `${pool}/pool`,
  "a ranking of many": ({ crowd }) => `${crowd.job}/ranking`,
  "its second page": ({ crowd }) => `${crowd.job}/ranking?page=2`,
  "a full board": ({ crowd }) => `${crowd.job}/board`,
  "files being read": ({ crowd }) => `${crowd.job}/resumes`,
  "a résumé being read": ({ crowd }) => crowd.reading,
  "a gate that failed, and hidden text": ({ crowd }) => crowd.hidden,
  "the second page of candidates": () => "/candidates?page=2",
  "too many to be compared": ({ crowd }) => crowd.tooMany,
  "removing a stage": ({ ids }) => `/settings/stages/${ids.stage}/remove`,
  "removing a member": ({ ids }) => `/settings/workspace/members/${ids.owner}/remove`,
  "deleting a user": () => "/admin/users/admin/delete",
  "a mail": ({ ids }) => `/admin/mails/${ids.mail}`,
  keys: () => "/keys",
  components: () => "/components",
};

/** Of those, what somebody sees differently who may only read, or not at all. */
export const FOR_VIEWERS = [
  "dashboard",
  "requirements",
  "files",
  "ranking",
  "a full board",
  "evaluation",
  "a person",
  "settings",
  "API keys",
  "the workspace",
  "users",
] as const;

/** Makes what all places need, with many people; answers each place's path by its name. */
export async function fill(app: BrowserApp): Promise<Record<string, string>> {
  const few = await fillFew(app);
  const { services } = app.test;
  const owner = await findOwner(services);
  const pool = await makePool(owner, services);
  const ids = await makeRemovable(owner, services);
  const crowd = await makeCrowd(owner, services);
  const made: Made = { ...few, pool, ids, crowd };
  await letTimePass(owner, services);
  await askForGroups(owner, services, few.job.split("/").at(-1) ?? "");
  return Object.fromEntries(Object.entries(PLACES).map(([name, path]) => [name, path(made)]));
}

/** Somebody whose data is soon to be deleted, and the proof of somebody whose data is gone. */
async function letTimePass(owner: Person, { db }: Services): Promise<void> {
  const rejected = (await listStages(owner, db)).find(({ key }) => key === "rejected")?.id ?? null;
  const since = new Date(Date.now() - 20 * 86_400_000);
  const last = db.selectFrom("resumes").select("id").where("status", "=", "done")
    .where("candidateId", "is not", null).orderBy("id", "desc").limit(1);
  await db.updateTable("resumes").set({ stageId: rejected, stageSince: since })
    .where("id", "in", last).execute();
  const rule = { workspaceId: owner.workspaceId, userId: null, apiKeyId: null };
  await audit(db, rule, "candidate.deleted", crypto.randomUUID(), {
    cause: "retention",
    files: [{ id: crypto.randomUUID(), sha256: "9f".repeat(32) }],
    letters: [crypto.randomUUID()],
    evaluations: 2,
    notes: 1,
  });
}

/** Figures of groups that were told of themselves, by people who are gone since. */
async function askForGroups(owner: Person, { db }: Services, jobId: string): Promise<void> {
  const { workspaceId } = owner;
  await setGroupQuestions(owner, db, { questions: ["gender", "disability"] });
  const stages = await listStages(owner, db);
  const idOf = (key: string) => stages.find((stage) => stage.key === key)?.id ?? null;
  const counts = [["woman", 48, 12, 5], ["man", 61, 30, 14], ["other", 11, 5, 3]] as const;
  const at = { workspaceId, jobId, question: "gender", since: "2026-01-01" };
  await db.insertInto("groupTallies").values(
    counts.flatMap(([answer, applied, shortlisted, interview]) => [
      { ...at, answer, stageId: null, count: applied },
      { ...at, answer, stageId: idOf("shortlisted"), count: shortlisted },
      { ...at, answer, stageId: idOf("interview"), count: interview },
    ]),
  ).execute();
}

/** What pages ask about before it goes, and a mail. */
async function makeRemovable(owner: Person, services: Services): Promise<Made["ids"]> {
  const { db } = services;
  await invite(owner, services, { email: "eva@example.com", role: "viewer" }, "en");
  const { id: mail } = await db.selectFrom("mails").select("id").executeTakeFirstOrThrow();
  const stage = (await listStages(owner, db)).find(({ key }) => key === "offer")?.id ?? "";
  return { owner: owner.userId, stage, mail };
}

/** The browser's user as one who acts. */
export async function findOwner({ db }: Services): Promise<Person> {
  const { userId, workspaceId } = await db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).orderBy("createdAt").limit(1).executeTakeFirstOrThrow();
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("The browser's user has no workspace");
  return owner;
}

/** Makes a job with two résumés read and one refused. */
export async function fillFew(app: BrowserApp): Promise<Few> {
  const { services } = app.test;
  const { db } = services;
  const owner = await findOwner(services);
  const tier = await createTier(owner, db, {
    name: "business",
    monthlyResumes: 4,
    monthlyJobs: 200,
  });
  await setWorkspaceTier(owner, db, owner.workspaceId, { tierId: tier.id });
  await createRateLimit(owner, db, "business", {
    path: "/api/v1/jobs/{id}/resumes",
    method: "POST",
    limit: 100,
    period: 3600,
  });
  const job = await createJob(owner, db, JOB);
  await addRequirement(owner, db, job.id, { name: "Backend engineer", kind: "occupation" });
  await confirmJob(owner, db, job.id);
  const add = async ({ name, text }: { name: string; text: string }) => {
    const bytes = new TextEncoder().encode(text);
    const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
    const file = { fileName: name, bytes, sizeBytes: bytes.length, hash };
    return (await addResume(owner, services, job.id, file)).id;
  };
  const strong = await add(RESUMES.strong);
  const weak = await add(RESUMES.weak);
  const empty = await add({ name: "empty.txt", text: "   " });
  await waitFor("the files to be read", async () => {
    const rows = await db.selectFrom("resumes").select("status").execute();
    return rows.every(({ status }) => status === "done" || status === "failed");
  });
  await overrule(owner, services, weak);
  await sendFeedback(owner, services, {
    title: "Dots",
    text: "I cannot tell them apart.",
    page: `/jobs/${job.id}/ranking`,
  });
  const person = await personOf(services, strong);
  return {
    own: await askOnOwnPage(owner, services, person),
    webhook: await fillWebhook(owner, services),
    job: `/jobs/${job.id}`,
    strong: `/resumes/${strong}`,
    weak: `/resumes/${weak}`,
    remove: `/resumes/${empty}/remove`,
    people: [person, await personOf(services, weak)],
    resumes: [strong, weak],
  };
}

async function overrule(owner: Person, services: Services, resumeId: string): Promise<void> {
  const { id, matches } = await getEvaluation(owner, services.db, resumeId);
  const match = matches.find(({ requirement }) => requirement.name.includes("PostgreSQL"));
  if (!match) throw new RangeError("The job asks for no PostgreSQL");
  await overrideVerdict(owner, services, id, {
    requirementId: match.requirement.id,
    verdict: "PARTIAL",
    reason: "He sent a sample of his queries.",
  });
}

async function personOf({ db }: Services, resumeId: string): Promise<string> {
  const { personId } = await db.selectFrom("candidates")
    .innerJoin("resumes", "resumes.candidateId", "candidates.id")
    .select("candidates.personId").where("resumes.id", "=", resumeId).executeTakeFirstOrThrow();
  return personId;
}

/** Sends somebody the link to their own page, where they ask for something. */
async function askOnOwnPage(owner: Person, services: Services, personId: string): Promise<string> {
  const { db, config } = services;
  await db.updateTable("candidates").set({ email: "anna@example.com" })
    .where("id", "=", personId).where("email", "is", null).execute();
  const { id } = await sendPageLink(owner, services, personId, { language: "en" });
  const token = await linkToken(config, id);
  const visitor = await findPageVisitor(db, token);
  if (!visitor) throw new RangeError("The link opens nothing");
  await makeRequest(visitor, services, { kind: "correction", text: "I have a new phone number." });
  return `/your-data/${token}`;
}

/** A webhook that takes nothing, with its log, and a task that was given up. */
async function fillWebhook(owner: Person, services: Services): Promise<string> {
  const { db } = services;
  const { id } = await createWebhook(owner, services, {
    url: "http://127.0.0.1:9/a/rather/long/path/of/a/receiver",
    description: "Our planning",
    events: ["job.created", "decision.made"],
  });
  const delivery = await testWebhook(owner, db, id);
  await waitFor(
    "the receiver to be tried",
    async () =>
      (await db.selectFrom("webhookAttempts").select("number")
        .where("deliveryId", "=", delivery.id).execute()).length > 0,
  );
  await db.insertInto("tasks").values({
    name: "read_resume",
    payload: { resumeId: crypto.randomUUID(), fileName: "anna.pdf" },
    state: "parked",
    failures: 5,
    error: "RangeError: The bytes are not there",
    finishedAt: new Date(),
  }).execute();
  return id;
}
