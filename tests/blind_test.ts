import assert from "node:assert/strict";
import { exportRanking } from "../lib/hiring/exports.ts";
import { apiTest, type Json, untilRanked } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n- Dutch C1",
};

const RESUME = [
  "Fatima Haddad",
  "fatima.haddad@example.org | +31 6 1234 5678 | linkedin.com/in/fatima-haddad",
  "Date of birth: 12 May 1985",
  "Nationality: Moroccan",
  "",
  "Experience",
  "Backend engineer, Polderpay",
  "January 2015 - December 2024",
  "- Fatima led her team in TypeScript and PostgreSQL",
].join("\n");

/** What would tell who it is; the digits of an id do not. */
const TELLING =
  /Fatima|Haddad|example\.org|1234 5678|(?<![0-9a-f])1985(?![0-9a-f])|Moroccan|\bher\b/;

async function blindJob({ api }: { api: Json }) {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { status, body } = await api.call("PATCH", `/jobs/${job.id}`, { json: { is_blind: true } });
  assert.deepEqual([status, body.is_blind], [200, true]);
  const { body: added } = await api.upload(job.id, { "CV Fatima Haddad.txt": RESUME });
  await untilRanked(api, job.id);
  return { jobId: job.id as string, resumeId: added.data[0].id as string };
}

Deno.test("nothing of a blind job tells whose a résumé is, until somebody decides", async () => {
  await using test = await apiTest();
  const { api } = test;
  const { jobId, resumeId } = await blindJob(test);
  const { body: { data: [{ id: otherId }] } } = await api.upload(jobId, { "b.txt": "Bo\nJava" });
  await untilRanked(api, jobId);
  const { body: { data: [row] } } = await api.call("GET", `/jobs/${jobId}/ranking`);
  assert.deepEqual([row.is_masked, row.candidate.name], [true, null]);
  const paths = [
    `/jobs/${jobId}/ranking`,
    `/jobs/${jobId}/ranking?sort=name`,
    `/jobs/${jobId}/resumes`,
    `/jobs/${jobId}/board`,
    `/jobs/${jobId}/activity`,
    `/jobs/${jobId}/evaluations`,
    `/jobs/${jobId}/compare?resumes=${resumeId},${otherId}`,
    `/resumes/${resumeId}`,
    `/resumes/${resumeId}/evaluation`,
    `/resumes/${resumeId}/letter_draft?kind=missing`,
    `/resumes/${resumeId}/profile`,
    `/resumes/${resumeId}/moves`,
    `/evaluations/${row.evaluation_id}/receipt`,
    "/candidates",
    "/candidates/duplicates",
    "/search?q=TypeScript",
    "/audit_log",
  ];
  for (const path of paths) {
    const { status, body } = await api.call("GET", path);
    const said = typeof body === "string" ? body : JSON.stringify(body);
    assert.equal(status, 200, `${path}: ${said}`);
    assert.doesNotMatch(said, TELLING, path);
  }
  const asked = await api.call("GET", `/jobs/${jobId}/ranking?q=Fatima`);
  assert.equal(asked.body.total_count, 0, "a search may not say whom it was about");
  const known = await api.call("GET", `/jobs/${jobId}/ranking?q=PostgreSQL`);
  assert.equal(known.body.total_count, 1);
  assert.equal((await api.call("GET", `/resumes/${resumeId}/original`)).status, 409);
  assert.equal((await api.call("GET", "/search?q=Fatima")).body.total_count, 0);
  for (const path of [`/jobs/${jobId}/answers`, "/answers"]) {
    const { status, body } = await api.call("GET", `${path}?q=Fatima`);
    assert.deepEqual([status, body.total_count, body.data], [200, 0, []], path);
  }
  const { rows } = await exportRanking(test.owner, test.test.services.db, jobId, {}, {
    format: "csv",
  });
  const exported = JSON.stringify(await Array.fromAsync(rows));
  assert.match(exported, /Backend engineer/);
  assert.doesNotMatch(exported, TELLING);

  const { status } = await api.call("POST", "/moves", {
    json: { resumes: [{ id: resumeId }], to: { decision: "shortlisted" } },
  });
  assert.equal(status, 200);
  const shown = await api.call("GET", `/resumes/${resumeId}`);
  assert.equal(shown.body.candidate.name, "Fatima Haddad");
  assert.deepEqual([shown.body.is_masked, shown.body.file_name], [false, "CV Fatima Haddad.txt"]);
  assert.equal(shown.body.text, RESUME);
  const { body: { links } } = await api.call("GET", `/resumes/${resumeId}/profile`);
  assert.deepEqual(links, [{ kind: "linkedin", url: "https://linkedin.com/in/fatima-haddad" }]);
  const olga = await visitor(test, "olga");
  const page = await (await olga.open(`/candidates/${shown.body.candidate.id}`)).text();
  assert.match(page, /<a [^>]*href="https:\/\/linkedin\.com\/in\/fatima-haddad"[^>]*noreferrer/);
  assert.equal((await api.call("GET", `/resumes/${resumeId}/original`)).status, 200);
});

