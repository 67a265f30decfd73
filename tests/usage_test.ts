import assert from "node:assert/strict";
import { Forbidden } from "../lib/platform/errors.ts";
import { RequestTally } from "../lib/platform/request_tally.ts";
import { getUsage } from "../lib/hiring/usage.ts";
import { apiTest } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { testServices } from "./harness/services.ts";

const thisMonth = () => new Date().toISOString().slice(0, 7);

Deno.test("getUsage() tells what was done by day, of the actor's workspace alone", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services } } = test;
  const stranger = await test.addPerson("owner", "own");
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await api.upload(job.id, { "a.txt": "Anna\nCook, Acme", "b.txt": "Bob\nCook, Acme" });
  for (let n = 0; n < 3; n++) await stranger.call("GET", "/jobs");
  const usage = await getUsage(owner, services, thisMonth());
  assert.deepEqual(usage.totals, { resumes: 2, evaluations: 0, jobs: 1, requests: 2 });
  const [year = 0, month = 0] = thisMonth().split("-").map(Number);
  assert.equal(usage.days.length, new Date(Date.UTC(year, month, 0)).getUTCDate());
  assert.deepEqual(usage.days.filter(({ requests }) => requests > 0).length, 1);
  const other = await getUsage(stranger.actor, services, thisMonth());
  assert.deepEqual(other.totals, { resumes: 0, evaluations: 0, jobs: 0, requests: 3 });
  const past = await getUsage(owner, services, "2020-02");
  assert.deepEqual([past.days.length, past.totals.resumes, past.totals.requests], [29, 0, 0]);
  const viewer = await test.addPerson("viewer", "same");
  await assert.rejects(() => getUsage(viewer.actor, services, thisMonth()), Forbidden);
});

Deno.test("GET /usage tells what is left of the month", async () => {
  await using test = await apiTest({ worker: false });
  const { api } = test;
  const { body: tier } = await api.call("POST", "/tier", {
    json: { name: "small", monthly_resumes: 3 },
  });
  const given = await api.call("PATCH", `/workspace/${test.owner.workspaceId}/tier`, {
    json: { tier_id: tier.id },
  });
  assert.deepEqual([given.status, given.body.tier.name], [200, "small"]);
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  await api.upload(job.id, { "a.txt": "Anna\nCook, Acme", "b.txt": "Bob\nCook, Acme" });
  const { status, body } = await api.call("GET", "/usage");
  assert.equal(status, 200);
  assert.equal(body.month, thisMonth());
  assert.equal(body.tier, "small");
  assert.deepEqual(body.quotas, {
    resumes: { used: 2, quota: 3, remaining: 1 },
    jobs: { used: 0, quota: null, remaining: null },
  });
  const { used_bytes, quota_bytes, remaining_bytes } = body.storage;
  assert.deepEqual([used_bytes, quota_bytes], [29, test.test.services.config.storageQuotaBytes]);
  assert.equal(remaining_bytes, quota_bytes - 29);
  assert.equal(body.sandbox, null);
  await api.call("POST", "/api_keys", {
    json: { name: "Trial", scopes: ["jobs:read"], mode: "test" },
  });
  const { body: { sandbox } } = await api.call("GET", "/usage");
  assert.deepEqual(Object.keys(sandbox).toSorted(), ["jobs", "resumes", "storage"]);
  assert.equal(sandbox.resumes.remaining, sandbox.resumes.quota - sandbox.resumes.used);
  assert.deepEqual([body.totals.resumes, body.totals.jobs], [2, 1]);
  const today = new Date().toISOString().slice(0, 10);
  assert.equal(body.days.find(({ day }: { day: string }) => day === today)?.resumes, 2);
  await api.call("PATCH", "/tier/small", { json: { monthly_resumes: 1 } });
  assert.equal((await api.call("GET", "/usage")).body.quotas.resumes.remaining, 0);
  const past = await api.call("GET", "/usage?month=2020-02");
  assert.deepEqual([past.body.month, past.body.days.length], ["2020-02", 29]);
  for (const month of ["2020-13", "1999-01", "now"]) {
    assert.equal((await api.call("GET", `/usage?month=${month}`)).status, 422, month);
  }
});

Deno.test("RequestTally adds up what several processes count, and forgets nothing it could not add", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const workspace = await db.insertInto("workspaces").values({ name: "Acme" }).returning("id")
    .executeTakeFirstOrThrow();
  const counted = async () =>
    (await db.selectFrom("apiRequests").select("requests")
      .where("workspaceId", "=", workspace.id).executeTakeFirst())?.requests ?? 0;
  const tallies = [new RequestTally(db), new RequestTally(db)];
  for (const tally of tallies) for (let n = 0; n < 50; n++) tally.count(workspace.id);
  tallies[0]?.count(crypto.randomUUID()); // a workspace that is gone
  await Promise.all(tallies.map((tally) => tally.flush()));
  assert.equal(Number(await counted()), 100);
  const [tally] = tallies;
  await db.schema.alterTable("api_requests").renameTo("elsewhere").execute();
  tally?.count(workspace.id);
  await tally?.flush();
  await db.schema.alterTable("elsewhere").renameTo("api_requests").execute();
  tally?.count(workspace.id);
  await tally?.flush();
  assert.equal(Number(await counted()), 102);
});
