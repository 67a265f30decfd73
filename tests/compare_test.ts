import assert from "node:assert/strict";
import { compareCandidates, listComparable } from "../lib/hiring/compare.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { type JudgedPerson, makeJudged } from "./harness/judged.ts";
import { visitor } from "./harness/visitor.ts";

const PEOPLE: readonly JudgedPerson[] = [
  {
    name: "Tomás Herrera",
    verdicts: ["YES", "YES", "PARTIAL", "YES"],
    quotes: ["TypeScript since 2016", "PostgreSQL\n  for payments", "read from a queue", "ran it"],
  },
  {
    name: "Sanne de Wit",
    verdicts: ["YES", "YES", "YES", "NO"],
    quotes: ["TypeScript", "PostgreSQL", "RabbitMQ", null],
    flags: ["near_line"],
  },
  { name: "Youssef El Amrani", verdicts: ["YES", "NO", "PARTIAL", "NO"] },
  { name: "Priya Raghunathan", verdicts: ["NO", "NO", "NO", "NO"] },
  { name: "Lars Brekke", verdicts: ["NO", "NO", "NO", "NO"] },
];

async function fill({ owner, test: { services: { db } } }: ApiTest) {
  const made = await makeJudged(owner, db, PEOPLE);
  const four = PEOPLE.slice(0, 4).map(({ name }) => made.of(name));
  return { ...made, four, three: four.slice(0, 3), two: four.slice(0, 2) };
}

Deno.test("compareCandidates() tells where the verdicts differ, with the shortest words", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { job, two, three, of } = await fill(test);
  await moveResumes(owner, services, {
    resumeIds: [of("Tomás Herrera")],
    to: { decision: "shortlisted" },
  });
  const { candidates, requirements, shares } = await compareCandidates(
    owner,
    services.db,
    job.id,
    three.toReversed(),
  );
  assert.deepEqual(candidates.map(({ name }) => name), [
    "Youssef El Amrani",
    "Sanne de Wit",
    "Tomás Herrera",
  ]);
  assert.deepEqual(requirements.map(({ isDifferent }) => isDifferent), [false, true, true, true]);
  const [words, asked] = [0.1, 0.9];
  assert.ok(Math.abs(shares.required + shares.niceToHave - (1 - words)) < 1e-3);
  assert.ok(Math.abs(shares.required - asked * 18 / 22) < 1e-3, "three of weight 6, one of 4");
  const [youssef, sanne, tomas] = candidates;
  assert.deepEqual(
    tomas?.matches[1]?.quote,
    { text: "PostgreSQL for payments", place: 0 },
    "on one line",
  );
  assert.equal(youssef?.matches[1]?.quote, null);
  assert.deepEqual([tomas?.stage.key, sanne?.stage.key], ["shortlisted", "new"]);
  assert.deepEqual(sanne?.flags, ["near_line"]);
  assert.deepEqual([tomas?.requiredMet, tomas?.requiredTotal], [2, 3]);
  const reads = await services.db.selectFrom("auditLog").select(["resumeId", "jobId"])
    .where("action", "=", "evaluation.compared").execute();
  assert.deepEqual(reads.map(({ resumeId }) => resumeId).toSorted(), three.toSorted());
  assert.ok(reads.every(({ jobId }) => jobId === job.id));
  const same = await compareCandidates(owner, services.db, job.id, two);
  assert.deepEqual(same.requirements.map(({ isDifferent }) => isDifferent), [
    false,
    false,
    true,
    true,
  ]);
});

Deno.test("compareCandidates() lays what a person said over the engine's verdict", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, two } = await fill(test);
  const [, , kafka] = job.requirements;
  assert.ok(kafka);
  const override = {
    workspaceId: owner.workspaceId,
    resumeId: two[0] ?? "",
    requirementId: kafka.id,
    requirementName: kafka.name,
    requirementYears: kafka.years,
    verdictBefore: "PARTIAL" as const,
    verdict: "YES" as const,
    reason: "Showed it in the talk",
    userId: owner.userId,
  };
  await db.insertInto("overrides").values(override).execute();
  const { candidates: [tomas], requirements } = await compareCandidates(owner, db, job.id, two);
  assert.equal(tomas?.matches[2]?.verdict, "YES");
  assert.deepEqual(tomas?.matches[2]?.change, {
    reason: "Showed it in the talk",
    userName: "Olga Owner",
  });
  assert.equal(requirements[2]?.isDifferent, false);
  await db.updateTable("overrides").set({ requirementName: "Something else" }).execute();
  const lapsed = await compareCandidates(owner, db, job.id, two);
  assert.deepEqual(
    [lapsed.candidates[0]?.matches[2]?.verdict, lapsed.candidates[0]?.matches[2]?.change],
    ["PARTIAL", null],
  );
});

