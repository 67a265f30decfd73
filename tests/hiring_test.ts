import fc from "fast-check";
import assert from "node:assert/strict";
import { createJobFromFile } from "../lib/hiring/job_files.ts";
import { deleteJob, describeDeletion } from "../lib/hiring/job_deletion.ts";
import { evaluateOutdatedJobs } from "../lib/hiring/judging.ts";
import { createJob, getJob, updateJob } from "../lib/hiring/jobs.ts";
import { getRanking, type RankingQuery, RankingSort } from "../lib/hiring/ranking.ts";
import {
  addRequirement,
  removeRequirement,
  rereadRequirements,
  restoreRequirement,
  updateRequirement,
} from "../lib/hiring/requirements.ts";
import { countResumes, removeResume } from "../lib/hiring/resumes.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import { Conflict, NotFound } from "../lib/platform/errors.ts";
import { compareRanked } from "../lib/talent/rank.ts";
import { ENGINE_VERSION } from "../lib/talent/version.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import { apiTest, until, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\nNice to have:\n- Kubernetes",
};

function fileOf(fileName: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  return {
    fileName,
    bytes,
    sizeBytes: bytes.length,
    hash: crypto.getRandomValues(new Uint8Array(32)),
  };
}

Deno.test("createJobFromFile() leaves the reading to a worker", async () => {
  await using test = await apiTest();
  const { owner, test: { services } } = test;
  const input = { title: JOB.title, file: fileOf("job.txt", JOB.description) };
  const made = await createJobFromFile(owner, services, input);
  assert.deepEqual([made.descriptionStatus, made.description], ["reading", null]);
  await assert.rejects(rereadRequirements(owner, services.db, made.id), Conflict);
  const job = await until(
    () => getJob(owner, services.db, made.id),
    ({ descriptionStatus }) => descriptionStatus !== "reading",
  );
  assert.equal(job.description, JOB.description);
  assert.deepEqual(job.requirements.map(({ name }) => name), [
    "TypeScript",
    "PostgreSQL",
    "Kubernetes",
  ]);
});

Deno.test("createJobFromFile() says why a file cannot be read, and takes a text instead", async () => {
  await using test = await apiTest();
  const { owner, test: { services } } = test;
  const codes: Record<string, string> = {
    "%PDF-1.4 nothing": "corrupt",
    "short": "empty",
    ["x".repeat(70_000)]: "too_much_text",
  };
  for (const [text, code] of Object.entries(codes)) {
    const input = { title: JOB.title, file: fileOf("job.txt", text) };
    const { id } = await createJobFromFile(owner, services, input);
    const job = await until(
      () => getJob(owner, services.db, id),
      ({ descriptionStatus }) => descriptionStatus === "failed",
    );
    assert.equal(job.descriptionError?.code, code);
    const mended = await updateJob(owner, services.db, id, { description: JOB.description });
    assert.deepEqual([mended.descriptionStatus, mended.descriptionError], ["ready", null]);
    const read = await rereadRequirements(owner, services.db, id);
    assert.equal(read.length, 3);
  }
});

Deno.test("rereadRequirements() keeps what a person added and changed", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  const [typescript, postgres] = job.requirements;
  assert.ok(typescript && postgres);
  const own = await addRequirement(owner, db, job.id, { name: "Sense of humour" });
  await updateRequirement(owner, db, typescript.id, { years: 7, importance: 5 });
  await removeRequirement(owner, db, postgres.id);
  await assert.rejects(removeRequirement(owner, db, postgres.id), NotFound);
  const description = JOB.description.replace("Kubernetes", "Docker");
  await updateJob(owner, db, job.id, { description });
  const read = await rereadRequirements(owner, db, job.id);
  assert.deepEqual(read.map(({ name }) => name).toSorted(), [
    "Docker",
    "PostgreSQL",
    "Sense of humour",
    "TypeScript",
  ]);
  const again = read.find(({ id }) => id === typescript.id);
  assert.deepEqual([again?.years, again?.importance], [7, 5]);
  assert.ok(read.some(({ id }) => id === own.id));
  await restoreRequirement(owner, db, postgres.id);
  await assert.rejects(restoreRequirement(owner, db, postgres.id), NotFound);
});

