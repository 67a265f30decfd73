import assert from "node:assert/strict";
import { sql } from "kysely";
import { closeReaders } from "../lib/documents/read.ts";
import { forgetExpiredBulk } from "../lib/hiring/bulk_evaluations.ts";
import type { Db } from "../lib/platform/database.ts";
import { findCall } from "../lib/platform/idempotency_store.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import { apiTest, type Caller, type Json, until, untilRanked } from "./harness/api.ts";
import { startWorker } from "./harness/processes.ts";

const JOB = [
  "Requirements:",
  "- 3+ years of TypeScript",
  "- PostgreSQL",
  "- Driving licence",
  "Nice to have:",
  "- Kubernetes",
].join("\n");

const MARK = "Quixotica";
const RESUMES: Readonly<Record<string, string>> = {
  "anna.txt": `Anna ${MARK}\nDeveloper, Acme\n2015 - present\n- TypeScript, PostgreSQL`,
  "bob.txt": `Bob ${MARK}\nCook, Bistro\n2019 - 2021\n- Kubernetes at home\n- Some TypeScript`,
};

const asJson = (files = RESUMES) => ({
  job: { text: JOB },
  resumes: Object.entries(files).map(([file_name, text]) => ({ file_name, text })),
});

function asForm(files: Readonly<Record<string, string>>, job = JOB): FormData {
  const form = new FormData();
  form.append("job", job);
  for (const [name, text] of Object.entries(files)) form.append("files", new Blob([text]), name);
  return form;
}

/** The tables in which something of the résumés or the job stands. */
async function tablesWith(db: Db, text: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of rows) {
    const { rows: [row] } = await sql<{ isThere: boolean }>`
      select exists (select from ${
      sql.table(name)
    } t where t::text like ${`%${text}%`}) as is_there`
      .execute(db);
    const { rows: [hex] } = await sql<{ isThere: boolean }>`
      select exists (select from ${sql.table(name)} t where t::text like
        ${`%${new TextEncoder().encode(text).toHex()}%`}) as is_there`.execute(db);
    if (row?.isThere || hex?.isThere) found.push(name);
  }
  return found;
}

const figures = (
  { score, raw_score, grade, required_met, required_total, headline, flags }: Json,
) => ({
  score,
  raw_score,
  grade,
  required_met,
  required_total,
  headline,
  flags,
});

/** The same résumés on the normal way, by their file names. */
async function onTheNormalWay(api: Caller): Promise<Map<string, Json>> {
  const { body: job } = await api.call("POST", "/jobs", {
    json: { title: "Backend engineer", description: JOB },
  });
  await api.upload(job.id, RESUMES);
  await untilRanked(api, job.id);
  const { body: { data } } = await api.call("GET", `/jobs/${job.id}/ranking`);
  const found = new Map<string, Json>();
  for (const { file_name, resume_id, rank } of data) {
    const { body } = await api.call("GET", `/resumes/${resume_id}/evaluation`);
    found.set(file_name, { ...body, rank });
  }
  return found;
}

