import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { findFittingJobs } from "../lib/hiring/fitting_jobs.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { apiTest, type Json, untilRanked } from "./harness/api.ts";

const asks = (...names: string[]) =>
  ["Requirements:", ...names.map((name) => `- ${name}`)].join("\n");
const TEXT = "Anna Alberts\nDeveloper, Acme\n2015 - present\n- TypeScript, PostgreSQL and Kafka";

Deno.test("GET /resumes/{id}/jobs tells which open jobs somebody fits", async (t) => {
  await using test = await apiTest();
  const { api, owner, test: { services: { db } } } = test;
  const make = async (title: string, ...names: string[]) =>
    (await createJob(owner, db, { title, description: asks(...names) })).id;
  const best = await make("Backend", "TypeScript", "PostgreSQL");
  const half = await make("Data", "Kafka", "Kubernetes");
  const none = await make("Kitchen", "Cooking", "Driving licence");
  const closed = await make("Closed", "TypeScript");
  const draft = await createJob(owner, db, { title: "Draft", description: asks("TypeScript") }, {
    isDraft: true,
  });
  await api.call("PATCH", `/jobs/${closed}`, { json: { status: "archived" } });
  const { body: { data: [resume, failed] } } = await api.upload(best, {
    "anna.txt": TEXT,
    "bad.pdf": "%PDF-1.4 no",
  });
  await untilRanked(api, best);
  const path = `/resumes/${resume.id}/jobs`;

  await t.step("the best first, those with grade D when asked for", async () => {
    const { status, body } = await api.call("GET", path);
    assert.equal(status, 200);
    const ids = body.data.map(({ job }: Json) => job.id);
    assert.equal(ids[0], best);
    assert.ok(!ids.includes(none) && !ids.includes(closed) && !ids.includes(draft.id));
    assert.equal(body.is_cut, false);
    assert.deepEqual(body.data.map(({ is_in_job }: Json) => is_in_job)[0], true);
    const { body: all } = await api.call("GET", `${path}?all=true`);
    assert.deepEqual(
      all.data.map(({ job }: Json) => job.id).toSorted(),
      [best, half, none].toSorted(),
    );
    const scores = all.data.map(({ score }: Json) => score);
    assert.deepEqual(scores, scores.toSorted((a: number, b: number) => b - a));
  });

  await t.step("the figures are those of the job's own ranking", async () => {
    const { body: { data: [{ id: copy }] } } = await api.upload(half, { "anna.txt": TEXT });
    await untilRanked(api, half);
    const { body: all } = await api.call("GET", `${path}?all=true`);
    for (const [job, id] of [[best, resume.id], [half, copy]]) {
      const { body: evaluation } = await api.call("GET", `/resumes/${id}/evaluation`);
      const found = all.data.find((one: Json) => one.job.id === job);
      // Nobody is merged by the product itself, so the copy is of another person.
      assert.equal(found.is_in_job, job === best);
      for (const name of ["score", "raw_score", "grade", "required_met", "required_total"]) {
        assert.equal(found[name], evaluation[name], `${job} ${name}`);
      }
      assert.deepEqual(
        found.strip.map(({ match }: Json) => match),
        evaluation.matches.map(({ match }: Json) => match),
      );
    }
  });

  await t.step("who looked is written down", async () => {
    const { body } = await api.call("GET", `/jobs/${best}/activity?kind=reads`);
    assert.ok(body.data.some(({ kind }: Json) => kind === "reads"));
    const row = await db.selectFrom("auditLog").select("resumeId")
      .where("action", "=", "resume.fitted").executeTakeFirstOrThrow();
    assert.equal(row.resumeId, resume.id);
  });

  await t.step("not of a file that could not be read", async () => {
    const { status, body } = await api.call("GET", `/resumes/${failed.id}/jobs`);
    assert.equal(status, 409);
    assert.match(body.detail, /bad\.pdf/);
  });

  await t.step("other work is done in between, and who is gone is not waited for", async () => {
    for (let at = 0; at < 20; at++) await make(`Job ${at}`, "TypeScript", `Skill ${at}`);
    let turns = 0;
    let isOver = false;
    const counting = (async () => {
      while (!isOver) {
        await setImmediate();
        turns += 1;
      }
    })();
    const query = { page: 1, itemsPerPage: 100, isAll: true };
    const found = await findFittingJobs(owner, db, resume.id, query, new AbortController().signal);
    isOver = true;
    await counting;
    assert.equal(found.totalCount, 23);
    assert.ok(turns >= 22, `${turns} turns`);
    await assert.rejects(
      findFittingJobs(owner, db, resume.id, query, AbortSignal.abort(new Error("gone"))),
      /gone/,
    );
  });

  await t.step("not of somebody who took their consent back", async () => {
    const { body: { candidate } } = await api.call("GET", `/resumes/${resume.id}`);
    await api.call("PATCH", `/candidates/${candidate.id}`, { json: { consent: "withdrawn" } });
    assert.equal((await api.call("GET", path)).status, 409);
  });
});