Deno.test("no page, file or live part of a blind job tells whose a résumé is", async () => {
  await using test = await apiTest();
  const { jobId, resumeId } = await blindJob(test);
  const olga = await visitor(test, "olga");
  const paths = [
    `/jobs/${jobId}/ranking`,
    `/jobs/${jobId}/ranking/print`,
    `/jobs/${jobId}/ranking/sensitivity`,
    `/jobs/${jobId}/ranking.csv`,
    `/jobs/${jobId}/quotes?resume=${resumeId}`,
    `/jobs/${jobId}/resumes`,
    `/jobs/${jobId}/board`,
    `/jobs/${jobId}/activity`,
    `/resumes/${resumeId}`,
    `/resumes/${resumeId}/now`,
    `/resumes/${resumeId}/receipt.json`,
    "/candidates",
    "/find?q=Haddad",
    "/settings/audit",
    "/",
  ];
  for (const path of paths) {
    const answer = await olga.open(path, "nl");
    const said = (await answer.text()).replaceAll("Haddad", path.includes("find") ? "" : "Haddad");
    assert.equal(answer.status, 200, path);
    assert.doesNotMatch(said, TELLING, path);
  }
  const page = await (await olga.open(`/resumes/${resumeId}`)).text();
  assert.match(page, /Show who it is/);
  assert.equal((await olga.open(`/resumes/${resumeId}/original`)).status, 409);
});

Deno.test("each quote of a masked résumé stands in the text that is shown", async () => {
  await using test = await apiTest();
  const { resumeId } = await blindJob(test);
  const { body: { text } } = await test.api.call("GET", `/resumes/${resumeId}`);
  const { body } = await test.api.call("GET", `/resumes/${resumeId}/evaluation`);
  const quotes = body.matches.flatMap(({ evidence }: Json) => evidence);
  assert.ok(quotes.length > 0);
  for (const { text: quote, start, end } of quotes) assert.equal(text.slice(start, end), quote);
});

Deno.test("who takes a mask off is written down, and the score stays what it was", async () => {
  await using test = await apiTest();
  const { api } = test;
  const { jobId, resumeId } = await blindJob(test);
  const before = (await api.call("GET", `/resumes/${resumeId}/evaluation`)).body;
  const viewer = await test.addPerson("viewer", "same");
  assert.equal((await viewer.call("POST", `/resumes/${resumeId}/unmask`)).status, 403);
  const { status, body } = await api.call("POST", `/resumes/${resumeId}/unmask`);
  assert.deepEqual([status, body.is_masked, body.candidate.name], [200, false, "Fatima Haddad"]);
  await api.call("POST", `/resumes/${resumeId}/unmask`);
  const after = (await api.call("GET", `/resumes/${resumeId}/evaluation`)).body;
  assert.deepEqual([after.score, after.grade], [before.score, before.grade]);
  const { body: { data } } = await api.call("GET", `/jobs/${jobId}/activity`);
  const unmasked = data.filter(({ action }: Json) => action === "resume.unmasked");
  assert.deepEqual(unmasked.map(({ user_name }: Json) => user_name), [test.owner.name]);
  const people = await api.call("GET", "/candidates");
  assert.deepEqual(people.body.data.map(({ name }: Json) => name), ["Fatima Haddad"]);
});

Deno.test("a job that becomes blind keeps showing what people have seen", async () => {
  await using test = await apiTest();
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await api.upload(job.id, { "fatima.txt": RESUME });
  await untilRanked(api, job.id);
  await api.call("PATCH", `/jobs/${job.id}`, { json: { is_blind: true } });
  await api.upload(job.id, { "later.txt": `${RESUME}\n- More` });
  await untilRanked(api, job.id);
  const { body } = await api.call("GET", `/jobs/${job.id}/resumes?sort=created_at`);
  assert.deepEqual(body.data.map(({ is_masked }: Json) => is_masked), [false, true]);
});
