import assert from "node:assert/strict";
import { sql } from "kysely";
import { AUDIT_ACTIONS } from "../lib/accounts/audit_actions.ts";
import { sayAction } from "../components/audit_words.ts";
import { translator } from "../locales/translate.ts";
import { type ApiTest, apiTest, type Json } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

const ACTIONS = Object.values(AUDIT_ACTIONS).flat();

/** What stands in the log, the first thing done first. */
async function logged({ api }: ApiTest, query = ""): Promise<Json[]> {
  const { status, body } = await api.call("GET", `/audit_log?items_per_page=200&${query}`);
  assert.equal(status, 200, body.detail);
  return body.data.toReversed();
}

const actionsOf = (entries: Json[]) => entries.map(({ action }) => action);

async function makeKey({ api }: ApiTest, name: string, scopes: string[]) {
  const { status, body } = await api.call("POST", "/api_keys", { json: { name, scopes } });
  assert.equal(status, 201, body.detail);
  return body;
}

Deno.test("every action has one group, and its words in both languages", () => {
  assert.equal(new Set(ACTIONS).size, ACTIONS.length);
  for (const language of ["en", "nl"] as const) {
    const t = translator(language);
    const words = ACTIONS.map((action) => sayAction(action, t));
    assert.deepEqual(words.filter((one, at) => one === ACTIONS[at]), [], language);
    assert.equal(new Set(words).size, words.length, `two actions read alike in ${language}`);
    assert.equal(sayAction("rocket.launched", t), "rocket.launched", "what is not known is told");
  }
});

Deno.test("GET /audit_log tells who did what to what, persons and API keys alike", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const key = await makeKey(test, "Nightly upload", ["jobs:write", "audit:read"]);
  await test.as(key.key).call("PATCH", `/jobs/${job.id}`, { json: { title: "Renamed" } });
  const [made, withKey, renamed] = await logged(test);
  assert.deepEqual([made.action, made.group], ["job.created", "jobs"]);
  assert.deepEqual(made.actor, { kind: "person", id: owner.userId, name: "Olga Owner" });
  assert.deepEqual(made.subject, { kind: "job", id: job.id, name: "Renamed" });
  assert.deepEqual([withKey.action, withKey.group], ["api_key.created", "access"]);
  assert.deepEqual(withKey.subject, { kind: "api_key", id: key.id, name: "Nightly upload" });
  assert.equal(JSON.stringify(withKey).includes(key.key), false, "no secret in the log");
  assert.deepEqual(renamed.actor, { kind: "api_key", id: key.id, name: "Nightly upload" });
  assert.deepEqual(renamed.details, { fields: ["title"] });
  const { status } = await test.as(key.key).call("GET", "/audit_log");
  assert.equal(status, 200, "a key with the scope may read it");

  await api.call("DELETE", `/jobs/${job.id}`);
  const gone = (await logged(test, `target_id=${job.id}`)).at(-1);
  assert.deepEqual([gone.action, gone.subject, gone.target_id], ["job.deleted", null, job.id]);
});

Deno.test("GET /audit_log is narrowed by who, what, on what and when", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await api.call("POST", "/jobs", { json: { ...JOB, title: "Another" } });
  const recruiter = await test.addPerson("recruiter", "same");
  await recruiter.call("PATCH", `/jobs/${job.id}`, { json: { title: "Renamed" } });
  const key = await makeKey(test, "Nightly upload", ["jobs:write"]);
  await test.as(key.key).call("PATCH", `/jobs/${job.id}`, { json: { place: "Zwolle" } });
  // The first one was done in the last second of a day.
  const [first] = await logged(test);
  await sql`alter table audit_log disable trigger user`.execute(db);
  await db.updateTable("auditLog").set({ createdAt: new Date("2026-03-01T23:59:59Z") })
    .where("id", "=", first.id).execute();

  const cases: [string, string[]][] = [
    ["group=access", ["api_key.created"]],
    ["group=reads", []],
    [`actor_id=${recruiter.actor.userId}`, ["job.updated"]],
    [`actor_id=${key.id}`, ["job.updated"]],
    [`actor_id=${owner.userId}&group=jobs`, ["job.created", "job.created"]],
    [`target_id=${job.id}`, ["job.created", "job.updated", "job.updated"]],
    [`target_id=${key.id}`, ["api_key.created"]],
    ["from=2026-03-01&to=2026-03-01", ["job.created"]],
    ["to=2026-02-28", []],
    ["from=2026-03-02", ["job.created", "job.updated", "api_key.created", "job.updated"]],
    ["updated_since=2026-03-02T00:00:00Z&group=access", ["api_key.created"]],
  ];
  for (const [query, actions] of cases) {
    assert.deepEqual(actionsOf(await logged(test, query)), actions, query);
  }
  for (const wrong of ["group=all", "actor_id=olga", "from=yesterday", "to=2026-02-30"]) {
    assert.equal((await api.call("GET", `/audit_log?${wrong}`)).status, 422, wrong);
  }
});

Deno.test("GET /audit_log.csv is the page's file, by the filter of the list", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  await api.call("POST", "/jobs", { json: JOB });
  await makeKey(test, "Nightly upload", ["jobs:read"]);
  const { open } = await visitor(test, "olga");
  const file = await api.call("GET", "/audit_log.csv?group=access");
  assert.equal(file.status, 200);
  assert.match(file.headers.get("content-disposition") ?? "", /"audit log \d{4}-\d\d-\d\d\.csv"/);
  assert.match(file.body, /Made an API key/);
  assert.doesNotMatch(file.body, /Made a job/);
  assert.equal(file.body, await (await open("/settings/audit.csv?group=access")).text());
  const dutch = { headers: { "accept-language": "nl" } };
  assert.match((await api.call("GET", "/audit_log.csv", dutch)).body, /Maakte een API-sleutel/);
  assert.equal((await api.call("GET", "/audit_log.csv?from=yesterday")).status, 422);
});

