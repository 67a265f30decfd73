import assert from "node:assert/strict";
import { createJobFromFile } from "../lib/hiring/job_files.ts";
import { listDepartments, listJobs } from "../lib/hiring/job_list.ts";
import { archiveJob, confirmJob, createJob, getJob, reopenJob } from "../lib/hiring/jobs.ts";
import { Forbidden, NotFound } from "../lib/platform/errors.ts";
import { apiTest, type Json } from "./harness/api.ts";

const JOB = { title: "Tram driver", description: "Requirements:\n- Driving licence B\n- Dutch" };
const PAGE = { page: 1, itemsPerPage: 10 };

Deno.test("a job that a person makes is a draft until they confirm it or a résumé comes", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services: { db } } } = test;
  const draft = await createJob(owner, db, JOB, { isDraft: true });
  const other = await createJob(owner, db, JOB, { isDraft: true });
  assert.equal(draft.status, "draft");
  await confirmJob(owner, db, draft.id);
  await confirmJob(owner, db, draft.id);
  assert.equal((await getJob(owner, db, draft.id)).status, "open");
  const entries = await db.selectFrom("auditLog").select("action")
    .where("jobId", "=", draft.id).orderBy("id").execute();
  assert.deepEqual(entries.map(({ action }) => action), ["job.created", "job.confirmed"]);

  assert.equal((await api.upload(other.id, { "a.txt": "Anna" })).status, 202);
  assert.equal((await getJob(owner, db, other.id)).status, "open");

  const third = await createJob(owner, db, JOB, { isDraft: true });
  await archiveJob(owner, db, third.id);
  assert.equal((await getJob(owner, db, third.id)).status, "archived");
  await reopenJob(owner, db, third.id);
  const ids = async (status: "draft" | "open" | "archived") =>
    (await listJobs(owner, db, { ...PAGE, status })).data.map(({ id }) => id).toSorted();
  assert.deepEqual(await ids("draft"), [third.id]);
  assert.deepEqual(await ids("open"), [draft.id, other.id].toSorted());
  assert.deepEqual(await ids("archived"), []);
});

Deno.test("a job that a program makes is open at once; a file makes a draft", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services } } = test;
  const place = { place: "Zwolle", department: "Tram and bus" };
  const made = await api.call("POST", "/jobs", { json: { ...JOB, ...place } });
  assert.equal(made.status, 201);
  const { status, place: where, department } = made.body;
  assert.deepEqual([status, where, department], ["open", "Zwolle", "Tram and bus"]);
  const patched = await api.call("PATCH", `/jobs/${made.body.id}`, {
    json: { place: null, department: "Rail" },
  });
  assert.deepEqual([patched.body.place, patched.body.department], [null, "Rail"]);
  const long = await api.call("PATCH", `/jobs/${made.body.id}`, {
    json: { department: "x".repeat(101) },
  });
  assert.equal(long.status, 422);
  assert.equal(long.body.errors[0].pointer, "/department");

  const bytes = new TextEncoder().encode(JOB.description);
  const file = { fileName: "a.txt", bytes, sizeBytes: bytes.length, hash: new Uint8Array(32) };
  const draft = await createJobFromFile(owner, services, { title: "Conductor", file });
  assert.equal(draft.status, "draft");
  const drafts = await api.call("GET", "/jobs?status=draft");
  assert.deepEqual(drafts.body.data.map(({ title }: Json) => title), ["Conductor"]);
  assert.deepEqual(await listDepartments(owner, services.db), ["Rail"]);
});

Deno.test("confirmJob() is refused to a viewer and to another workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { id } = await createJob(owner, db, JOB, { isDraft: true });
  const viewer = await test.addPerson("viewer", "same");
  const stranger = await test.addPerson("owner", "own");
  await assert.rejects(confirmJob(viewer.actor, db, id), Forbidden);
  await assert.rejects(confirmJob(stranger.actor, db, id), NotFound);
  assert.deepEqual(await listDepartments(stranger.actor, db), []);
  assert.equal((await getJob(owner, db, id)).status, "draft");
});