Deno.test("describeDeletion() counts what deleteJob() takes, and that is all it takes", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const [one, two] = await Promise.all([JOB, JOB].map((job) => createJob(owner, services.db, job)));
  assert.ok(one && two);
  const files = { "a.txt": "Anna One\nTypeScript", "b.txt": "Bob Two\nTypeScript" };
  await Promise.all([api.upload(one.id, files), api.upload(two.id, files)]);
  await Promise.all([untilRanked(api, one.id), untilRanked(api, two.id)]);
  // Anna's résumé for the second job is known to be hers.
  const anna = await services.db.selectFrom("resumes").select(["id", "candidateId"])
    .where("jobId", "=", one.id).where("fileName", "=", "a.txt").executeTakeFirstOrThrow();
  await services.db.updateTable("resumes").set({ candidateId: anna.candidateId })
    .where("jobId", "=", two.id).where("fileName", "=", "a.txt").execute();
  assert.deepEqual(await describeDeletion(owner, services.db, one.id), {
    requirements: 3,
    resumes: 2,
    candidates: 1,
    overrides: 0,
  });
  await deleteJob(owner, services, one.id);
  assert.deepEqual(await countResumes(owner, services.db, two.id), {
    waiting: 0,
    reading: 0,
    judging: 0,
    done: 2,
    failed: 0,
    total: 2,
  });
  const left = await services.db.selectFrom("candidates").select("id").execute();
  assert.ok(left.some(({ id }) => id === anna.candidateId));
  await assert.rejects(deleteJob(owner, services, one.id), NotFound);
  const documents = await services.db.selectFrom("documents").select("key").execute();
  assert.equal(documents.length, 2);
});

Deno.test("removeResume() of one under way leaves its task nothing to do", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const job = await createJob(owner, services.db, JOB);
  for (let n = 0; n < 10; n++) {
    const { body } = await api.upload(job.id, { [`${n}.txt`]: `Person ${n}` });
    await removeResume(owner, services, body.data[0].id);
  }
  await until(
    () => services.db.selectFrom("tasks").select("id").where("state", "<>", "done").execute(),
    (open) => open.length === 0,
  );
  for (const table of ["resumes", "candidates", "documents", "evaluations"] as const) {
    const rows = await services.db.selectFrom(table).select("createdAt").execute();
    assert.equal(rows.length, 0, table);
  }
});

Deno.test("a résumé whose every try failed is shown as failed, and may be tried again", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const job = await createJob(owner, db, JOB);
  const { body } = await api.upload(job.id, { "a.txt": "Anna One\nTypeScript" });
  const [{ id }] = body.data;
  const lost = await db.deleteFrom("documents").returningAll().executeTakeFirstOrThrow();

  const stopping = new AbortController();
  const working = runWorker(services, { signal: stopping.signal, registry });
  try {
    const failed = await until(
      () => api.call("GET", `/resumes/${id}`),
      ({ body }) => body.status === "failed",
    );
    assert.equal(failed.body.error.code, "internal");
    assert.match(failed.body.error.detail, /Try again/);
    const parked = await until(
      () =>
        db.selectFrom("tasks").select(["state", "failures", "error"])
          .where("name", "=", "read_resume").executeTakeFirstOrThrow(),
      ({ state }) => state === "parked",
    );
    assert.equal(parked.failures, 5);
    assert.match(parked.error ?? "", /bytes/);

    await db.insertInto("documents").values(lost).execute();
    assert.equal((await api.call("POST", `/resumes/${id}/retry`)).status, 202);
    assert.equal((await untilRanked(api, job.id)).resumes.done, 1);
  } finally {
    stopping.abort();
    await working;
  }
});

