import { sql } from "kysely";
import assert from "node:assert/strict";
import { moveResumes, undoMoves } from "../lib/hiring/moves.ts";
import { getReport, type Report } from "../lib/hiring/reports.ts";
import { listStages } from "../lib/hiring/stages.ts";
import type { StageKey } from "../lib/hiring/states.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { type JudgedPerson, makeJudged } from "./harness/judged.ts";
import { visitor } from "./harness/visitor.ts";

const DAY_MS = 86_400_000;

/** People of whom the n-th came in n days ago. */
function people(count: number): JudgedPerson[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `Person ${n}`,
    verdicts: ["YES", n % 2 ? "YES" : "NO", n % 3 ? "YES" : "NO", "NO"],
    receivedAt: new Date(Date.now() - n * DAY_MS - 60_000),
  }));
}

/** A job of twelve, and how to move them so many hours after they came in. */
async function fill({ owner, test: { services } }: ApiTest, count = 12) {
  const made = await makeJudged(owner, services.db, people(count));
  const stages = await listStages(owner, services.db);
  const stage = (key: StageKey) => stages.find((one) => one.key === key)?.id ?? "";
  const move = async (from: number, to: number, key: StageKey, hours: number) => {
    const resumeIds = people(count).slice(from, to).map(({ name }) => made.of(name));
    const { batchId } = await moveResumes(owner, services, {
      resumeIds,
      to: { stageId: stage(key) },
      ...(key === "rejected" ? { reasonCode: "less_experience" as const } : {}),
    });
    await sql`
      update moves m set created_at = r.created_at + make_interval(hours => ${hours})
      from resumes r where r.id = m.resume_id and m.batch_id = ${batchId}`.execute(services.db);
  };
  return { ...made, stage, move };
}

function funnelOf({ funnel }: Report): Record<string, [number, number]> {
  return Object.fromEntries(
    funnel.map(({ stage, reached, now }) => [stage.key, [reached, now]]),
  );
}

Deno.test("getReport() counts who ever stood in a stage, and who stands there", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { job, of, stage, move } = await fill(test);
  await move(0, 6, "shortlisted", 10);
  await move(0, 3, "interview", 30);
  await move(0, 1, "hired", 60);
  await move(8, 12, "rejected", 5);
  const undone = await moveResumes(owner, services, {
    resumeIds: [of("Person 6"), of("Person 7")],
    to: { stageId: stage("offer") },
  });
  await undoMoves(owner, services, undone.batchId);
  const report = await getReport(owner, services.db, { period: "all" });
  assert.equal(report.received, 12);
  assert.deepEqual(funnelOf(report), {
    new: [12, 2],
    shortlisted: [6, 3],
    interview: [3, 2],
    offer: [0, 0],
    hired: [1, 1],
    rejected: [4, 4],
  });
  const now = report.funnel.reduce((sum, one) => sum + one.now, 0);
  assert.equal(now, report.received, "everybody stands somewhere");
  assert.deepEqual(report.refusals, [{ reasonCode: "less_experience", count: 4 }]);
  assert.deepEqual(
    report.jobs.map(({ id, received }) => [id, received]),
    [[job.id, 12]],
  );
});

Deno.test("getReport() tells how long those who left a stage had stood there", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { move } = await fill(test);
  for (let n = 0; n < 11; n++) await move(n, n + 1, "shortlisted", n + 1);
  await move(0, 2, "interview", 25);
  const { times } = await getReport(owner, db, { period: "all" });
  const of = (key: StageKey) => times.find(({ stage }) => stage.key === key);
  const first = of("new");
  assert.equal(first?.left, 11);
  assert.equal(Math.round((first?.medianSeconds ?? 0) / 3600), 6, "of 1 to 11 hours");
  assert.equal(Math.round((first?.slowSeconds ?? 0) / 3600), 10);
  const second = of("shortlisted");
  assert.equal(second?.left, 2);
  assert.equal(Math.round((second?.medianSeconds ?? 0) / 360), 235, "23.5 hours: 24 and 23");
  assert.equal(second?.slowSeconds, null, "two are too few");
  assert.deepEqual(
    [of("hired")?.left, of("hired")?.medianSeconds, of("hired")?.slowSeconds],
    [0, null, null],
  );
});

Deno.test("getReport() keeps to its period and its job", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const one = await fill(test, 40);
  const two = await fill(test, 5);
  const received = async (query: Parameters<typeof getReport>[2]) =>
    (await getReport(owner, db, query)).received;
  assert.equal(await received({ period: "all" }), 45);
  assert.equal(await received({ period: "30" }), 35);
  assert.equal(await received({ period: "30", job: two.job.id }), 5);
  assert.equal(await received({ period: "90", job: one.job.id }), 40);
  const { grades, jobs } = await getReport(owner, db, { period: "all" });
  assert.equal(Object.values(grades).reduce((sum, count) => sum + count), 45);
  assert.deepEqual(jobs.map((job) => job.received), [40, 5]);
});

