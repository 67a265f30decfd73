import assert from "node:assert/strict";
import { sql } from "kysely";
import { storageUse } from "../lib/accounts/stored_bytes.ts";
import { setWorkspaceTier } from "../lib/accounts/user_tiers.ts";
import { deleteJob } from "../lib/hiring/job_deletion.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import type { Db } from "../lib/platform/database.ts";
import { migrate, rollback } from "../lib/platform/migrate.ts";
import { type ApiTest, apiTest, type Json, until } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";

/** Gives the owner's workspace a tier whose files may have so many bytes. */
async function limitTo({ api, owner, test }: ApiTest, storage_bytes: number | null): Promise<void> {
  const { body, status } = await api.call("POST", "/tier", {
    json: { name: "small", storage_bytes },
  });
  assert.deepEqual([status, body.storage_bytes], [201, storage_bytes]);
  await setWorkspaceTier(owner, test.services.db, owner.workspaceId, { tierId: body.id });
}

/** Text files of exactly so many bytes. */
function fileOf(name: string, bytes: number): Record<string, string> {
  return { [`${name}.txt`]: `${name}\nCook, Acme\n2019 - present\n`.padEnd(bytes, "x") };
}

/** What is counted, and what all rows add up to. */
async function counted({ test: { services }, owner }: ApiTest): Promise<[number, number]> {
  const { own } = await storageUse(services.db, services.config, owner.workspaceId);
  const { rows: [row] } = await sql<{ sum: number }>`
    select coalesce(sum(size_bytes), 0)::integer as sum from documents
    where workspace_id = ${owner.workspaceId}`.execute(services.db);
  return [own.usedBytes, row?.sum ?? 0];
}

/** Waits until a résumé is read. */
async function untilRead({ api }: ApiTest, id: string): Promise<Json> {
  const { body } = await until(
    () => api.call("GET", `/resumes/${id}`),
    ({ body: { status } }) => status === "done",
  );
  return body;
}

async function makeJob({ api }: ApiTest): Promise<string> {
  return (await api.call("POST", "/jobs", { json: JOB })).body.id;
}

Deno.test("a file for which there is no room is refused with what is used and allowed", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  await limitTo(test, 1000);
  const job = await makeJob(test);
  assert.equal((await api.upload(job, fileOf("Anna", 600))).status, 202);
  const over = await api.upload(job, { ...fileOf("Bob", 300), ...fileOf("Carl", 101) });
  assert.equal(over.status, 413);
  assert.equal(over.headers.get("content-type"), "application/problem+json");
  assert.deepEqual(
    [over.body.type, over.body.used_bytes, over.body.allowed_bytes],
    ["/problems/storage_full", 900, 1000],
  );
  assert.match(over.body.detail, /^Of 2 files the first 1 were taken: .*900 of the 1000 bytes/);
  assert.deepEqual(await counted(test), [900, 900]);

  // The same file is there already, and needs no room; the last byte may be taken.
  const again = await api.upload(job, fileOf("Anna", 600));
  assert.deepEqual([again.status, again.body.data[0].duplicate], [202, true]);
  assert.equal((await api.upload(job, fileOf("Dora", 100))).status, 202);
  assert.deepEqual(await counted(test), [1000, 1000]);
  const { body: { storage } } = await api.call("GET", "/usage");
  assert.deepEqual(storage, { used_bytes: 1000, quota_bytes: 1000, remaining_bytes: 0 });

  // A picture of feedback is a file too, and what was written goes with it.
  const form = new FormData();
  form.set("title", "Look");
  form.set("text", "Here it is");
  form.set("screenshot", new File([PNG], "screen.png"));
  const told = await api.call("POST", "/feedback", { body: form });
  assert.deepEqual([told.status, told.body.type], [413, "/problems/storage_full"]);
  const { body: feedback } = await api.call("GET", "/feedback");
  assert.equal(feedback.total_count, 0);

  // A superuser lets more in; to lower it again deletes nothing.
  assert.equal(
    (await api.call("PATCH", "/tier/small", { json: { storage_bytes: 2000 } })).status,
    200,
  );
  assert.equal((await api.upload(job, fileOf("Carl", 500))).status, 202);
  await api.call("PATCH", "/tier/small", { json: { storage_bytes: 10 } });
  assert.equal((await api.upload(job, fileOf("Emil", 60))).status, 413);
  assert.equal((await api.call("GET", "/usage")).body.storage.remaining_bytes, 0);
  assert.deepEqual(await counted(test), [1500, 1500]);
  for (const storage_bytes of [-1, 1.5, "1"]) {
    const { status } = await api.call("PATCH", "/tier/small", { json: { storage_bytes } });
    assert.equal(status, 422, `${storage_bytes}`);
  }
});

Deno.test("parallel uploads never pass the quota, whichever of them come first", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  await limitTo(test, 1000);
  const jobs = [await makeJob(test), await makeJob(test)];
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      return (await api.upload(jobs[n % 2] ?? "", fileOf(`Person ${n}`, 90))).status;
    }),
  );
  assert.equal(statuses.filter((status) => status === 202).length, 11);
  assert.equal(statuses.filter((status) => status === 413).length, 19);
  assert.deepEqual(await counted(test), [990, 990]);
});