Deno.test("evaluateOutdatedJobs() leaves what an older engine judged, until a person takes the new", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await api.upload(job.id, { "a.txt": "Anna One\nTypeScript" });
  await untilRanked(api, job.id);
  assert.equal(await evaluateOutdatedJobs(db), 0);
  await db.updateTable("evaluations").set({ engineVersion: "0.9.0", score: 0.123 }).execute();
  assert.equal(await evaluateOutdatedJobs(db), 0);
  await db.insertInto("engineComparisons").values({
    workspaceId: owner.workspaceId,
    jobId: job.id,
    requirementsVersion: job.requirementsVersion,
    engineVersion: ENGINE_VERSION,
    status: "done",
    acceptedAt: new Date(),
  }).execute();
  assert.equal(await evaluateOutdatedJobs(db), 1);
  await until(
    () => getRanking(owner, db, job.id, { page: 1, itemsPerPage: 10 }),
    ({ data }) => data[0]?.score !== 0.123,
  );
});

Deno.test("loadSample() loads once, also when two press the button", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const [first, second] = await Promise.all([
    loadSample(owner, services),
    loadSample(owner, services),
  ]);
  assert.equal(first.jobs + second.jobs, 3);
  assert.ok(first.resumes + second.resumes >= 24);
  assert.deepEqual(first.jobIds, second.jobIds);
  const again = await loadSample(owner, services);
  assert.deepEqual([again.jobs, again.resumes, again.jobIds], [0, 0, first.jobIds]);
  for (const id of first.jobIds) {
    const job = await untilRanked(api, id);
    assert.ok(job.is_sample);
    assert.equal(job.resumes.failed, 0);
    assert.ok(job.resumes.done >= 5, `${job.title}: ${job.resumes.done}`);
    assert.ok(job.requirements.length >= 5, `${job.title}: ${job.requirements.length}`);
  }
});

const grades = ["A", "B", "C", "D"] as const;
const rowArb = fc.record({
  fileName: fc.constantFrom("a.txt", "B.txt", "é.pdf", "z.docx", "ab.txt"),
  score: fc.option(fc.constantFrom(0.5, 0.64, 0.8), { nil: null }),
  rawScore: fc.constantFrom(0.5, 0.7, 0.9),
  requiredMet: fc.integer({ min: 0, max: 3 }),
  requiredTotal: fc.constantFrom(0, 3, 4),
  grade: fc.constantFrom(...grades),
  isFlagged: fc.boolean(),
  name: fc.constantFrom("Noor Kaya", "noor de Boer", "Sanne Visser", null),
});

const FILTERS: readonly Omit<RankingQuery, "page" | "itemsPerPage" | "cursor">[] = [
  { flag: "near_line" },
  { q: "B.T" },
  { q: "noor" },
  { grade: ["B"], q: "noor" },
  { decision: "undecided" },
  { updatedSince: "2000-01-01T00:00:00Z" },
  { updatedSince: "2100-01-01T00:00:00Z" },
];