Deno.test("the audit log is its workspace's alone, and for owners alone", async () => {
  await using test = await apiTest({ worker: false });
  const { body: job } = await test.api.call("POST", "/jobs", { json: JOB });
  const stranger = await test.addPerson("owner", "own");
  for (const query of ["", `?target_id=${job.id}`, `?actor_id=${test.owner.userId}`]) {
    const { status, body } = await stranger.call("GET", `/audit_log${query}`);
    assert.deepEqual([status, body.total_count, body.data], [200, 0, []], query);
  }
  for (const role of ["recruiter", "hiring_manager", "viewer"] as const) {
    const member = await test.addPerson(role, "same");
    assert.equal((await member.call("GET", "/audit_log")).status, 403, role);
    assert.equal((await member.call("GET", "/audit_log.csv")).status, 403, role);
    const { open } = await visitor(test, member.actor.name.replace("Person ", "person"));
    const html = await (await open("/settings/audit")).text();
    assert.match(html, /Only an owner of the workspace can read the audit log/);
    assert.doesNotMatch(html, /Made a job/);
    const file = await open("/settings/audit.csv");
    await file.body?.cancel();
    assert.equal(file.status, 403, role);
  }
});

Deno.test("the page of the audit log says it in words, with links to what is there", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await makeKey(test, "Nightly upload", ["jobs:read"]);
  const { open } = await visitor(test, "olga");
  const html = await (await open("/settings/audit?group=&by=&from=&to=")).text();
  assert.match(html, /2 entries/);
  assert.match(html, /Made an API key/);
  assert.match(html, new RegExp(`href="/jobs/${job.id}">Backend engineer</a>`));
  const dutch = await (await open("/settings/audit?group=jobs", "nl")).text();
  assert.match(dutch, /1 regel\b/);
  assert.match(dutch, /Maakte een vacature/);
  assert.doesNotMatch(dutch, /Maakte een API-sleutel/);
  assert.ok(dutch.includes("/settings/audit.csv?group=jobs"), "the file is of the same view");
  const none = await (await open(`/settings/audit?by=${owner.userId}&to=2001-01-01`)).text();
  assert.match(none, /No entry fits/);
  for (const wrong of ["group=x", "by=x", "cursor=x", "from=2026-02-30"]) {
    const answer = await open(`/settings/audit?${wrong}`);
    await answer.body?.cancel();
    assert.equal(answer.status, 404, wrong);
  }
});

Deno.test("the page walks the whole log by its links, each entry once", async () => {
  await using test = await apiTest({ worker: false });
  const { test: { services: { db } }, owner } = test;
  const action = "job.updated";
  await db.insertInto("auditLog").values(
    Array.from({ length: 120 }, (_, at) => ({
      workspaceId: owner.workspaceId,
      userId: owner.userId,
      action,
      details: { number: at },
    })),
  ).execute();
  const { open } = await visitor(test, "olga");
  const seen: string[] = [];
  let path = "/settings/audit?group=jobs";
  for (let pages = 1; pages <= 3; pages++) {
    const html = await (await open(path)).text();
    assert.ok(html.includes(`Page ${pages} of 3`), path);
    seen.push(...[...html.matchAll(/number: (\d+)/g)].map(([, at]) => at ?? ""));
    const next = /href="(\?[^"]*cursor=[^"]*)"[^>]*>Next</.exec(html)?.[1];
    assert.equal(next !== undefined, pages < 3);
    path = `/settings/audit${next?.replaceAll("&amp;", "&")}`;
  }
  assert.deepEqual(seen, Array.from({ length: 120 }, (_, at) => String(119 - at)));
});

Deno.test("the CSV of the audit log is what the filter shows, runs nothing, and is written down", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  await api.call("POST", "/jobs", { json: { ...JOB, title: '=cmd|"/C calc"!A0' } });
  await makeKey(test, "+31 nightly", ["jobs:read"]);
  const { open } = await visitor(test, "olga");
  const answer = await open("/settings/audit.csv?group=jobs&by=&on=");
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/csv/);
  assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; .*audit log/);
  const [heads = "", row = "", rest] = (await answer.text()).replace(/^\uFEFF/, "").split("\r\n");
  assert.match(heads, /^When \(UTC\),Who,What,Action,On what,/);
  assert.match(row, /,Olga Owner,Made a job,job\.created,"'=cmd/);
  assert.equal(rest, "", "the key is not among them, nor is the download");
  const entry = (await logged(test)).at(-1);
  assert.deepEqual([entry.action, entry.group], ["audit.exported", "downloads"]);
  assert.deepEqual(entry.details, { group: "jobs", format: "csv", rows: 1 });

  // More than is read at once.
  await db.insertInto("auditLog").values(
    Array.from({ length: 1200 }, (_, at) => ({
      workspaceId: owner.workspaceId,
      action: "pool.searched",
      details: { number: at },
    })),
  ).execute();
  const long = await (await open("/settings/audit.csv")).text();
  const numbers = [...long.matchAll(/number: (\d+)/g)].map(([, at]) => Number(at));
  assert.deepEqual(numbers, Array.from({ length: 1200 }, (_, at) => 1199 - at));
  assert.match(long, /'\+31 nightly/);
});
