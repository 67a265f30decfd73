import assert from "node:assert/strict";
import { exportEvaluations } from "../lib/hiring/evaluation_export.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { apiTest, type Json } from "./harness/api.ts";
import { makeJudged } from "./harness/judged.ts";

Deno.test("GET /jobs/{id}/evaluations sends every evaluation, a line each", async (t) => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  const people = Array.from({ length: 230 }, (_, at) => ({
    name: `Person ${at}`,
    verdicts: ["YES", at % 2 ? "NO" : "PARTIAL", "NO", "YES"] as const,
    quotes: ["TypeScript\nat Acme", null, null, "Kubernetes"],
  }));
  const { job, of } = await makeJudged(owner, db, people);
  const { body: evaluation } = await api.call("GET", `/resumes/${of("Person 7")}/evaluation`);
  await api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
    json: {
      requirement_id: evaluation.matches[1].requirement_id,
      match: "YES",
      reason: "Told on the phone",
    },
  });

  await t.step("as they are one by one, overrides laid over them", async () => {
    const { status, headers, body } = await api.call("GET", `/jobs/${job.id}/evaluations`);
    assert.equal(status, 200);
    assert.equal(headers.get("content-type"), "application/x-ndjson");
    assert.ok(body.endsWith("\n"));
    const lines: Json[] = body.trimEnd().split("\n").map((line: string) => JSON.parse(line));
    assert.equal(lines.length, people.length);
    assert.equal(new Set(lines.map(({ id }) => id)).size, people.length);
    for (const name of ["Person 0", "Person 7", "Person 229"]) {
      const line = lines.find(({ candidate }) => candidate.name === name);
      const { file_name, candidate: _, received_at, ...rest } = line;
      assert.equal(file_name, `${name.toLowerCase().replace(" ", "-")}.txt`);
      assert.ok(!Number.isNaN(Date.parse(received_at)));
      const { body: one } = await api.call("GET", `/resumes/${of(name)}/evaluation`);
      assert.deepEqual(rest, one, name);
    }
    const changed = lines.find(({ id }) => id === evaluation.id);
    assert.equal(changed.matches[1].override.reason, "Told on the phone");
  });

  await t.step("it is written down as a download", async () => {
    const { body } = await api.call("GET", `/jobs/${job.id}/activity?kind=downloads`);
    assert.equal(body.data[0].action, "ranking.exported");
    const { details } = await db.selectFrom("auditLog").select("details")
      .where("action", "=", "ranking.exported").executeTakeFirstOrThrow();
    assert.deepEqual(details, { format: "ndjson", rows: people.length });
  });

  await t.step("read no further than the client takes it", async () => {
    const rows = (await exportEvaluations(owner, db, job.id))[Symbol.asyncIterator]();
    await rows.next();
    // Those that nobody has read yet are gone when it comes to them.
    await db.deleteFrom("evaluations").where("jobId", "=", job.id)
      .where("resumeId", "=", of("Person 229")).execute();
    let count = 1;
    while (!(await rows.next()).done) count += 1;
    assert.equal(count, people.length - 1);
  });

  await t.step("a client that goes away ends it", async () => {
    const response = await fetch(`${test.url}/api/v1/jobs/${job.id}/evaluations`, {
      headers: { authorization: `Bearer ${api.token}` },
    });
    const reader = response.body?.getReader() ?? assert.fail();
    assert.equal((await reader.read()).done, false);
    await reader.cancel();
    assert.equal((await api.call("GET", "/jobs")).status, 200);
  });

  await t.step("an empty job is an empty file, and no job is none", async () => {
    const { body: empty } = await api.call("POST", "/jobs", {
      json: { title: "Empty", description: "Requirements:\n- Cooking" },
    });
    const { status, body } = await api.call("GET", `/jobs/${empty.id}/evaluations`);
    assert.equal(status, 200);
    assert.equal(body, "");
    await assert.rejects(exportEvaluations(owner, db, crypto.randomUUID()), NotFound);
  });
});
