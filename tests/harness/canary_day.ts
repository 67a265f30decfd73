import { sql } from "kysely";
import assert from "node:assert/strict";
import { join } from "node:path";
import { generateSync } from "otplib";
import type { Db } from "../../lib/platform/database.ts";
import type { StubModel } from "./model.ts";
import { waitFor } from "./wait.ts";

/** What must be told to nobody: each in its own form, each found nowhere else. */
export const CANARY = {
  email: "canary.bird@example.test",
  phone: "+31 6 47 11 08 15",
  password: "Yellow-feathers-9",
  receiver: "canary-hook-4711",
  song: "tweedle-dum-of-the-canary",
} as const;

/** Where a day is lived, and what it is about. */
export interface Place {
  /** The web server. */
  readonly url: string;
  readonly db: Db;
  /** The folder in which mails are written. */
  readonly mails: string;
  /** Takes webhooks. */
  readonly hook: string;
  readonly model: StubModel;
}

/** The secrets of a day. */
export interface Secrets {
  /** Each unlike everything else. */
  readonly words: readonly string[];
  /** Codes of six digits, which numbers of another kind may look like. */
  readonly codes: readonly string[];
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // deno-lint-ignore no-explicit-any -- of each answer what is looked at
  readonly body: any;
}

type Send = (method: string, path: string, body?: unknown) => Promise<Answered>;