Deno.test("POST /evaluations judges as the normal way does, and nothing of it remains", async (t) => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;

  for (const way of ["JSON", "a form"]) {
    await t.step(`nothing remains of ${way}`, async () => {
      const { status, body } = await api.call(
        "POST",
        "/evaluations",
        way === "JSON" ? { json: asJson() } : { body: asForm(RESUMES) },
      );
      assert.equal(status, 200);
      assert.equal(body.status, "done");
      assert.equal(body.result.resumes[0].matches[0].evidence[0].text.length > 0, true);
      assert.deepEqual(await tablesWith(db, MARK), []);
      assert.deepEqual(await tablesWith(db, "Driving licence"), []);
      const { status: later } = await api.call("GET", `/evaluations/tasks/${body.task_id}`);
      assert.equal(later, 404);
    });
  }

  await t.step("with an Idempotency-Key only the task's id is kept for a repetition", async () => {
    const send = () =>
      api.call("POST", "/evaluations", {
        json: asJson(),
        headers: { "idempotency-key": "judge-these" },
      });
    const first = await send();
    assert.deepEqual([first.status, first.body.status], [200, "done"]);
    const { scope } = await db.selectFrom("idempotencyKeys").select("scope")
      .executeTakeFirstOrThrow();
    const key = { scope, fingerprint: new Uint8Array(), workspaceId: null };
    const kept = await findCall(db, test.test.config, key);
    const { task_id, status, expires_at } = first.body;
    assert.deepEqual(JSON.parse(new TextDecoder().decode(kept?.answer?.body)), {
      task_id,
      status: "waiting",
      expires_at,
      result: null,
    });
    const again = await send();
    assert.deepEqual([again.status, again.body.task_id], [202, task_id]);
    const at = again.headers.get("location")?.replace("/api/v1", "") ?? "";
    const { body } = await api.call("GET", at);
    assert.deepEqual([status, body], ["done", first.body]);
    await db.updateTable("bulkEvaluations").set({ expiresAt: sql<Date>`now()` }).execute();
    await forgetExpiredBulk(db);
    assert.deepEqual(await tablesWith(db, MARK), []);
    assert.equal((await send()).status, 202);
    assert.equal((await api.call("GET", at)).status, 404);
  });

  const normal = await onTheNormalWay(api);
  const { body: { result } } = await api.call("POST", "/evaluations", { json: asJson() });

  await t.step("the requirements and figures are the same", () => {
    assert.equal(result.language, "en");
    assert.deepEqual(result.weights, { required: 6, nice_to_have: 4, text: 10 });
    const [first] = normal.values();
    const names = first.matches.map(({ requirement }: Json) => requirement);
    assert.deepEqual(result.requirements.map(({ name }: Json) => name), names);
    const { start, end } = result.requirements[0].source;
    assert.match(JOB.slice(start, end), /TypeScript/);
    for (const resume of result.resumes) {
      const same = normal.get(resume.file_name);
      assert.equal(resume.rank, same.rank);
      assert.deepEqual(figures(resume), figures(same), resume.file_name);
      assert.equal(result.engine_version, same.engine_version);
      assert.deepEqual(
        resume.matches.map(({ match, reason, evidence, tried }: Json) => ({
          match,
          reason,
          evidence,
          tried,
        })),
        same.matches.map(({ match, reason, evidence, tried }: Json) => ({
          match,
          reason,
          evidence,
          tried,
        })),
      );
    }
    assert.deepEqual(result.resumes.map(({ file_name }: Json) => file_name), [
      "anna.txt",
      "bob.txt",
    ]);
  });

  await t.step("other weights count", async () => {
    const weights = { required: 1, nice_to_have: 9, text: 0 };
    const { body } = await api.call("POST", "/evaluations", {
      json: { ...asJson(), job: { text: JOB, weights } },
    });
    assert.deepEqual(body.result.weights, weights);
    assert.notEqual(body.result.resumes[1].score, result.resumes[1].score);
    const inForm = asForm(RESUMES, JSON.stringify({ text: JOB, weights }));
    const sent = await api.call("POST", "/evaluations", { body: inForm });
    assert.deepEqual(sent.body.result, body.result, "in a form, the job as JSON");
    const braces = asForm(RESUMES, `{Company} seeks a developer\n${JOB}`);
    assert.equal((await api.call("POST", "/evaluations", { body: braces })).status, 200);
  });

  await t.step("a file that cannot be read says why, the others are judged", async () => {
    const { status, body } = await api.call("POST", "/evaluations", {
      body: asForm({ "bad.pdf": "%PDF-1.4 no", "empty.txt": " ", ...RESUMES }),
    });
    assert.equal(status, 200);
    const [bad, empty, anna, bob] = body.result.resumes;
    assert.equal(bad.error.code, "corrupt");
    assert.match(bad.error.detail, /\w/);
    assert.equal(empty.error.code, "empty");
    assert.equal(bad.score, null);
    assert.deepEqual([bad.rank, empty.rank, anna.rank, bob.rank], [null, null, 1, 2]);
    assert.equal(anna.error, null);
  });
});

Deno.test("POST /evaluations refuses what it cannot take", async () => {
  await using test = await apiTest({ worker: false, settings: { DOCUMENT_MAX_BYTES: "65536" } });
  const { api, test: { services: { db } } } = test;
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, at) => [`${at}.txt`, "x".repeat(30)]),
  );
  const deep = `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`;
  const tries: [string, Parameters<Caller["call"]>[2], number][] = [
    ["21 texts", { json: asJson(many) }, 422],
    ["21 files", { body: asForm(many) }, 413],
    ["no résumé", { json: { job: { text: JOB }, resumes: [] } }, 422],
    ["no file", { body: asForm({}) }, 422],
    ["a short job", { json: { job: { text: "Cook" }, resumes: asJson().resumes } }, 422],
    ["a job in a form that is no job", { body: asForm(RESUMES, '{"title": "Cook"}') }, 422],
    ["a deep job in a form", { body: asForm(RESUMES, deep) }, 422],
    ["a short job in a form", { body: asForm(RESUMES, "Cook") }, 422],
    ["another field", { json: { ...asJson(), keep: true } }, 422],
    ["another type", { body: "text", headers: { "content-type": "text/plain" } }, 415],
    ["NUL", { json: { job: { text: JOB }, resumes: [{ text: `${"x".repeat(30)}\0` }] } }, 422],
  ];
  for (const [what, options, wanted] of tries) {
    const { status } = await api.call("POST", "/evaluations", options);
    assert.equal(status, wanted, what);
  }
  const viewer = await test.addPerson("viewer", "same");
  assert.equal((await viewer.call("POST", "/evaluations", { json: asJson() })).status, 403);
  const { rows } = await sql`select from bulk_evaluations`.execute(db);
  assert.equal(rows.length, 0);
});

