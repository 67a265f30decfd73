import assert from "node:assert/strict";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { ENGINE_VERSION } from "../lib/talent/version.ts";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

async function ok({ api }: ApiTest, method: string, path: string, json?: unknown): Promise<Json> {
  const { status, body } = await api.call(method, path, json === undefined ? {} : { json });
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

Deno.test("the evidence of a job tells how it was filled, and names no candidate", async (t) => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const job = await ok(test, "POST", "/jobs", JOB);
  const text = (name: string) =>
    `${name}\n${name.split(" ")[0]}@example.com\nDeveloper, Acme\n2019 - present\n- TypeScript`;
  const { body: { data: [resume] } } = await api.upload(job.id, {
    "annabel.txt": text("Annabel Quist"),
    "bram.txt": text("Bram Quist"),
  });
  await untilRanked(api, job.id);
  const evaluation = await ok(test, "GET", `/resumes/${resume.id}/evaluation`);
  await ok(test, "POST", `/evaluations/${evaluation.id}/overrides`, {
    requirement_id: evaluation.matches[1].requirement_id,
    match: "PARTIAL",
    reason: "Showed it in the interview <b>",
  });
  await ok(test, "PATCH", `/jobs/${job.id}`, { weights: { required: 80, nice_to_have: 20 } });
  await ok(test, "POST", "/moves", {
    resumes: [{ id: resume.id }],
    to: { decision: "rejected" },
    reason_code: "other_chosen",
    reason: "Another one had led a team",
  });
  await ok(test, "PATCH", "/workspace/half_lives", { tool: 96 });
  await untilRanked(api, job.id);
  await sealAuditLog(db);

  await t.step("as JSON", async () => {
    const evidence = await ok(test, "GET", `/jobs/${job.id}/evidence`);
    assert.equal(evidence.job.title, JOB.title);
    assert.deepEqual([evidence.data.resumes, evidence.data.judged, evidence.data.failed], [
      2,
      2,
      0,
    ]);
    assert.deepEqual(evidence.data.by_kind, { text: 2 });
    assert.equal(evidence.engine.now.version, ENGINE_VERSION);
    assert.deepEqual(
      evidence.engine.used.map(({ version, evaluations }: Json) => [version, evaluations]),
      [[ENGINE_VERSION, 2]],
    );
    assert.equal(evidence.engine.weights.required, 80);
    assert.equal(evidence.engine.half_lives.tool, 96);
    const history = evidence.history.map(({ action, by }: Json) => `${action} ${by}`);
    for (const one of ["job.created", "job.updated", "workspace.half_lives"]) {
      assert.ok(history.includes(`${one} Olga Owner`), `${one} is among ${history}`);
    }
    const { oversight } = evidence;
    assert.deepEqual([oversight.verdicts, oversight.overridden], [4, 1]);
    assert.deepEqual([oversight.rejected, oversight.rejected_with_reason, oversight.undecided], [
      1,
      1,
      1,
    ]);
    const [override] = oversight.overrides;
    assert.deepEqual([override.resume_id, override.after, override.by], [
      resume.id,
      "PARTIAL",
      "Olga Owner",
    ]);
    const [decision] = oversight.decisions;
    assert.deepEqual([decision.stage.key, decision.reason_code, decision.engine_version], [
      "rejected",
      "other_chosen",
      ENGINE_VERSION,
    ]);
    assert.equal(evidence.log.by_action["verdict.overridden"], 1);
    assert.match(evidence.log.seal.hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(evidence.equal_treatment.questions, []);
    assert.doesNotMatch(JSON.stringify(evidence), /Quist|annabel/i);
  });

  await t.step("as a document with nothing outside of it, in both languages", async () => {
    const { open } = await visitor(test, "olga");
    for (const [language, title] of [["en", "Evidence file"], ["nl", "Bewijsdossier"]] as const) {
      const response = await open(`/jobs/${job.id}/evidence.html`, language);
      assert.match(response.headers.get("content-disposition") ?? "", /attachment.*\.html/);
      const html = await response.text();
      assert.match(html, /^<!doctype html>/);
      assert.ok(html.includes(`<h1>${title}: ${JOB.title}</h1>`));
      assert.match(html, /Another one had led a team/);
      assert.match(html, /Showed it in the interview &lt;b/);
      assert.doesNotMatch(html, /Quist|(src|href)=|<script/);
    }
    const json = await (await open(`/jobs/${job.id}/evidence.json`)).json();
    assert.equal(json.oversight.rejected_with_reason, 1);
    assert.match(await (await open(`/jobs/${job.id}/settings`)).text(), /evidence\.html/);
  });

  await t.step("owners take it along, and the log says so", async () => {
    const recruiter = await test.addPerson("recruiter", "same");
    assert.equal((await recruiter.call("GET", `/jobs/${job.id}/evidence`)).status, 403);
    const taken = await db.selectFrom("auditLog").select("details")
      .where("action", "=", "evidence.exported").execute();
    assert.deepEqual(
      taken.map(({ details }) => details),
      ["json", "html", "html", "json"].map((format) => ({ format })),
    );
  });
});