function senderTo(url: string, headers: Readonly<Record<string, string>> = {}): Send {
  return async (method, path, body) => {
    const isForm = body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: { ...headers, ...(body && !isForm ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  };
}

/** The same, for what has to succeed. */
function surely(send: Send): Send {
  return async (method, path, body) => {
    const answered = await send(method, path, body);
    const told = `${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`;
    assert.ok(answered.status < 400, told);
    return answered;
  };
}

/** Somebody's day, and what they and others must not find of it. */
interface Day extends Place {
  /** As nobody. */
  readonly bare: Send;
  /** As the owner; what does not succeed fails. */
  readonly own: Send;
  readonly secrets: { words: string[]; codes: string[] };
}

const CREDENTIALS = { username: "canary", password: CANARY.password };

/** Goes through what holds a name, an address, a password or a secret; answers those secrets. */
export async function liveADay(place: Place): Promise<Secrets> {
  const bare = senderTo(place.url);
  const secrets = { words: [] as string[], codes: [] as string[] };
  const own = await signIn(bare, place.url, secrets.words);
  const day: Day = { ...place, bare, own, secrets };
  const { jobId, resumeId, candidateId } = await applyForAJob(day);
  await lookUp(day, jobId, candidateId);
  await writeALetter(day, resumeId);
  await showTheirPage(day, candidateId);
  await askTheModel(day, jobId);
  await judgeInBulk(day);
  await callByKey(day);
  await invite(day);
  await resetThePassword(day);
  await failInside(day);
  await callTooOften(day);
  await signInWithASecondFactor(day);
  return secrets;
}

async function signIn(bare: Send, url: string, words: string[]): Promise<Send> {
  const wrong = { username: CANARY.email, password: `${CANARY.password}-wrong` };
  assert.equal((await bare("POST", "/api/v1/login", new URLSearchParams(wrong))).status, 401);
  const { status, body } = await bare("POST", "/api/v1/login", new URLSearchParams(CREDENTIALS));
  assert.equal(status, 200);
  await surely(bare)("POST", "/api/v1/refresh", { refresh_token: body.refresh_token });
  words.push(body.access_token, body.refresh_token);
  return surely(senderTo(url, { authorization: `Bearer ${body.access_token}` }));
}

async function applyForAJob({ own, hook, secrets }: Day) {
  const { body: job } = await own("POST", "/api/v1/jobs", {
    title: "Backend engineer",
    description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n\n" +
      `Questions: ${CANARY.email}, ${CANARY.phone}, ${CANARY.song}.`,
  });
  const { body: webhook } = await own("POST", "/api/v1/webhooks", {
    url: hook,
    events: ["resume.evaluated"],
  });
  const { body: rotated } = await own("POST", `/api/v1/webhooks/${webhook.id}/rotate`);
  secrets.words.push(webhook.secret, rotated.secret);
  const files = new FormData();
  const text = `Ada Bird\n${CANARY.email}\n${CANARY.phone}\n\nExperience\n` +
    `Backend engineer, Acme, 2019 - 2024\nTypeScript and PostgreSQL services, ${CANARY.song}.`;
  files.append("files", new File([text], `${CANARY.email} cv.txt`));
  files.append("files", new File([new Uint8Array(400)], `${CANARY.email} broken.pdf`));
  const { body: added } = await own("POST", `/api/v1/jobs/${job.id}/resumes`, files);
  const resumeId = added.data[0].id as string;
  await waitFor("the résumé to be judged", async () => {
    const { body } = await own("GET", `/api/v1/jobs/${job.id}/ranking`);
    return typeof body.data?.[0]?.score === "number";
  });
  const { body: resume } = await own("GET", `/api/v1/resumes/${resumeId}`);
  return { jobId: job.id as string, resumeId, candidateId: resume.candidate.id as string };
}

async function lookUp({ own, bare }: Day, jobId: string, candidateId: string): Promise<void> {
  const query = new URLSearchParams({ q: CANARY.email });
  await own("GET", `/api/v1/search?${query}`);
  await bare("GET", `/find?${query}`);
  await bare("GET", `/api/v1/user/${encodeURIComponent(CANARY.email)}`);
  await own("POST", `/api/v1/candidates/${candidateId}/notes`, { text: CANARY.song });
  await own("POST", `/api/v1/candidates/${candidateId}/tags`, { tag: CANARY.song });
  for (const path of ["evaluations", "ranking.csv", "evidence"]) {
    await own("GET", `/api/v1/jobs/${jobId}/${path}`);
  }
  await own("GET", `/api/v1/candidates/${candidateId}/export`);
  await waitFor(
    "an answer out of the cache",
    async () => (await own("GET", "/api/v1/stages")).headers.get("x-cache") === "hit",
  );
}

async function writeALetter({ own }: Day, resumeId: string): Promise<void> {
  await own("POST", "/api/v1/moves", {
    resumes: [{ id: resumeId }],
    to: { decision: "shortlisted" },
  });
  const { body: draft } = await own(
    "GET",
    `/api/v1/resumes/${resumeId}/letter_draft?kind=acceptance&language=en`,
  );
  const { body: letter } = await own("POST", `/api/v1/resumes/${resumeId}/letters`, {
    kind: "acceptance",
    language: "en",
    recipient: CANARY.email,
    subject: CANARY.song,
    text: CANARY.song,
    draft_key: draft.draft_key,
  });
  await waitFor(
    "the letter to be sent",
    async () => (await own("GET", `/api/v1/letters/${letter.id}`)).body.state === "sent",
  );
}

async function showTheirPage({ own, bare, mails, secrets }: Day, id: string): Promise<void> {
  await own("POST", `/api/v1/candidates/${id}/page_links`, { language: "en" });
  const token = await secretOfMail(mails, /\/your-data\/([\w-]{20,})/);
  secrets.words.push(token);
  const theirs = surely(bare);
  await theirs("GET", `/your-data/${token}`);
  await theirs("GET", `/your-data/${token}/export`);
  const asked = new URLSearchParams({ kind: "correction", text: CANARY.song });
  await theirs("POST", `/your-data/${token}/requests`, asked);
  assert.equal((await bare("GET", `/your-data/${token}x`)).status, 404);
}

async function askTheModel({ own, model }: Day, jobId: string): Promise<void> {
  const path = `/api/v1/jobs/${jobId}/proposals`;
  const answers: unknown[] = [`I would rather sing ${CANARY.song}`, {
    requirements: [{ name: CANARY.song, level: "required", quote: CANARY.song }],
  }];
  for (const answer of answers) {
    model.answer = () => answer;
    await own("POST", path);
    await waitFor(
      "the model's answer",
      async () => (await own("GET", path)).body.request.status !== "waiting",
    );
  }
  assert.ok(model.asked.length >= answers.length);
}

async function judgeInBulk({ own, url, secrets }: Day): Promise<void> {
  const asked = {
    job: { text: `Requirements:\n- TypeScript\n- ${CANARY.song}` },
    resumes: [{ text: `Ada Bird\n${CANARY.email}\n${CANARY.song}\nDeveloper, Acme\n- TypeScript` }],
  };
  await own("POST", "/api/v1/evaluations", asked);
  const later = surely(senderTo(url, {
    authorization: `Bearer ${secrets.words[0]}`,
    prefer: "respond-async",
  }));
  const { body: { task_id } } = await later("POST", "/api/v1/evaluations", asked);
  await waitFor(
    "what is judged and not kept",
    async () => (await own("GET", `/api/v1/evaluations/tasks/${task_id}`)).body.status === "done",
  );
}

async function callByKey({ own, url, secrets }: Day): Promise<void> {
  const { body: { key } } = await own("POST", "/api/v1/api_keys", {
    name: CANARY.song,
    scopes: ["jobs:read"],
  });
  secrets.words.push(key);
  const call = senderTo(url, { authorization: `Bearer ${key}` });
  assert.equal((await call("GET", "/api/v1/jobs")).status, 200);
  const other = senderTo(url, { authorization: `Bearer ${key}x` });
  assert.equal((await other("GET", "/api/v1/jobs")).status, 401);
}

async function invite({ own, bare, mails, secrets }: Day): Promise<void> {
  const email = `invited-${CANARY.email}`;
  await own("POST", "/api/v1/workspace/invitations", { email, role: "viewer" });
  const invitation = await secretOfMail(mails, /\/invitations\/([\w-]{20,})/);
  const theirs = surely(bare);
  await theirs("GET", `/invitations/${invitation}`);
  const account = { name: "Ina Bird", username: "ina", email, password: CANARY.password };
  await theirs("POST", "/api/v1/user", { ...account, invitation });
  assert.ok((await bare("POST", "/api/v1/user", { ...account, invitation })).status >= 400);
  await theirs("POST", "/api/v1/user", {
    ...account,
    username: "open",
    email: `open-${CANARY.email}`,
    workspace_name: CANARY.song,
  });
  const token = await secretOfMail(mails, /verify-email\?token(?:=3D|=)([\w-]{20,})/);
  await theirs("GET", `/verify-email?token=${token}`);
  await theirs("POST", "/api/v1/email_verification/confirm", { token });
  secrets.words.push(invitation, token);
}

async function resetThePassword({ bare, mails, secrets }: Day): Promise<void> {
  await surely(bare)("POST", "/api/v1/password_reset", { email: CANARY.email });
  const token = await secretOfMail(mails, /reset-password\?token(?:=3D|=)([\w-]{20,})/);
  await bare("GET", `/reset-password?token=${token}`);
  await bare("POST", "/api/v1/password_reset/wrong", { token, password: CANARY.password });
  secrets.words.push(token);
}

/** PostgreSQL quotes the whole row that it refuses. */
async function failInside({ own, url, db, secrets }: Day): Promise<void> {
  const feedback = { title: CANARY.song, text: `${CANARY.song} ${CANARY.email}` };
  await own("POST", "/api/v1/feedback", feedback);
  await sql`alter table feedback add constraint nobody_sings check (length(text) < 3) not valid`
    .execute(db);
  const call = senderTo(url, { authorization: `Bearer ${secrets.words[0]}` });
  const { status, body } = await call("POST", "/api/v1/feedback", feedback);
  assert.equal(status, 500);
  assert.doesNotMatch(JSON.stringify(body), new RegExp(CANARY.song));
  await sql`alter table feedback drop constraint nobody_sings`.execute(db);
}

async function callTooOften({ db, url, secrets }: Day): Promise<void> {
  const { id: tierId } = await db.insertInto("tiers").values({ name: "narrow" }).returning("id")
    .executeTakeFirstOrThrow();
  await db.insertInto("rateLimits").values({
    tierId,
    name: "tags",
    path: "/api/v1/tags",
    maxCalls: 1,
    periodSeconds: 3600,
  }).execute();
  await db.updateTable("users").set({ tierId }).where("username", "=", "canary").execute();
  const call = senderTo(url, { authorization: `Bearer ${secrets.words[0]}` });
  await waitFor("a call too many", async () => (await call("GET", "/api/v1/tags")).status === 429);
}

async function signInWithASecondFactor({ own, bare, secrets }: Day): Promise<void> {
  const { body: { secret, uri } } = await own("POST", "/api/v1/user/me/two_factor");
  assert.ok(uri.includes(secret));
  const { password } = CREDENTIALS;
  const codeOf = (steps: number) =>
    generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
  const first = codeOf(0);
  const { body: { recovery_codes: recovery } } = await own(
    "POST",
    "/api/v1/user/me/two_factor/confirm",
    { password, code: first },
  );
  // Later than the first one, whenever that was, and within a step of the clock.
  const second = codeOf(1);
  for (const totp of [second, recovery[0]]) {
    const form = new URLSearchParams({ ...CREDENTIALS, totp });
    await surely(bare)("POST", "/api/v1/login", form);
  }
  const again = new URLSearchParams({ ...CREDENTIALS, totp: second });
  assert.equal((await bare("POST", "/api/v1/login", again)).status, 401, "once");
  secrets.words.push(secret, ...recovery);
  secrets.codes.push(first, second);
}

/** The secret of the link in a mail. */
async function secretOfMail(folder: string, link: RegExp): Promise<string> {
  return await waitFor(`a mail with ${link}`, async () => {
    if (!await Deno.stat(folder).catch(() => undefined)) return undefined;
    for await (const { name } of Deno.readDir(folder)) {
      const text = (await Deno.readTextFile(join(folder, name))).replaceAll(/=\r?\n/g, "");
      const [, secret] = link.exec(text) ?? [];
      if (secret) return secret;
    }
    return undefined;
  });
}
