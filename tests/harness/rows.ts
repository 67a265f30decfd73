import { SAMPLE } from "../../routes/api/(_shared)/samples.ts";
import type { Db } from "../../lib/platform/database.ts";
import { type Caller, until, untilRanked } from "./api.ts";

/** What makes a job. */
export const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
};

/** What makes résumés that are judged and not kept. */
export const BULK = {
  job: { text: JOB.description },
  resumes: [{ text: "Anna\nDeveloper, Acme\n2019 - present\n- TypeScript" }],
};

/** The ids of one workspace's rows. */
export interface Rows {
  readonly workspace: string;
  readonly job: string;
  readonly resume: string;
  readonly failed: string;
  readonly candidate: string;
  readonly leaver: string;
  readonly twin: string;
  readonly merge: string;
  readonly note: string;
  readonly letter: string;
  /** A mailed link to a candidate's own page, and what they ask for there. */
  readonly pageLink: string;
  readonly request: string;
  readonly evaluation: string;
  readonly override: string;
  /** Résumés that are judged and not kept. */
  readonly bulk: string;
  readonly requirement: string;
  /** Requirements that a language model proposes. */
  readonly proposal: string;
  readonly spareProposal: string;
  readonly stage: string;
  /** A stage in which nobody stands. */
  readonly spare: string;
  readonly batch: string;
  /** A task that waits. */
  readonly task: string;
  readonly webhook: string;
  readonly delivery: string;
  /** One that was cancelled. */
  readonly cancelled: string;
  readonly apiKey: string;
  /** A sign-in of who made the rows, other than the one that made them. */
  readonly session: string;
  /** The name of a tier, which belongs to no workspace. */
  readonly tier: string;
  /** The limit that it has. */
  readonly limit: string;
  /** Somebody else in the workspace. */
  readonly member: string;
  /** An invitation that nobody has taken yet. */
  readonly invitation: string;
  /** The mail that it came with. */
  readonly mail: string;
}

/** Makes one row of everything, each by the API. `key` tells the people of two calls apart. */
export async function makeRows(api: Caller, db: Db, key: string): Promise<Rows> {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const text = `Anna ${key}\nDeveloper, Acme\n2019 - present\n- TypeScript`;
  const { body: added } = await api.upload(job.id, {
    "cv.txt": text,
    "bad.pdf": "%PDF-1.4 no",
    "leaver.txt": `Leo ${key}\nCook, Acme\n2019 - present`,
    "twin.txt": `Tess ${key}\nBaker, Acme\n2019 - present`,
  });
  await untilRanked(api, job.id);
  const [resume, failed, leaver, { id: twinResume }] = added.data;
  const candidateOf = async (id: string) =>
    (await api.call("GET", `/resumes/${id}`)).body.candidate.id;
  const candidate = await candidateOf(resume.id);
  const twin = await candidateOf(twinResume);
  const { body: merge } = await api.call("POST", `/candidates/${candidate}/merges`, {
    json: { merge_id: twin },
  });
  const { body: note } = await api.call("POST", `/candidates/${candidate}/notes`, {
    json: { text: "Called on Monday", job_id: job.id },
  });
  await api.call("POST", `/candidates/${candidate}/tags`, { json: { tag: "Referral" } });
  const email = newEmail();
  await api.call("PATCH", `/candidates/${candidate}`, { json: { email } });
  const { body: evaluation } = await api.call("GET", `/resumes/${resume.id}/evaluation`);
  const requirement = evaluation.matches[0].requirement_id;
  const { body: changed } = await api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
    json: { requirement_id: requirement, match: "PARTIAL", reason: "As told on the phone" },
  });
  const { body: stage } = await api.call("POST", "/stages", { json: newStage() });
  const { body: spare } = await api.call("POST", "/stages", { json: newStage() });
  const { body: batch } = await api.call("POST", "/moves", {
    json: { resumes: [{ id: resume.id }], to: { stage_id: stage.id } },
  });
  const { body: bulk } = await api.call("POST", "/evaluations", {
    json: BULK,
    headers: { prefer: "respond-async" },
  });
  await api.call("POST", `/jobs/${job.id}/engine_comparison`);
  await until(
    async () => (await api.call("GET", `/jobs/${job.id}/engine_comparison`)).body,
    ({ status }) => status === "done",
  );
  const [task, cancelled] = [await startLater(api, db), await startLater(api, db)];
  await api.call("POST", `/tasks/task/${cancelled}/cancel`);
  const { body: workspace } = await api.call("GET", "/workspace");
  const { body: invitation } = await api.call("POST", "/workspace/invitations", {
    json: { email: newEmail(), role: "viewer" },
  });
  const { body: apiKey } = await api.call("POST", "/api_keys", {
    json: { name: `Key ${key}`, scopes: ["jobs:read"] },
  });
  const { body: webhook } = await api.call("POST", "/webhooks", { json: WEBHOOK });
  const { body: delivery } = await api.call("POST", `/webhooks/${webhook.id}/test`);
  const { tier, limit } = await makeTier(db);
  return {
    workspace: workspace.id,
    member: await insertMember(db, workspace.id),
    invitation: invitation.id,
    mail: await mailTo(db, invitation.email),
    session: await signInAgain(api, db),
    apiKey: apiKey.id,
    webhook: webhook.id,
    delivery: delivery.id,
    tier,
    limit,
    task,
    cancelled,
    bulk: bulk.task_id,
    stage: stage.id,
    spare: spare.id,
    batch: batch.batch_id,
    job: job.id,
    resume: resume.id,
    failed: failed.id,
    candidate,
    leaver: await candidateOf(leaver.id),
    twin,
    merge: merge.id,
    note: note.id,
    letter: await writeLetter(db, workspace.id, { candidate, resume: resume.id, job: job.id }),
    pageLink: await mailPageLink(db, candidate, email),
    request: await askFor(db, workspace.id, candidate),
    evaluation: evaluation.id,
    override: changed.matches[0].override.id,
    requirement,
    proposal: await propose(db, workspace.id, job.id, "Kubernetes"),
    spareProposal: await propose(db, workspace.id, job.id, "Terraform"),
  };
}