Deno.test("without a worker in time it is 202, and can be asked for until it expires", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { EVALUATIONS_WAIT_SECONDS: "0" },
  });
  const { api, test: { services } } = test;
  const { db } = services;
  const { status, headers, body } = await api.call("POST", "/evaluations", { json: asJson() });
  assert.equal(status, 202);
  assert.equal(headers.get("location"), `/api/v1/evaluations/tasks/${body.task_id}`);
  assert.equal(body.status, "waiting");
  assert.equal(body.result, null);
  const path = `/evaluations/tasks/${body.task_id}`;
  assert.equal((await api.call("GET", path)).body.status, "waiting");
  assert.deepEqual(await tablesWith(db, MARK), ["bulk_files"]);

  const stopping = new AbortController();
  const working = runWorker(services, { signal: stopping.signal, registry });
  const { body: done } = await until(
    () => api.call("GET", path),
    ({ body }) => body.status === "done",
  );
  assert.equal(done.result.resumes.length, 2);
  assert.deepEqual(await tablesWith(db, MARK), ["bulk_evaluations"], "the quotes of the result");
  const stranger = await test.addPerson("owner", "own");
  assert.equal((await stranger.call("GET", path)).status, 404);

  await sql`update bulk_evaluations set expires_at = now()`.execute(db);
  assert.equal((await api.call("GET", path)).status, 404);
  await sql`update tasks set due_at = now() where name = 'forget_bulk'`.execute(db);
  await until(() => tablesWith(db, MARK), (found) => found.length === 0);
  stopping.abort();
  await working;
  await closeReaders();
});

Deno.test("one whose every try fails is failed, and nothing that was sent remains", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { EVALUATIONS_WAIT_SECONDS: "0", TASK_MAX_ATTEMPTS: "1" },
  });
  const { api, test: { services } } = test;
  const { db } = services;
  const { body } = await api.call("POST", "/evaluations", { json: asJson() });
  await sql`update bulk_evaluations set job = '{"text": null}'`.execute(db);
  const stopping = new AbortController();
  const working = runWorker(services, { signal: stopping.signal, registry });
  await until(
    () => api.call("GET", `/evaluations/tasks/${body.task_id}`),
    ({ body }) => body.status === "failed",
  );
  assert.deepEqual(await tablesWith(db, MARK), []);
  stopping.abort();
  await working;
  await closeReaders();
});

Deno.test("a worker that is killed leaves it to another one, and nothing remains", async () => {
  const lease = { TASK_LEASE_SECONDS: "5" };
  await using test = await apiTest({
    worker: false,
    settings: { EVALUATIONS_WAIT_SECONDS: "0", ...lease },
  });
  const { api, test: { services: { db }, env } } = test;
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`${at}.txt`, `${RESUMES["anna.txt"]}\n- Number ${at}`]),
  );
  const { body } = await api.call("POST", "/evaluations", { json: asJson(files) });
  const first = await startWorker({ ...env, ...lease });
  const stateOf = async () =>
    (await db.selectFrom("tasks").select("state").where("name", "=", "judge_bulk")
      .executeTakeFirstOrThrow()).state;
  await until(stateOf, (state) => state === "running" || state === "done", 120_000);
  await first.kill();
  const second = await startWorker({ ...env, ...lease });
  const { body: done } = await until(
    () => api.call("GET", `/evaluations/tasks/${body.task_id}`),
    ({ body }) => body.status === "done",
    120_000,
  );
  assert.equal(done.result.resumes.length, 20);
  assert.deepEqual(await tablesWith(db, MARK), ["bulk_evaluations"]);
  await sql`update bulk_evaluations set expires_at = now()`.execute(db);
  await sql`update tasks set due_at = now() where name = 'forget_bulk'`.execute(db);
  await until(() => tablesWith(db, MARK), (found) => found.length === 0, 60_000);
  await second.kill();
});
