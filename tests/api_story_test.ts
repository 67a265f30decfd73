import assert from "node:assert/strict";
import { apiTest, type Json, until, untilRanked } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

const JOB = {
  title: "Senior backend engineer",
  description: [
    "We build software for hospitals.",
    "",
    "Requirements:",
    "- 3+ years of experience with TypeScript",
    "- PostgreSQL",
    "- Kafka",
    "",
    "Nice to have:",
    "- Kubernetes",
    "",
    "We offer a good salary and a laptop.",
  ].join("\n"),
};

const RESUME = [
  "Jan Jansen",
  "jan.jansen@example.com",
  "",
  "Work experience",
  "Backend engineer, Polderpay",
  "January 2018 - present",
  "- Wrote the payments API in TypeScript",
  "- Tuned PostgreSQL for 9 million calls a day",
].join("\n");

const SAMPLES = new URL("../samples/resumes/senior-backend-engineer/", import.meta.url);

Deno.test("the API takes a job and résumés and answers a ranking with proof", async () => {
  await using test = await apiTest();

  const login = await test.as(undefined).call("POST", "/login", {
    body: new URLSearchParams({ username: "olga", password: PASSWORD, grant_type: "password" }),
  });
  assert.equal(login.status, 200);
  assert.equal(login.body.token_type, "bearer");
  assert.equal(login.body.expires_in, 1800);
  const api = test.as(login.body.access_token);

  const job = await api.call("POST", "/jobs", { json: JOB });
  assert.equal(job.status, 201);
  const names = job.body.requirements.map(({ name }: Json) => name);
  assert.ok(names.some((name: string) => /TypeScript/.test(name)), names.join());
  for (const { source } of job.body.requirements) {
    assert.ok(JOB.description.slice(source.start, source.end).length > 2);
  }

  const pdf = await Deno.readFile(new URL("amara-okafor-lindqvist.pdf", SAMPLES));
  const docx = await Deno.readFile(new URL("Herrera Tomas CV.docx", SAMPLES));
  const files = { "jan.txt": RESUME, "amara.pdf": pdf, "tomás.docx": docx, "photo.png": PNG };
  const added = await api.upload(job.body.id, files);
  assert.equal(added.status, 202);
  assert.deepEqual(
    added.body.data.map(({ file_name, duplicate }: Json) => [file_name, duplicate]),
    Object.keys(files).map((name) => [name, false]),
  );

  await untilRanked(api, job.body.id);
  const list = await api.call("GET", `/jobs/${job.body.id}/resumes?items_per_page=2`);
  assert.deepEqual(
    [list.body.total_count, list.body.has_more, list.body.data.length],
    [4, true, 2],
  );
  const [failed] = list.body.data;
  assert.deepEqual([failed.file_name, failed.status], ["photo.png", "failed"]);
  assert.equal(failed.error.code, "unsupported");
  assert.match(failed.error.detail, /PDF, DOCX/);

  const ranking = await api.call("GET", `/jobs/${job.body.id}/ranking`);
  assert.equal(ranking.body.total_count, 4);
  const ranks = ranking.body.data.map(({ rank }: Json) => rank);
  assert.deepEqual(ranks, [1, 2, 3, null]);
  assert.equal(ranking.body.data[3].error.code, "unsupported");
  const scores = ranking.body.data.slice(0, 3).map(({ score }: Json) => score);
  assert.deepEqual(scores, scores.toSorted((a: number, b: number) => b - a));
  const jan = ranking.body.data.find(({ file_name }: Json) => file_name === "jan.txt");
  assert.equal(jan.candidate.name, "Jan Jansen");
  assert.equal(jan.strip.length, names.length);

  const resume = await api.call("GET", `/resumes/${jan.resume_id}`);
  assert.equal(resume.body.text, RESUME);
  assert.deepEqual(resume.body.pages, [{ start: 0, end: RESUME.length }]);
  assert.equal(resume.body.candidate.email, "jan.jansen@example.com");
  const original = await fetch(`${test.url}/api/v1/resumes/${jan.resume_id}/original`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  assert.match(original.headers.get("content-disposition") ?? "", /^attachment; filename="jan/);
  assert.equal(await original.text(), RESUME);

  const evaluation = await api.call("GET", `/resumes/${jan.resume_id}/evaluation`);
  for (const { match, evidence, tried, reason } of evaluation.body.matches) {
    assert.ok(reason.length > 3);
    assert.equal(evidence.length > 0, match !== "NO");
    if (match === "NO") assert.ok(tried.length > 0);
    for (const { text, start, end } of evidence) assert.equal(RESUME.slice(start, end), text);
  }
  const kafka = evaluation.body.matches.find(({ requirement }: Json) => /Kafka/.test(requirement));
  assert.equal(kafka.match, "NO");
  const dutch = await api.call("GET", `/resumes/${jan.resume_id}/evaluation`, {
    headers: { "accept-language": "nl" },
  });
  assert.notEqual(dutch.body.matches[0].reason, evaluation.body.matches[0].reason);

  const reason = "Told us on the phone how he ran it";
  const changed = await api.call("POST", `/evaluations/${evaluation.body.id}/overrides`, {
    json: { requirement_id: kafka.requirement_id, match: "YES", reason },
  });
  assert.equal(changed.status, 201);
  assert.ok(changed.body.score > evaluation.body.score);
  assert.equal(changed.body.engine_score, evaluation.body.score);
  const now = changed.body.matches.find(({ requirement }: Json) => /Kafka/.test(requirement));
  assert.deepEqual([now.match, now.engine_match, now.override.reason], ["YES", "NO", reason]);
  assert.equal(now.override.user_name, "Olga Owner");
  const again = await api.call("GET", `/jobs/${job.body.id}/ranking`);
  const row = again.body.data.find(({ file_name }: Json) => file_name === "jan.txt");
  assert.equal(row.score, changed.body.score);
  assert.ok(row.strip.some(({ is_overridden }: Json) => is_overridden));

  const path = `/evaluations/${evaluation.body.id}/overrides/${now.override.id}`;
  const undone = await api.call("DELETE", path);
  assert.equal(undone.body.score, evaluation.body.score);
  assert.equal((await api.call("DELETE", path)).status, 404);

  assert.equal((await api.call("DELETE", `/resumes/${jan.resume_id}`)).status, 204);
  assert.equal((await api.call("GET", `/resumes/${jan.resume_id}`)).status, 404);
  assert.equal((await api.call("DELETE", `/jobs/${job.body.id}`)).status, 204);
  assert.equal((await api.call("GET", `/jobs/${job.body.id}/ranking`)).status, 404);
  const { db } = test.test.services;
  for (const table of ["resumes", "candidates", "documents", "evaluations"] as const) {
    const rows = await db.selectFrom(table).selectAll().execute();
    assert.equal(rows.length, 0, `${table} are left`);
  }
  const log = await db.selectFrom("auditLog").select("action").orderBy("id").execute();
  assert.deepEqual([...new Set(log.map(({ action }) => action))], [
    "job.created",
    "resume.added",
    "resume.read",
    "resume.downloaded",
    "evaluation.read",
    "verdict.overridden",
    "verdict.restored",
    "resume.removed",
    "job.deleted",
  ]);
});

const PNG = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  ...[0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0],
]);