Deno.test("getReport() tells where people disagree with the engine, and to which side", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, of } = await fill(test);
  const [typescript, postgres] = job.requirements;
  assert.ok(typescript && postgres);
  const say = async (
    n: number,
    requirement: typeof typescript,
    before: "YES" | "NO",
    verdict: "YES" | "PARTIAL" | "NO",
    more: { undoneAt?: Date; requirementName?: string } = {},
  ) => {
    await db.insertInto("overrides").values({
      workspaceId: owner.workspaceId,
      resumeId: of(`Person ${n}`),
      requirementId: requirement.id,
      requirementName: requirement.name,
      requirementYears: requirement.years,
      verdictBefore: before,
      verdict,
      reason: "As told",
      userId: owner.userId,
      ...more,
    }).execute();
  };
  await say(0, postgres, "NO", "YES");
  await say(2, postgres, "NO", "PARTIAL");
  await say(1, postgres, "YES", "PARTIAL");
  await say(4, postgres, "NO", "NO");
  await say(6, postgres, "NO", "YES", { undoneAt: new Date() });
  await say(8, postgres, "NO", "YES", { requirementName: "Another question" });
  const all = await getReport(owner, db, { period: "all" });
  assert.deepEqual([all.overrides.judged, all.overrides.changed], [48, 3]);
  assert.deepEqual(
    all.overrides.requirements.map(({ name, judged, changed, up, down }) => [
      name,
      judged,
      changed,
      up,
      down,
    ]),
    [["PostgreSQL", 12, 3, 2, 1]],
  );
  const own = await getReport(owner, db, { period: "all", job: job.id });
  assert.equal(own.overrides.requirements.length, 4, "of one job, all that were judged");
  assert.deepEqual(own.job, { id: job.id, title: job.title });
});

Deno.test("getReport() of a workspace without résumés is all zeros", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const report = await getReport(owner, db, { period: "90" });
  assert.equal(report.received, 0);
  assert.deepEqual(report.overrides, { judged: 0, changed: 0, requirements: [] });
  assert.ok(report.funnel.every(({ reached, now }) => reached === 0 && now === 0));
});

Deno.test("the page of reports says what to do while there is nothing to report", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { open } = await visitor(test, "olga");
  const read = async (path: string) => await (await open(path)).text();
  assert.match(await read("/reports"), /No résumé came in.*Show all time/s);
  assert.match(await read("/reports?period=all"), /Reports begin with the first résumé/);
  const { job } = await makeJudged(owner, db, []);
  assert.match(await read(`/reports?job=${job.id}&period=all`), /No résumé came in/);
});

Deno.test("a report counts no other workspace, and its job is not there", async () => {
  await using test = await apiTest({ worker: false });
  const { test: { services: { db } } } = test;
  const { job } = await fill(test);
  const stranger = await test.addPerson("owner", "own");
  assert.equal((await getReport(stranger.actor, db, { period: "all" })).received, 0);
  await assert.rejects(
    getReport(stranger.actor, db, { period: "all", job: job.id }),
    NotFound,
  );
  assert.equal((await stranger.call("GET", `/reports?job=${job.id}`)).status, 404);
  const viewer = await test.addPerson("viewer", "same");
  const { status, body } = await viewer.call("GET", `/reports?job=${job.id}&period=all`);
  assert.deepEqual([status, body.received], [200, 12]);
  assert.equal((await viewer.call("GET", "/reports?period=7")).status, 422);
});

Deno.test("the page of reports has a picture, a table and a CSV for each part", async () => {
  await using test = await apiTest({ worker: false });
  const { test: { services: { db } } } = test;
  const { job, move } = await fill(test);
  await move(0, 4, "rejected", 5);
  const { open } = await visitor(test, "olga");
  const html = await (await open("/reports?job=&period=all")).text();
  assert.match(html, /12 résumés received since the beginning, all jobs/);
  assert.match(html, /aria-label="New: 12 ever, 8 now; [^"]*Rejected: 4 ever, 4 now\."/);
  assert.match(html, /Less experience than others/);
  for (const table of ["funnel", "jobs", "times", "grades", "refusals", "overrides"]) {
    assert.ok(html.includes(`/reports/${table}.csv?period=all`), table);
    const answer = await open(`/reports/${table}.csv?period=all`);
    assert.equal(answer.status, 200, table);
    assert.match(await answer.text(), /^\uFEFF?\p{L}/u, table);
  }
  const funnel = await (await open(`/reports/funnel.csv?job=${job.id}&period=all`)).text();
  assert.equal(funnel.replace(/^\uFEFF/, "").split("\r\n")[1], "New,12,8");
  const small = await (await open("/reports?period=all&job=" + (await fill(test, 3)).job.id))
    .text();
  assert.match(small, /about 3 résumés alone/);
  for (const wrong of ["/reports?period=7", "/reports?job=x", "/reports/nothing.csv"]) {
    const answer = await open(wrong);
    await answer.body?.cancel();
    assert.equal(answer.status, 404, wrong);
  }
  const reads = await db.selectFrom("auditLog").select("details")
    .where("action", "=", "report.exported").orderBy("id").execute();
  assert.equal(reads.length, 7);
  assert.deepEqual(reads[0]?.details, { table: "funnel", period: "all", resumes: 12 });
});
