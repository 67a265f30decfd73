import assert from "node:assert/strict";
import { setImportances } from "../lib/hiring/importances.ts";
import { getJob } from "../lib/hiring/jobs.ts";
import { getRanking } from "../lib/hiring/ranking.ts";
import { getSensitivity } from "../lib/hiring/sensitivity.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../lib/platform/errors.ts";
import type { Verdict } from "../lib/talent/types.ts";
import { apiTest, type Json, untilRanked } from "./harness/api.ts";
import { makeJudged } from "./harness/judged.ts";

const PEOPLE = [
  { name: "Anna", verdicts: ["YES", "YES", "PARTIAL", "YES"] },
  { name: "Bram", verdicts: ["YES", "YES", "YES", "NO"] },
  { name: "Cleo", verdicts: ["YES", "PARTIAL", "NO", "YES"] },
  { name: "Daan", verdicts: ["NO", "PARTIAL", "NO", "NO"] },
] as const satisfies { name: string; verdicts: Verdict[] }[];

Deno.test("getSensitivity() stands by the ranking, and says what one change would make of it", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, of } = await makeJudged(owner, db, PEOPLE);
  const ranking = await getRanking(owner, db, job.id, { page: 1, itemsPerPage: 10 });
  const { standings, steps, leftOut } = await getSensitivity(owner, db, job.id);
  assert.deepEqual(
    standings.map(({ resumeId, rank, score, grade }) => [resumeId, rank, score, grade]),
    ranking.data.map(({ resumeId, rank, score, grade }) => [resumeId, rank, score, grade]),
  );
  assert.equal(leftOut, 0);
  // Anna: 6 + 6 + 3 + 4 of 22; Bram: 18 of 22. One more reading of Anna's PARTIAL changes nothing at
  // the top, its NO puts Bram first.
  const [anna, bram] = standings;
  assert.deepEqual([anna?.resumeId, bram?.resumeId], [of("Anna"), of("Bram")]);
  assert.equal(anna?.best.change, null);
  assert.equal(anna?.worst.rank, 2);
  assert.equal(bram?.best.rank, 1);
  const names = new Map(job.requirements.map(({ id, name }) => [id, name]));
  const moving = steps.filter(({ moved }) => moved > 0).map(({ change }) =>
    change.kind === "importance" ? [names.get(change.requirementId), change.to] : change
  );
  assert.ok(moving.length > 0);
  assert.equal(steps.length, 2 * job.requirements.length + 4);
});

Deno.test("getSensitivity() leaves out who is not judged by the requirements of now", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, of } = await makeJudged(owner, db, PEOPLE);
  await db.updateTable("evaluations").set({ requirementsVersion: 0 })
    .where("resumeId", "=", of("Bram")).execute();
  const { standings, leftOut } = await getSensitivity(owner, db, job.id);
  assert.deepEqual([standings.length, leftOut], [3, 1]);
  const stranger = await test.addPerson("owner", "own");
  await assert.rejects(getSensitivity(stranger.actor, db, job.id), NotFound);
});

Deno.test("GET /jobs/{id}/sensitivity answers in pages, the best first", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services: { db } } } = test;
  const { job, of } = await makeJudged(owner, db, PEOPLE);
  const { status, body } = await api.call(
    "GET",
    `/jobs/${job.id}/sensitivity?items_per_page=2&page=2`,
  );
  assert.equal(status, 200);
  assert.deepEqual(body.data.map(({ resume_id }: Json) => resume_id), [of("Cleo"), of("Daan")]);
  assert.deepEqual([body.total_count, body.has_more, body.left_out], [4, false, 0]);
  const [step] = body.steps;
  assert.deepEqual(step.change, {
    kind: "importance",
    requirement_id: job.requirements[0]?.id,
    from: 3,
    to: 2,
  });
});

Deno.test("setImportances() is one new version of the requirements, which judges anew", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services: { db } } } = test;
  const { body: made } = await api.call("POST", "/jobs", {
    json: { title: "Backend engineer", description: "Requirements:\n- TypeScript\n- Kafka" },
  });
  await api.call("PATCH", `/jobs/${made.id}`, {
    json: { weights: { required: 6, nice_to_have: 4, text: 0 } },
  });
  await api.upload(made.id, { "a.txt": "Anna\nDeveloper, Acme\n2019 - present\n- TypeScript" });
  await untilRanked(api, made.id);
  const job = await getJob(owner, db, made.id);
  const score = async () =>
    (await getRanking(owner, db, job.id, { page: 1, itemsPerPage: 1 })).data[0]?.rawScore;
  assert.equal(await score(), 0.5);
  const [typescript, kafka] = job.requirements.map(({ id }) => id);
  const input = {
    version: job.requirementsVersion,
    importances: { [typescript ?? ""]: 4, [kafka ?? ""]: 1 },
  };
  await setImportances(owner, db, job.id, input);
  await untilRanked(api, job.id);
  const after = await getJob(owner, db, job.id);
  assert.equal(after.requirementsVersion, job.requirementsVersion + 1);
  assert.deepEqual(after.requirements.map(({ importance }) => importance), [4, 1]);
  assert.equal(await score(), 0.8);

  await assert.rejects(setImportances(owner, db, job.id, input), Conflict);
  const now = { ...input, version: after.requirementsVersion };
  await assert.rejects(
    setImportances(owner, db, job.id, { ...now, importances: { [crypto.randomUUID()]: 2 } }),
    InvalidInput,
  );
  const viewer = await test.addPerson("viewer", "same");
  assert.throws(() => setImportances(viewer.actor, db, job.id, now), Forbidden);
  const stranger = await test.addPerson("owner", "own");
  await assert.rejects(setImportances(stranger.actor, db, job.id, now), NotFound);
});