Deno.test("the API lists, changes, archives and reopens jobs", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  for (const title of ["First job", "Second job", "Third 100% job"]) {
    await api.call("POST", "/jobs", { json: { ...JOB, title } });
  }
  const list = await api.call("GET", "/jobs?items_per_page=2");
  assert.deepEqual(
    [list.body.data.map(({ title }: Json) => title), list.body.total_count, list.body.has_more],
    [["Third 100% job", "Second job"], 3, true],
  );
  const rest = await api.call("GET", "/jobs?items_per_page=2&page=2");
  assert.deepEqual([rest.body.data.length, rest.body.has_more], [1, false]);
  const found = await api.call("GET", `/jobs?q=${encodeURIComponent("0% J")}`);
  assert.deepEqual(found.body.data.map(({ title }: Json) => title), ["Third 100% job"]);

  const { id } = list.body.data[1];
  const patch = {
    title: "Renamed",
    weights: { required: 8, nice_to_have: 2, text: 5 },
    status: "archived",
  };
  const changed = await api.call("PATCH", `/jobs/${id}`, { json: patch });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body.weights, patch.weights);
  assert.equal((await api.call("GET", "/jobs?status=archived")).body.data[0].title, "Renamed");
  const refused = await api.upload(id, { "a.txt": RESUME });
  assert.equal(refused.status, 409);
  assert.match(refused.body.detail, /reopen/);
  await api.call("PATCH", `/jobs/${id}`, { json: { status: "open" } });
  assert.equal((await api.upload(id, { "a.txt": RESUME })).status, 202);
});

Deno.test("PATCH of a description moves the requirements to where their sentences are now", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const job = await api.call("POST", "/jobs", { json: JOB });
  const description = JOB.description.replace("- Kafka\n", "").replace("We build", "Oh! We build");
  const { body } = await api.call("PATCH", `/jobs/${job.body.id}`, { json: { description } });
  assert.equal(body.requirements.length, job.body.requirements.length);
  for (const { name, source } of body.requirements) {
    if (/Kafka/.test(name)) assert.equal(source, null);
    else assert.match(description.slice(source.start, source.end), new RegExp(name, "i"));
  }
});

Deno.test("GET /health says what is away", async () => {
  await using test = await apiTest({ worker: false });
  const nobody = test.as(undefined);
  const { status, body } = await nobody.call("GET", "/health");
  assert.equal(status, 503);
  assert.deepEqual(body, { status: "degraded", postgres: "ok", redis: "ok", worker: "away" });
});

Deno.test("GET /health is whole with a worker", async () => {
  await using test = await apiTest();
  const { body } = await until(
    () => test.as(undefined).call("GET", "/health"),
    ({ status }) => status === 200,
  );
  assert.equal(body.status, "ok");
});
