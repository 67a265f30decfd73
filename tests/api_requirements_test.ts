import assert from "node:assert/strict";
import { type ApiTest, apiTest, type Caller, type Json, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\nNice to have:\n- Kubernetes",
};

function resume(n: number): string {
  const skills = ["TypeScript", "PostgreSQL", "Kubernetes", "Kafka"].filter((_, bit) =>
    n & 1 << bit
  );
  return [
    `Person Number${n}`,
    "",
    "Work experience",
    "Developer, Acme",
    "January 2015 - present",
    ...skills.map((skill) => `- Built services with ${skill}`),
  ].join("\n");
}

async function makeJob({ api }: ApiTest): Promise<Json> {
  return (await api.call("POST", "/jobs", { json: JOB })).body;
}

function put(api: Caller, jobId: string, requirements: readonly unknown[]) {
  return api.call("PUT", `/jobs/${jobId}/requirements`, { json: { requirements } });
}

Deno.test("PUT requirements keeps ids by id or name, adds, drops and orders", async () => {
  await using test = await apiTest({ worker: false });
  const job = await makeJob(test);
  const [typescript, postgres, kubernetes] = job.requirements;
  assert.deepEqual(job.requirements.map(({ name }: Json) => name), [
    "TypeScript",
    "PostgreSQL",
    "Kubernetes",
  ]);
  const { status, body } = await put(test.api, job.id, [
    { name: "kubernetes", level: "required" },
    { id: typescript.id, name: "Deno", years: 2 },
    { name: "5 years of Kafka" },
    { name: "Kafka", importance: 5, years: null, gate: true },
  ]);
  assert.equal(status, 200);
  const [first, second, third, fourth] = body.requirements;
  assert.deepEqual([first.id, first.name, first.level], [kubernetes.id, "kubernetes", "required"]);
  assert.deepEqual(first.source, kubernetes.source, "the sentence is still where it comes from");
  assert.deepEqual([second.id, second.name, second.years], [typescript.id, "Deno", 2]);
  assert.deepEqual([third.years, third.level, third.importance], [5, "required", 3]);
  assert.deepEqual([fourth.years, fourth.gate, fourth.importance], [null, true, 5]);
  assert.ok(!body.requirements.some(({ id }: Json) => id === postgres.id));
  const again = await test.api.call("GET", `/jobs/${job.id}`);
  assert.deepEqual(again.body.requirements, body.requirements);
  assert.equal(again.body.requirements_version, 2);
  assert.equal(again.body.is_stale, false, "there is nobody to be judged");

  const twice = await put(test.api, job.id, [
    { id: first.id, name: "A one" },
    { id: first.id, name: "A two" },
  ]);
  assert.deepEqual([twice.status, twice.body.errors[0].pointer], [422, "/requirements/1/id"]);
});

Deno.test("a job without requirements ranks nobody", async () => {
  await using test = await apiTest();
  const job = await makeJob(test);
  await test.api.upload(job.id, { "1.txt": resume(1), "2.txt": resume(2) });
  await put(test.api, job.id, []);
  await untilRanked(test.api, job.id);
  const { body } = await test.api.call("GET", `/jobs/${job.id}/ranking`);
  const rows = body.data.map(({ rank, score, grade, file_name }: Json) => [
    rank,
    score,
    grade,
    file_name,
  ]);
  assert.deepEqual(rows, [[null, null, null, "1.txt"], [null, null, null, "2.txt"]]);
});

Deno.test("edits make the ranking stale, coalesce into one task, and judge everybody anew", async () => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  const files = Object.fromEntries(
    Array.from({ length: 16 }, (_, n) => [`${n}.txt`, resume(n)]),
  );
  const uploading = api.upload(job.id, files);
  // While they are read and judged, what they are judged by changes again and again.
  for (let years = 1; years <= 12; years++) {
    const { body } = await put(api, job.id, [
      { name: "TypeScript", years },
      { name: "Kafka", gate: years % 2 === 0 },
    ]);
    assert.equal(body.requirements.length, 2);
  }
  await uploading;
  const after = await untilRanked(api, job.id);
  assert.deepEqual([after.resumes.done, after.requirements_version], [16, 13]);
  const evaluations = await db.selectFrom("evaluations").selectAll().execute();
  assert.equal(evaluations.length, 16);
  const ids = after.requirements.map(({ id }: Json) => id);
  for (const { requirementsVersion, matches } of evaluations) {
    assert.equal(requirementsVersion, 13);
    assert.deepEqual((matches as Json).map(({ requirementId }: Json) => requirementId), ids);
  }
  const ranking = await api.call("GET", `/jobs/${job.id}/ranking`);
  assert.equal(ranking.body.data.length, 16);
  const best = ranking.body.data[0];
  const evaluation = await api.call("GET", `/resumes/${best.resume_id}/evaluation`);
  assert.equal(evaluation.body.is_stale, false);
  const tasks = await db.selectFrom("tasks").select(["name", "state"])
    .where("name", "=", "evaluate_job").execute();
  assert.ok(tasks.length <= 12, `${tasks.length} tasks for 12 edits`);
});