Deno.test("compareCandidates() shows who is not judged yet without a verdict", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, two } = await fill(test);
  await db.updateTable("resumes").set({ status: "judging" }).where("id", "=", two[0] ?? "")
    .execute();
  const { candidates: [tomas], requirements } = await compareCandidates(owner, db, job.id, two);
  assert.deepEqual([tomas?.score, tomas?.grade, tomas?.matches], [null, null, []]);
  assert.ok(requirements.every(({ isDifferent }) => !isDifferent));
});

Deno.test("compareCandidates() reaches no other job and no other workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, two } = await fill(test);
  const other = await fill(test);
  const stranger = await test.addPerson("owner", "own");
  const read = (...[actor, jobId, ids]: [typeof owner, string, string[]]) =>
    compareCandidates(actor, db, jobId, ids);
  await assert.rejects(read(owner, job.id, [two[0] ?? "", other.two[0] ?? ""]), NotFound);
  await assert.rejects(read(stranger.actor, job.id, two), NotFound);
  await assert.rejects(read(owner, crypto.randomUUID(), two), NotFound);
  const reads = await db.selectFrom("auditLog").select("id")
    .where("action", "=", "evaluation.compared").execute();
  assert.equal(reads.length, 0, "what was refused was not read");
});

Deno.test("listComparable() offers the others, best first, by name or word", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, two } = await fill(test);
  const offer = async (find?: string, count = 10) => {
    const { others, totalCount } = await listComparable(owner, db, job.id, {
      chosen: two,
      find,
      count,
    });
    return [others.map(({ name }) => name.split(" ")[0]).join(), totalCount];
  };
  assert.deepEqual(await offer(), ["Youssef,Lars,Priya", 3]);
  assert.deepEqual(await offer(undefined, 1), ["Youssef", 3]);
  assert.deepEqual(await offer("brekke"), ["Lars", 1]);
  assert.deepEqual(await offer("herrera"), ["", 0]);
});

Deno.test("GET /jobs/{id}/compare answers two to four, and says what else is wrong", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { job, four } = await fill(test);
  const get = (ids: readonly string[]) =>
    api.call("GET", `/jobs/${job.id}/compare?resumes=${ids.join(",")}`);
  const { status, body } = await get(four);
  assert.equal(status, 200);
  assert.equal(body.candidates.length, 4);
  assert.equal(body.candidates[0].matches[2].match, "PARTIAL");
  assert.equal(body.requirements[0].is_different, true);
  for (const ids of [[], four.slice(0, 1), [...four, crypto.randomUUID()], [four[0], four[0]]]) {
    const refused = await get(ids as string[]);
    assert.equal(refused.status, 422, JSON.stringify(ids));
    assert.match(refused.body.errors[0].pointer, /^\/resumes/);
  }
});

Deno.test("the page of a comparison helps who chose too few or too many", async () => {
  await using test = await apiTest({ worker: false });
  const { job, ids, two } = await fill(test);
  const { open } = await visitor(test, "olga");
  const read = async (resumes: readonly string[]) => {
    const query = resumes.map((id) => `resume=${id}`).join("&");
    const answer = await open(`/jobs/${job.id}/compare?${query}`);
    return { status: answer.status, html: await answer.text() };
  };
  assert.match((await read([])).html, /Choose at least two/);
  assert.match((await read(two.slice(0, 1))).html, /Tomás Herrera is chosen/);
  assert.match((await read([...ids.values()])).html, /5 are chosen/);
  assert.match((await read(two)).html, /Compare two candidates/);
  assert.equal((await read([two[0] ?? "", crypto.randomUUID()])).status, 404);
  assert.equal((await read(["x", "y"])).status, 404);
  const stranger = await test.addPerson("owner", "own");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", stranger.actor.userId ?? "").executeTakeFirstOrThrow();
  const other = await visitor(test, username);
  for (const query of ["", `?resume=${two.join("&resume=")}`]) {
    const refused = await other.open(`/jobs/${job.id}/compare${query}`);
    await refused.body?.cancel();
    assert.equal(refused.status, 404);
  }
});
