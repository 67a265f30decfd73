import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { quotaUse, SANDBOX_QUOTA, workspaceQuotas } from "../lib/accounts/quotas.ts";
import { setWorkspaceTier } from "../lib/accounts/user_tiers.ts";
import { createJobFromFile } from "../lib/hiring/job_files.ts";
import { loadSample } from "../lib/hiring/samples.ts";
import { getUsage } from "../lib/hiring/usage.ts";
import { QuotaExceeded } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest, type Json, until } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";

/** Gives the owner's workspace a tier with these quotas. */
async function limitTo({ api, owner, test }: ApiTest, quotas: Json, name = "small"): Promise<void> {
  const { body } = await api.call("POST", "/tier", { json: { name, ...quotas } });
  await setWorkspaceTier(owner, test.services.db, owner.workspaceId, { tierId: body.id });
}

const filesOf = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [`${name}.txt`, `${name}\nCook, Acme\n2019 - present`]));

Deno.test("a workspace without a tier has no quota, and nothing is counted for it", async () => {
  await using test = await apiTest({ worker: false });
  await test.api.call("POST", "/jobs", { json: JOB });
  const { db } = test.test.services;
  assert.deepEqual(await quotaUse(db, test.owner.workspaceId), {
    resumes: { used: 0, quota: null },
    jobs: { used: 0, quota: null },
  });
  assert.equal((await db.selectFrom("quotaUse").selectAll().execute()).length, 0);
});

Deno.test("beyond the month's quota nothing is added; what was refused or there counts not", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { DOCUMENT_MAX_BYTES: "2048" },
  });
  const { api, owner } = test;
  const { db } = test.test.services;
  await limitTo(test, { monthly_resumes: 4, monthly_jobs: 2 });
  const job = (await api.call("POST", "/jobs", { json: JOB })).body.id;
  const used = async () => (await quotaUse(db, owner.workspaceId)).resumes.used;

  assert.equal((await api.upload(job, filesOf("Anna", "Bob"))).status, 202);
  const again = await api.upload(job, filesOf("Anna"));
  assert.ok(again.body.data[0].duplicate);
  const large = await api.upload(job, { "large.txt": "x".repeat(4000) });
  assert.equal(large.body.data[0].error.code, "too_large");
  assert.equal(await used(), 2, "neither the duplicate nor the refused file");

  // Two more fit; the third is told, and those before it stay.
  const over = await api.upload(job, filesOf("Carl", "Anna", "Dora", "Emil", "Finn"));
  assert.equal(over.status, 429);
  assert.equal(over.headers.get("content-type"), "application/problem+json");
  assert.equal(over.body.type, "/problems/quota_exceeded");
  assert.match(
    over.body.detail,
    /^Of 5 files the first 3 were taken: .*4 résumés.*0 are left until/,
  );
  assert.equal(over.headers.get("retry-after"), null);
  assert.equal(await used(), 4);
  const { body: list } = await api.call("GET", `/jobs/${job}/resumes`);
  assert.equal(list.total_count, 5, "four and the refused one");

  // What is removed was added all the same.
  const [{ id }] = list.data.filter((row: Json) => row.file_name === "Dora.txt");
  assert.equal((await api.call("DELETE", `/resumes/${id}`)).status, 204);
  assert.equal((await api.upload(job, filesOf("Emil"))).status, 429);

  // The last month's use is no matter any more.
  await db.updateTable("quotaUse").set({ month: "2020-01-01" }).execute();
  assert.equal((await api.upload(job, filesOf("Emil"))).status, 202);
  assert.equal(await used(), 1);
});

Deno.test("a sandbox has a quota, and a tier with less holds for it too", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services } } = test;
  const { db } = services;
  const before = await workspaceQuotas(db, owner.workspaceId);
  assert.equal(before.sandbox, undefined);
  const made = await api.call("POST", "/api_keys", {
    json: { name: "Tries", mode: "test", scopes: ["jobs:write", "evaluations:write"] },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const tester = test.as(made.body.key);
  const judge = () =>
    tester.call("POST", "/evaluations", {
      json: {
        job: { text: JOB.description },
        resumes: Object.values(filesOf("Anna", "Bob")).map((text) => ({ text })),
      },
      headers: { prefer: "respond-async" },
    });
  assert.equal((await judge()).status, 202);
  assert.equal((await tester.call("POST", "/jobs", { json: JOB })).status, 201);
  const { sandbox, own } = await workspaceQuotas(db, owner.workspaceId);
  assert.deepEqual(sandbox, {
    resumes: { used: 2, quota: SANDBOX_QUOTA.resumes },
    jobs: { used: 1, quota: SANDBOX_QUOTA.jobs },
  });
  assert.deepEqual(own.resumes, { used: 0, quota: null }, "the workspace itself has none");
  await db.updateTable("quotaUse").set({ resumes: SANDBOX_QUOTA.resumes - 1 }).execute();
  const over = await judge();
  assert.deepEqual([over.status, over.body.type], [429, "/problems/quota_exceeded"]);
  assert.match(over.body.detail, new RegExp(`quota of ${SANDBOX_QUOTA.resumes} résumés`));

  await limitTo(test, { monthly_resumes: 500, monthly_jobs: 1 });
  assert.equal((await tester.call("POST", "/jobs", { json: JOB })).status, 429);
  const usage = await getUsage(owner, services, new Date().toISOString().slice(0, 7));
  assert.deepEqual(usage.sandbox?.jobs, { used: 1, quota: 1 });
  assert.equal(usage.sandbox?.resumes.quota, SANDBOX_QUOTA.resumes);
});