Deno.test("five edits without a worker leave one task", async () => {
  await using test = await apiTest({ worker: false });
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  const { body } = await api.upload(job.id, { "1.txt": resume(1) });
  await db.updateTable("resumes").set({ status: "done", text: resume(1) })
    .where("id", "=", body.data[0].id).execute();
  for (let importance = 1; importance <= 5; importance++) {
    await put(api, job.id, [{ name: "TypeScript", importance }]);
  }
  const stale = await api.call("GET", `/jobs/${job.id}`);
  assert.deepEqual([stale.body.is_stale, stale.body.requirements_version], [true, 6]);
  const tasks = await db.selectFrom("tasks").select("id")
    .where("name", "=", "evaluate_job").execute();
  assert.equal(tasks.length, 1);
});

Deno.test("weights of a job change the scores", async () => {
  await using test = await apiTest();
  const job = await makeJob(test);
  await test.api.upload(job.id, { "1.txt": resume(0b0011) });
  await untilRanked(test.api, job.id);
  const scoreOf = async () =>
    (await test.api.call("GET", `/jobs/${job.id}/ranking`)).body.data[0].score;
  const before = await scoreOf();
  await test.api.call("PATCH", `/jobs/${job.id}`, {
    json: { weights: { required: 1, nice_to_have: 9 } },
  });
  await untilRanked(test.api, job.id);
  assert.ok(await scoreOf() < before);
});

Deno.test("an override holds over new evaluations while name and years are the same", async () => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  await api.call("PATCH", `/jobs/${job.id}`, {
    json: { weights: { required: 6, nice_to_have: 4, text: 0 } },
  });
  const requirements = [{ name: "Kafka" }, { name: "TypeScript" }];
  await put(api, job.id, requirements);
  const { body: added } = await api.upload(job.id, { "1.txt": resume(0b0001) });
  await untilRanked(api, job.id);
  const read = async () => (await api.call("GET", `/resumes/${added.data[0].id}/evaluation`)).body;
  const first = await read();
  const [kafka, typescript] = first.matches;
  assert.deepEqual([kafka.match, typescript.match, first.score], ["NO", "YES", 0.5]);
  const overriding = (match: string) =>
    api.call("POST", `/evaluations/${first.id}/overrides`, {
      json: { requirement_id: kafka.requirement_id, match, reason: "Shown in the interview" },
    });
  await overriding("PARTIAL");
  const { body: changed } = await overriding("YES");
  assert.deepEqual([changed.score, changed.engine_score], [1, 0.5]);
  assert.deepEqual([changed.grade, changed.engine_grade], ["A", "C"]);
  const rows = await db.selectFrom("overrides").selectAll().execute();
  assert.deepEqual(rows.map(({ undoneAt }) => undoneAt === null).toSorted(), [false, true]);

  const edit = async (kafkaNow: Json) => {
    await put(api, job.id, [{ id: kafka.requirement_id, ...kafkaNow }, requirements[1]]);
    await untilRanked(api, job.id);
    const evaluation = await read();
    assert.equal(evaluation.id, first.id, "an evaluation keeps its id");
    return evaluation.matches[0].match;
  };
  assert.equal(await edit({ name: "Kafka", importance: 5, level: "nice_to_have" }), "YES");
  assert.equal(await edit({ name: "Kafka", years: 4 }), "NO", "another question");
  assert.equal(await edit({ name: "RabbitMQ" }), "NO", "another question");
  assert.equal(await edit({ name: "Kafka" }), "YES", "the same question again");

  await put(api, job.id, [requirements[1]]);
  await untilRanked(api, job.id);
  assert.equal((await read()).matches.length, 1);

  await db.updateTable("jobs").set((eb) => ({
    requirementsVersion: eb("requirementsVersion", "+", 1),
  })).execute();
  const early = await api.call("POST", `/evaluations/${first.id}/overrides`, {
    json: { requirement_id: typescript.requirement_id, match: "NO", reason: "Not in fact" },
  });
  assert.equal(early.status, 409, "the person has seen what is no longer asked");
});

Deno.test("two who override the same verdict at once leave one that holds", async () => {
  await using test = await apiTest();
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  const { body: added } = await api.upload(job.id, { "1.txt": resume(0b0001) });
  await untilRanked(api, job.id);
  const path = `/resumes/${added.data[0].id}/evaluation`;
  const { body: evaluation } = await api.call("GET", path);
  const requirement_id = evaluation.matches[1].requirement_id;
  const answers = await Promise.all(
    ["YES", "PARTIAL", "YES", "PARTIAL", "NO", "YES"].map((match) =>
      api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
        json: { requirement_id, match, reason: `It is ${match}` },
      })
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status), Array(6).fill(201));
  const current = await db.selectFrom("overrides").select("verdict")
    .where("undoneAt", "is", null).execute();
  assert.equal(current.length, 1);
  const { body: now } = await api.call("GET", path);
  assert.equal(now.matches[1].match, current[0]?.verdict);
});