Deno.test("getRanking() orders as the engine does, whatever is filtered, sorted and paged", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const rows = fc.sample(rowArb, { numRuns: 60, seed: 7 });
  const { id: jobId } = await createJob(owner, db, JOB);
  const { workspaceId } = owner;
  const hashes = new Map<string, string>();
  for (const { fileName, name, isFlagged, score, rawScore, grade, ...met } of rows) {
    const textHash = crypto.getRandomValues(new Uint8Array(32));
    const candidate = name === null ? null : await db.insertInto("candidates")
      .values({ workspaceId, name }).returning("id").executeTakeFirstOrThrow();
    const { id } = await db.insertInto("resumes").values({
      workspaceId,
      jobId,
      candidateId: candidate?.id ?? null,
      fileName,
      textHash,
      contentHash: textHash,
      sizeBytes: 1,
      status: "done",
    }).returning("id").executeTakeFirstOrThrow();
    hashes.set(id, textHash.toHex());
    await db.insertInto("evaluations").values({
      workspaceId,
      jobId,
      resumeId: id,
      requirementsVersion: 1,
      engineVersion: "1.0.0",
      score,
      rawScore: score === null ? null : rawScore,
      grade: score === null ? null : grade,
      ...met,
      flags: isFlagged ? ["near_line"] : [],
      matches: [],
      summary: { strip: [], strength: null, gap: null },
    }).execute();
  }
  const all = await getRanking(owner, db, jobId, { page: 1, itemsPerPage: 1000 });
  assert.equal(all.totalCount, 60);
  const expected = all.data.toSorted((a, b) => compareRanked(ranked(a), ranked(b)));
  assert.deepEqual(all.data, expected);
  const scored = all.data.filter(({ score }) => score !== null);
  assert.deepEqual(scored.map(({ rank }) => rank), scored.map((_, at) => at + 1));

  const paged = [];
  for (let page = 1;; page++) {
    const part = await getRanking(owner, db, jobId, { page, itemsPerPage: 7 });
    paged.push(...part.data);
    assert.equal(part.totalCount, 60);
    if (!part.hasMore) break;
  }
  assert.deepEqual(paged, all.data);
  const behind = await getRanking(owner, db, jobId, { page: 99, itemsPerPage: 7 });
  assert.deepEqual([behind.data, behind.totalCount, behind.hasMore], [[], 60, false]);

  const query = { page: 1, itemsPerPage: 100 };
  const flagged = await getRanking(owner, db, jobId, { ...query, flag: "near_line" });
  const isFlagged = (row: typeof all.data[number]) => row.flags.length > 0;
  assert.deepEqual(flagged.data, all.data.filter(isFlagged));
  const graded = await getRanking(owner, db, jobId, { ...query, grade: ["A", "C"] });
  assert.deepEqual(graded.data, all.data.filter(({ grade }) => grade === "A" || grade === "C"));
  const named = await getRanking(owner, db, jobId, { ...query, q: "B.T" });
  assert.deepEqual(named.data, all.data.filter(({ fileName }) => /b\.t/i.test(fileName)));
  const last = await getRanking(owner, db, jobId, { ...query, isReversed: true });
  assert.deepEqual(
    last.data.filter(({ score }) => score !== null),
    scored.toReversed(),
  );
  assert.equal(last.data.at(-1)?.score, null, "those without a score stay last");

  // A part of any view has the rows of the whole ranking, places included, whichever way it is read.
  const known = new Map(all.data.map((row) => [row.resumeId, row]));
  for (const sort of RankingSort.options) {
    for (const filter of FILTERS) {
      for (const isReversed of [false, true]) {
        const view = { ...filter, sort, isReversed };
        const { data } = await getRanking(owner, db, jobId, { ...query, ...view });
        assert.deepEqual(data, data.map(({ resumeId }) => known.get(resumeId)));
        const byPage = [];
        const byCursor = [];
        for (let page = 1, cursor: string | undefined; byPage.length < data.length; page++) {
          const part = { ...view, page, itemsPerPage: 4 };
          byPage.push(...(await getRanking(owner, db, jobId, part)).data);
          const next = await getRanking(owner, db, jobId, { ...part, page: 1, cursor });
          byCursor.push(...next.data);
          cursor = next.nextCursor ?? undefined;
        }
        assert.deepEqual(byPage, data, JSON.stringify(view));
        assert.deepEqual(byCursor, data, JSON.stringify(view));
      }
    }
  }

  function ranked(row: typeof all.data[number]) {
    return {
      score: row.score,
      rawScore: row.rawScore,
      requiredMet: row.requiredMet ?? 0,
      requiredTotal: row.requiredTotal ?? 0,
      fileName: row.fileName,
      textHash: hashes.get(row.resumeId) ?? "",
    };
  }
});
