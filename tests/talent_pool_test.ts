import assert from "node:assert/strict";
import { updateCandidate } from "../lib/hiring/candidate_changes.ts";
import { createJob, updateJob } from "../lib/hiring/jobs.ts";
import { mergeCandidates } from "../lib/hiring/merges.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { addFromPool } from "../lib/hiring/pool_adding.ts";
import { MAX_JUDGED, searchPool } from "../lib/hiring/pool_search.ts";
import { addRequirement, removeRequirement } from "../lib/hiring/requirements.ts";
import { listStages } from "../lib/hiring/stages.ts";
import { getPool, startPoolSearch } from "../lib/hiring/talent_pool.ts";
import { Conflict, Forbidden, NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest, until, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\n- Kafka",
};
const OTHER = { title: "Web developer", description: "Requirements:\n- JavaScript" };
const FIRST = { page: 1, itemsPerPage: 50 };

const life = (name: string, ...lines: string[]) =>
  [name, "", "Work experience", "Engineer, Acme, January 2016 - present", ...lines].join("\n");
const FILES = {
  "anna.txt": life("Anna Berg", "- TypeScript services", "- Runs Kafka", "- Tuned PostgreSQL"),
  "bob.txt": life("Bob Vos", "- TypeScript services", "- Postgres"),
  "cor.txt": life("Cor Klein", "- Painted bridges"),
  "dee.txt": life("Dee Smit", "- TypeScript and Kafka"),
};

async function fill(test: ApiTest) {
  const { owner, api, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  const other = await createJob(owner, db, OTHER);
  await api.upload(other.id, FILES);
  await untilRanked(api, other.id);
  const rows = await db.selectFrom("resumes").select(["fileName", "id", "candidateId"]).execute();
  const of = (name: keyof typeof FILES) => {
    const row = rows.find(({ fileName }) => fileName === name);
    assert.ok(row?.candidateId);
    return { resumeId: row.id, personId: row.candidateId };
  };
  return { db, owner, job, other, of };
}

async function look({ owner, test: { services: { db } } }: ApiTest, jobId: string) {
  await startPoolSearch(owner, db, jobId);
  return await until(
    () => getPool(owner, db, jobId, { ...FIRST, isAll: true }),
    ({ search }) => search?.status === "done",
  );
}

Deno.test("getPool() shows who is here already and fits, judged by the job's requirements", async () => {
  await using test = await apiTest();
  const { db, owner, job, other, of } = await fill(test);
  assert.equal((await getPool(owner, db, job.id, FIRST)).search, null);
  const pool = await look(test, job.id);
  const [anna, ...others] = pool.data;
  assert.deepEqual(others.map(({ name }) => name).toSorted(), ["Bob Vos", "Dee Smit"]);
  assert.ok(anna);
  assert.deepEqual(
    [anna.resumeId, anna.personId, anna.job.id, anna.job.title, anna.grade, anna.consent],
    [of("anna.txt").resumeId, of("anna.txt").personId, other.id, OTHER.title, "A", null],
  );
  assert.deepEqual([anna.requiredMet, anna.requiredTotal, anna.strip.length], [3, 3, 3]);
  assert.deepEqual([pool.search?.found, pool.search?.judged, pool.search?.isCut], [3, 3, false]);
  const page = await getPool(owner, db, job.id, { page: 2, itemsPerPage: 2, isAll: true });
  assert.deepEqual([page.data.length, page.totalCount], [1, 3]);
  await addRequirement(owner, db, job.id, { name: "Kubernetes" });
  assert.equal((await getPool(owner, db, job.id, FIRST)).search?.isOutdated, true);

  const stranger = (await test.addPerson("owner", "own")).actor;
  await assert.rejects(getPool(stranger, db, job.id, FIRST), NotFound);
  await assert.rejects(startPoolSearch(stranger, db, job.id), NotFound);
});

Deno.test("the pool leaves out who withdrew, took consent back, or is in the job", async () => {
  await using test = await apiTest();
  const { db, owner, job, of } = await fill(test);
  const { services } = test.test;
  const names = async () =>
    (await getPool(owner, db, job.id, { ...FIRST, isAll: true })).data.map(({ name }) => name);
  await look(test, job.id);
  const rejected = (await listStages(owner, db)).find(({ key }) => key === "rejected");
  assert.ok(rejected);
  await moveResumes(owner, services, {
    resumeIds: [of("dee.txt").resumeId],
    to: { stageId: rejected.id },
    reasonCode: "withdrew",
  });
  assert.deepEqual(await names(), ["Anna Berg", "Bob Vos"]);
  await updateCandidate(owner, db, of("bob.txt").personId, { consent: "given" });
  await updateCandidate(owner, db, of("cor.txt").personId, { consent: "withdrawn" });
  await mergeCandidates(owner, db, {
    keepId: of("bob.txt").personId,
    mergeId: of("cor.txt").personId,
  });
  assert.deepEqual(await names(), ["Anna Berg"]);
  await updateCandidate(owner, db, of("cor.txt").personId, {
    consent: "given",
    consentUntil: "2030-01-01",
  });
  const { data } = await getPool(owner, db, job.id, FIRST);
  assert.deepEqual(data.map(({ consent, consentUntil }) => [consent, consentUntil]), [
    [null, null],
    ["given", "2030-01-01"],
  ]);
  const { resumeIds } = await addFromPool(owner, services, job.id, {
    resumeIds: [of("anna.txt").resumeId],
  });
  assert.equal(resumeIds.length, 1);
  assert.deepEqual(await names(), ["Bob Vos"]);
  assert.deepEqual((await look(test, job.id)).data.map(({ name }) => name), ["Bob Vos"]);
});

Deno.test("addFromPool() copies the résumé, keeps its day and person, and has it judged", async () => {
  await using test = await apiTest();
  const { db, owner, job, of } = await fill(test);
  const { services } = test.test;
  const { resumeId, personId } = of("anna.txt");
  await db.updateTable("resumes").set({ receivedOn: "2026-02-03" }).where("id", "=", resumeId)
    .execute();
  const viewer = (await test.addPerson("viewer", "same")).actor;
  const stranger = (await test.addPerson("owner", "own")).actor;
  const choice = { resumeIds: [resumeId, resumeId] };
  await assert.rejects(addFromPool(viewer, services, job.id, choice), Forbidden);
  await assert.rejects(addFromPool(stranger, services, job.id, choice), NotFound);
  const [one, two] = await Promise.all([
    addFromPool(owner, services, job.id, choice),
    addFromPool(owner, services, job.id, choice),
  ]);
  assert.equal(one.resumeIds.length + two.resumeIds.length, 1);
  assert.equal(one.left + two.left, 1);
  await untilRanked(test.api, job.id);
  const copy = await db.selectFrom("resumes").innerJoin("evaluations", "resumeId", "resumes.id")
    .select(["resumes.id", "candidateId", "receivedOn", "grade", "text"])
    .where("resumes.jobId", "=", job.id).executeTakeFirstOrThrow();
  assert.deepEqual([copy.candidateId, copy.receivedOn, copy.grade], [personId, "2026-02-03", "A"]);
  const original = await test.api.call("GET", `/resumes/${copy.id}/original`);
  assert.equal(original.body, FILES["anna.txt"]);
  await updateJob(owner, db, job.id, { status: "archived" });
  await assert.rejects(addFromPool(owner, services, job.id, choice), Conflict);
});

Deno.test("startPoolSearch() wants requirements, and begins one search at a time", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const empty = await createJob(owner, services.db, JOB);
  for (const { id } of empty.requirements) await removeRequirement(owner, services.db, id);
  await assert.rejects(startPoolSearch(owner, services.db, empty.id), Conflict);
  const job = await createJob(owner, services.db, JOB);
  const viewer = (await test.addPerson("viewer", "same")).actor;
  const first = await startPoolSearch(viewer, services.db, job.id);
  assert.deepEqual(await startPoolSearch(owner, services.db, job.id), first);
  const tasks = await services.db.selectFrom("tasks").select("id")
    .where("name", "=", "search_pool").execute();
  assert.equal(tasks.length, 1);
});