Deno.test("jobs have a quota of their own, from a text or from a file; the sample has none", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services } } = test;
  await limitTo(test, { monthly_resumes: 0, monthly_jobs: 2 });
  const sample = await loadSample(owner, services);
  assert.deepEqual([sample.jobs, sample.resumes > 20], [3, true]);
  const bytes = new TextEncoder().encode(JOB.description);
  const file = {
    fileName: "job.txt",
    bytes,
    sizeBytes: bytes.length,
    hash: new Uint8Array(createHash("sha256").update(bytes).digest()),
  };
  await createJobFromFile(owner, services, { title: "From a file", file });
  const { body: job, status } = await api.call("POST", "/jobs", { json: JOB });
  assert.equal(status, 201);
  assert.equal((await api.call("POST", "/jobs", { json: JOB })).status, 429);
  await assert.rejects(
    () => createJobFromFile(owner, services, { title: "One more", file }),
    QuotaExceeded,
  );
  assert.equal((await api.upload(job.id, filesOf("Anna"))).status, 429, "a quota of none");
  const { jobs } = await quotaUse(services.db, owner.workspaceId);
  assert.deepEqual(jobs, { used: 2, quota: 2 });
});

Deno.test("parallel uploads take exactly what is left", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner } = test;
  const { db } = test.test.services;
  await limitTo(test, { monthly_resumes: 17 });
  const job = (await api.call("POST", "/jobs", { json: JOB })).body.id;
  const other = (await api.call("POST", "/jobs", { json: JOB })).body.id;
  const statuses = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const { status } = await api.upload(n % 2 ? job : other, filesOf(`Person ${n}`));
      return status;
    }),
  );
  assert.equal(statuses.filter((status) => status === 202).length, 17);
  assert.equal(statuses.filter((status) => status === 429).length, 23);
  const { count } = await db.selectFrom("resumes").select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  assert.equal(Number(count), 17);
  assert.equal((await quotaUse(db, owner.workspaceId)).resumes.used, 17);
});

Deno.test("an upload counts a call for each file, and stops where the limit is", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const person = await test.addPerson("owner", "own");
  const job = (await person.call("POST", "/jobs", { json: JOB })).body.id;
  const { body: tier } = await api.call("POST", "/tier", { json: { name: "uploads" } });
  await api.call("POST", "/tier/uploads/rate_limit", {
    json: { path: "/api/v1/jobs/{id}/resumes", method: "POST", limit: 5, period: 3600 },
  });
  const { db } = test.test.services;
  const { username } = await db.selectFrom("users").select("username")
    .where("id", "=", person.actor.userId).executeTakeFirstOrThrow();
  await api.call("PATCH", `/user/${username}/tier`, { json: { tier_id: tier.id } });
  const three = await person.upload(job, filesOf("Anna", "Bob", "Carl"));
  assert.equal(three.status, 202);
  assert.equal(three.headers.get("x-ratelimit-remaining"), "2");
  const four = await person.upload(job, filesOf("Dora", "Emil", "Finn", "Gert"));
  assert.equal(four.status, 429);
  assert.equal(four.body.type, "/problems/too_many_requests");
  assert.match(four.body.detail, /^Of 4 files the first 2 were taken/);
  assert.ok(Number(four.headers.get("retry-after")) > 3000);
  assert.equal(four.headers.get("x-ratelimit-remaining"), "0");
  const { body: list } = await person.call("GET", `/jobs/${job}/resumes`);
  assert.equal(list.total_count, 5);
});

Deno.test("résumés that are judged and not kept count as calls and in the quota, all or none", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services } } = test;
  await limitTo(test, { monthly_resumes: 4 });
  await api.call("POST", "/tier/small/rate_limit", {
    json: { path: "/api/v1/evaluations", method: "POST", limit: 10, period: 3600 },
  });
  const judge = (...names: string[]) =>
    api.call("POST", "/evaluations", {
      json: {
        job: { text: JOB.description },
        resumes: Object.values(filesOf(...names)).map((text) => ({ text })),
      },
      headers: { prefer: "respond-async" },
    });
  const used = async () => (await quotaUse(services.db, owner.workspaceId)).resumes.used;

  // A call that is refused counts nothing but itself.
  await until(
    () => api.call("POST", "/evaluations", { json: {} }),
    ({ headers }) => headers.get("x-ratelimit-limit") === "10",
  );
  const three = await judge("Anna", "Bob", "Carl");
  assert.equal(three.status, 202);
  assert.equal(three.headers.get("x-ratelimit-remaining"), "6");
  assert.equal(await used(), 3);
  const two = await judge("Dora", "Emil");
  assert.deepEqual([two.status, two.body.type], [429, "/problems/quota_exceeded"]);
  assert.equal(await used(), 3, "neither of the two");
  assert.equal((await judge("Dora")).status, 202);
  assert.equal(await used(), 4);

  const many = await judge("Finn", "Gert", "Hans", "Ida");
  assert.deepEqual([many.status, many.body.type], [429, "/problems/too_many_requests"]);
});