Deno.test("what is deleted, replaced or erased is free again", async () => {
  await using test = await apiTest();
  const { api, owner, test: { services } } = test;
  await limitTo(test, 1000);
  const job = await makeJob(test);
  const other = await makeJob(test);
  const added = await api.upload(job, { ...fileOf("Anna Bakker", 500), ...fileOf("Bob", 400) });
  const [anna, bob] = added.body.data.map(({ id }: Json) => id);
  const candidate = (await untilRead(test, anna)).candidate.id;
  await untilRead(test, bob);

  // In the place of another, a file may be as large as both have room together.
  const larger = await api.call("POST", `/resumes/${bob}/replace`, { body: formOf("Bob", 501) });
  assert.deepEqual([larger.status, larger.body.used_bytes], [413, 500]);
  assert.deepEqual(await counted(test), [900, 900]);
  const fits = await api.call("POST", `/resumes/${bob}/replace`, { body: formOf("Bob", 500) });
  assert.equal(fits.status, 202, JSON.stringify(fits.body));
  assert.deepEqual(await counted(test), [1000, 1000]);

  assert.equal((await api.call("DELETE", `/candidates/${candidate}`)).status, 204);
  assert.deepEqual(await counted(test), [500, 500]);
  await untilRead(test, bob);
  assert.equal((await api.call("DELETE", `/resumes/${bob}`)).status, 204);
  assert.deepEqual(await counted(test), [0, 0]);
  for (let n = 0; n < 5; n++) await api.upload(other, fileOf(`Person ${n}`, 200));
  assert.deepEqual(await counted(test), [1000, 1000]);
  await deleteJob(owner, services, other);
  assert.deepEqual(await counted(test), [0, 0]);
});

Deno.test("without a tier the installation's quota holds; the sample is counted and never refused", async () => {
  await using test = await apiTest({ worker: false, settings: { STORAGE_QUOTA_BYTES: "200" } });
  const { api, owner, test: { services } } = test;
  const job = await makeJob(test);
  assert.equal((await api.upload(job, fileOf("Anna", 201))).status, 413);
  assert.equal((await api.upload(job, fileOf("Anna", 200))).status, 202);
  const before = await counted(test);
  await loadSample(owner, services);
  const after = await counted(test);
  assert.ok(after[0] > before[0] + 1000);
  assert.equal(after[0], after[1]);
  // A tier that says nothing of it leaves the installation's; another workspace has its own.
  await limitTo(test, null);
  assert.equal((await api.upload(job, fileOf("Bob", 60))).status, 413);
  const stranger = await test.addPerson("owner", "own");
  const theirs = (await stranger.call("POST", "/jobs", { json: JOB })).body.id;
  assert.equal((await stranger.upload(theirs, fileOf("Bob", 60))).status, 202);
  // A job from a file is refused as well.
  await api.call("PATCH", "/tier/small", { json: { storage_bytes: 0 } });
  assert.equal((await api.upload(job, fileOf("Carl", 60))).status, 413);
});

Deno.test("0 is no quota, and a workspace that goes takes its count along", async () => {
  await using test = await apiTest({ worker: false, settings: { STORAGE_QUOTA_BYTES: "0" } });
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  assert.equal((await api.upload(job, fileOf("Anna", 300))).status, 202);
  const { body: { storage } } = await api.call("GET", "/usage");
  assert.deepEqual(storage, { used_bytes: 300, quota_bytes: null, remaining_bytes: null });
  const stranger = await test.addPerson("owner", "own");
  const theirs = (await stranger.call("POST", "/jobs", { json: JOB })).body.id;
  await stranger.upload(theirs, fileOf("Bob", 200));
  await db.deleteFrom("workspaces").where("id", "=", stranger.actor.workspaceId).execute();
  const rows = await db.selectFrom("storedBytes").selectAll().execute();
  assert.deepEqual(rows, [{ workspaceId: test.owner.workspaceId, bytes: 300 }]);
});

Deno.test("files that were there before they were counted are counted by the migration", async () => {
  await using test = await apiTest({ worker: false });
  const { api, test: { services: { db } } } = test;
  const job = await makeJob(test);
  await api.upload(job, { ...fileOf("Anna", 300), ...fileOf("Bob", 50) });
  await takeBackTo(db, "0052");
  await migrate(db);
  assert.deepEqual(await counted(test), [350, 350]);
});

async function takeBackTo(db: Db, number: string): Promise<void> {
  for (let [name] = await rollback(db); name && !name.startsWith(number);) {
    [name] = await rollback(db);
  }
}

function formOf(name: string, bytes: number): FormData {
  const form = new FormData();
  const [[fileName, text] = ["", ""]] = Object.entries(fileOf(name, bytes));
  form.append("files", new File([text], fileName));
  return form;
}

/** The smallest PNG: one pixel. */
const PNG = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
);
