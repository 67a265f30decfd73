import assert from "node:assert/strict";
import { getEngineState } from "../lib/hiring/engine_comparisons.ts";
import { getJob } from "../lib/hiring/jobs.ts";
import { ENGINE_VERSION } from "../lib/talent/version.ts";
import { type ApiTest, apiTest, type Json, until, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- TypeScript\n- PostgreSQL",
};

/**
 * Two judged résumés whose verdicts look as if an older engine had given them: by that one Bob met
 * everything and Anna nothing.
 */
async function olderRanking({ api, test: { services: { db } } }: ApiTest) {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: added } = await api.upload(job.id, {
    "anna.txt": "Anna\nDeveloper, Acme\n2019 - present\n- TypeScript and PostgreSQL",
    "bob.txt": "Bob\nCook, Bistro\n2019 - present\n- Soup",
  });
  await untilRanked(api, job.id);
  const [anna, bob] = added.data.map(({ id }: Json) => id) as [string, string];
  for (const [resumeId, verdict] of [[anna, "NO"], [bob, "YES"]] as const) {
    const { matches } = await db.selectFrom("evaluations").select("matches")
      .where("resumeId", "=", resumeId).executeTakeFirstOrThrow();
    const score = verdict === "YES" ? 1 : 0;
    await db.updateTable("evaluations").set({
      engineVersion: "0.9.0",
      matches: (matches as object[]).map((match) => ({ ...match, verdict })),
      score,
      rawScore: score,
      grade: verdict === "YES" ? "A" : "D",
      requiredMet: verdict === "YES" ? 2 : 0,
    }).where("resumeId", "=", resumeId).execute();
  }
  return { job, anna, bob };
}

async function compared({ api }: ApiTest, jobId: string): Promise<Json> {
  assert.equal((await api.call("POST", `/jobs/${jobId}/engine_comparison`)).status, 202);
  return await until(
    async () => (await api.call("GET", `/jobs/${jobId}/engine_comparison`)).body,
    ({ status }: Json) => status === "done",
  );
}

async function order({ api }: ApiTest, jobId: string): Promise<string[]> {
  const { body } = await api.call("GET", `/jobs/${jobId}/ranking`);
  return body.data.map(({ resume_id }: Json) => resume_id);
}

Deno.test("a comparison says who would move by the present engine and why, and moves nobody", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const { job, anna, bob } = await olderRanking(test);
  assert.equal((await getEngineState(owner, db, job.id)).isMixed, true);
  const { moves, judged, engine_version } = await compared(test, job.id);
  assert.deepEqual([judged, engine_version], [2, ENGINE_VERSION]);
  assert.deepEqual(
    moves.map((one: Json) => [one.resume_id, one.engine_version, one.before.rank, one.after.rank]),
    [[anna, "0.9.0", 2, 1], [bob, "0.9.0", 1, 2]],
  );
  const [first] = moves;
  assert.deepEqual(first.before.score, 0);
  assert.deepEqual(first.verdicts.map(({ from, to }: Json) => [from, to]), [
    ["NO", "YES"],
    ["NO", "YES"],
  ]);
  assert.match(first.verdicts[0].reason, /\w+ \w+/);
  assert.deepEqual(await order(test, job.id), [bob, anna]);
  assert.deepEqual(await getEngineState(owner, db, job.id), { isMixed: true, comparison: "done" });
});

Deno.test("a comparison that is taken makes the ranking anew, once and for all", async () => {
  await using test = await apiTest();
  const { api, owner, test: { services: { db } } } = test;
  const { job, anna, bob } = await olderRanking(test);
  await compared(test, job.id);
  const path = `/jobs/${job.id}/engine_comparison`;
  const taken = await api.call("POST", `${path}/accept`);
  assert.equal(taken.status, 200);
  assert.notEqual(taken.body.accepted_at, null);
  await until(() => order(test, job.id), ([first]) => first === anna);
  await until(() => getEngineState(owner, db, job.id), ({ isMixed }) => !isMixed);
  assert.deepEqual(await order(test, job.id), [anna, bob]);
  const again = await api.call("POST", `${path}/accept`);
  assert.equal(again.body.accepted_at, taken.body.accepted_at);
});

Deno.test("a comparison that is discarded leaves the ranking, and one of before an edit cannot be taken", async () => {
  await using test = await apiTest();
  const { api, owner, test: { services: { db } } } = test;
  const { job, anna, bob } = await olderRanking(test);
  const path = `/jobs/${job.id}/engine_comparison`;
  assert.equal((await api.call("GET", path)).status, 404);
  assert.equal((await api.call("DELETE", path)).status, 404);
  await compared(test, job.id);
  assert.equal((await api.call("DELETE", path)).status, 204);
  assert.deepEqual(await order(test, job.id), [bob, anna]);

  await compared(test, job.id);
  const { requirementsVersion } = await getJob(owner, db, job.id);
  await db.updateTable("jobs").set({ requirementsVersion: requirementsVersion + 1 })
    .where("id", "=", job.id).execute();
  const refused = await api.call("POST", `${path}/accept`);
  assert.equal(refused.status, 409);
  assert.match(refused.body.detail, /ask for another one/);
  const viewer = await test.addPerson("viewer", "same");
  assert.equal((await viewer.call("POST", path)).status, 403);
  assert.equal((await viewer.call("GET", path)).body.is_outdated, true);
});