/** A letter as it is kept; none is sent, as nobody has decided. */
export async function writeLetter(
  db: Db,
  workspaceId: string,
  { candidate, resume, job }: { candidate: string; resume: string; job: string },
): Promise<string> {
  const { id } = await db.insertInto("letters").values({
    workspaceId,
    candidateId: candidate,
    resumeId: resume,
    jobId: job,
    kind: "acceptance",
    language: "en",
    recipient: "anna@example.com",
    subject: "Your application",
    text: "We would like to meet you.",
    state: "sent",
    draftKey: crypto.randomUUID(),
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** A link to a candidate's own page whose secret nobody knows. */
export async function mailPageLink(
  db: Db,
  candidateId: string,
  email = "anna@example.com",
): Promise<string> {
  const { id } = await db.insertInto("mailLinks").values({
    purpose: "candidate_page",
    candidateId,
    email,
    tokenHash: crypto.getRandomValues(new Uint8Array(32)),
    expiresAt: new Date(Date.now() + 86_400_000),
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Something that a candidate asks for on their own page. */
export async function askFor(
  db: Db,
  workspaceId: string,
  candidateId: string,
  kind: "correction" | "erasure" = "correction",
): Promise<string> {
  const { id } = await db.insertInto("candidateRequests").values({
    workspaceId,
    candidateId,
    kind,
    text: "My phone number is another one",
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}

async function mailTo(db: Db, recipient: string): Promise<string> {
  const { id } = await db.selectFrom("mails").select("id").where("recipient", "=", recipient)
    .executeTakeFirstOrThrow();
  return id;
}

/** A proposal as a language model would have left it; no model is set up here. */
async function propose(db: Db, workspaceId: string, jobId: string, name: string): Promise<string> {
  const { id } = await db.insertInto("requirementProposals").values({
    workspaceId,
    jobId,
    name,
    level: "nice_to_have",
    quote: "PostgreSQL",
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Signs who calls in to the API once more. */
export async function signInAgain(api: Caller, db: Db): Promise<string> {
  const { body: { data } } = await api.call("GET", "/user/me/sessions");
  const current = data.find((one: { is_current: boolean }) => one.is_current);
  const { userId, workspaceId, expiresAt } = await db.selectFrom("tokenFamilies").selectAll()
    .where("id", "=", current.id).executeTakeFirstOrThrow();
  const { id } = await db.insertInto("tokenFamilies").values({ userId, workspaceId, expiresAt })
    .returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Starts a sample task that will not be done before somebody cancels it. */
export async function startLater(api: Caller, db: Db): Promise<string> {
  const { body: { id } } = await api.call("POST", "/tasks/task?message=later");
  await db.updateTable("tasks").set({ dueAt: new Date(Date.now() + 3_600_000) })
    .where("id", "=", id).execute();
  return id;
}

/** What makes a webhook; nothing listens there. */
export const WEBHOOK = { url: "http://127.0.0.1:9/hook", events: ["job.created"] };

/** Makes a tier with one limit, which only a superuser could by the API. */
async function makeTier(db: Db): Promise<{ tier: string; limit: string }> {
  const tier = await db.insertInto("tiers").values({
    name: `tier-${crypto.randomUUID()}`.slice(0, 40),
  })
    .returning(["id", "name"]).executeTakeFirstOrThrow();
  const { id } = await db.insertInto("rateLimits").values({
    tierId: tier.id,
    name: "searches",
    path: "/api/v1/search",
    maxCalls: 10,
    periodSeconds: 60,
  }).returning("id").executeTakeFirstOrThrow();
  return { tier: tier.name, limit: id };
}

/** What makes a stage. */
export const newStage = () => ({ name: crypto.randomUUID(), decision: "undecided" });

/** A text of the documentation with ids of rows in the place of those of its examples. */
export function withRows(rows: Rows, text: string): string {
  return Object.entries(SAMPLE).reduce(
    (said, [name, id]) => said.replaceAll(id, rows[name as keyof Rows]),
    text,
  );
}

/** An address that nobody has. */
export const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** Somebody more in a workspace, who cannot sign in. */
export async function insertMember(db: Db, workspaceId: string): Promise<string> {
  const { id } = await db.insertInto("users").values({
    name: "Mila Member",
    username: crypto.randomUUID().replaceAll("-", "").slice(0, 20),
    email: newEmail(),
    passwordHash: "nobody signs in with it",
  }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("memberships").values({ workspaceId, userId: id, role: "viewer" }).execute();
  return id;
}