Deno.test("searchPool() judges the best 300, and goes on after a kill", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { db } = services;
  const job = await createJob(owner, db, JOB);
  const other = await createJob(owner, db, OTHER);
  for (let at = 0; at < MAX_JUDGED + 40; at++) {
    const { id } = await db.insertInto("candidates")
      .values({ workspaceId: owner.workspaceId, name: `Person ${at}` }).returning("id")
      .executeTakeFirstOrThrow();
    await db.insertInto("resumes").values({
      workspaceId: owner.workspaceId,
      jobId: other.id,
      candidateId: id,
      fileName: `${at}.txt`,
      contentHash: crypto.getRandomValues(new Uint8Array(32)),
      sizeBytes: 1,
      status: "done",
      text: at < MAX_JUDGED ? FILES["anna.txt"] : FILES["bob.txt"],
    }).execute();
  }
  await startPoolSearch(owner, db, job.id);
  const { id: searchId } = await db.selectFrom("poolSearches").select("id")
    .executeTakeFirstOrThrow();
  const payload = { workspaceId: owner.workspaceId, jobId: job.id, searchId };
  const killed = AbortSignal.abort(new Error("killed"));
  await assert.rejects(searchPool(services, payload, killed), /killed/);
  const half = (await getPool(owner, db, job.id, FIRST)).search;
  assert.deepEqual([half?.status, half?.found, half?.judged], ["judging", MAX_JUDGED, 0]);
  await searchPool(services, payload, new AbortController().signal);
  const { search, totalCount } = await getPool(owner, db, job.id, FIRST);
  assert.deepEqual(
    [search?.status, search?.judged, search?.isCut, totalCount],
    ["done", MAX_JUDGED, true, MAX_JUDGED],
  );
  await searchPool(services, payload, new AbortController().signal);
});
