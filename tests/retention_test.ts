import assert from "node:assert/strict";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import { applyRetention } from "../lib/hiring/privacy/apply_retention.ts";
import { findDue } from "../lib/hiring/privacy/retention_due.ts";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

const DAY_MS = 86_400_000;

/** Days from now. */
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

interface Somebody {
  readonly resumeId: string;
  readonly candidateId: string;
}

/** A job with a résumé of each name. */
async function people(
  { api }: ApiTest,
  ...names: readonly string[]
): Promise<{ jobId: string; of: Readonly<Record<string, Somebody>> }> {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const files = names.map((name) => [`${name}.txt`, `${name} Jansen\nBaker, Acme\n2019 - 2020`]);
  const { body: added } = await api.upload(job.id, Object.fromEntries(files));
  await untilRanked(api, job.id);
  const found = await Promise.all(added.data.map(async ({ id }: Json, at: number) => {
    const { body } = await api.call("GET", `/resumes/${id}`);
    return [names[at], { resumeId: id, candidateId: body.candidate.id }];
  }));
  return { jobId: job.id, of: Object.fromEntries(found) };
}

async function decide({ api }: ApiTest, decision: string, ...of: (Somebody | undefined)[]) {
  const reason = decision === "rejected" ? { reason_code: "other_chosen" } : {};
  const resumes = of.map((one) => ({ id: one?.resumeId }));
  const moved = await api.call("POST", "/moves", {
    json: { resumes, to: { decision }, ...reason },
  });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
}

const names = async ({ api }: ApiTest) => {
  const { body } = await api.call("GET", "/candidates?sort=name");
  return body.data.map(({ name }: Json) => name.split(" ")[0]);
};

Deno.test("who was rejected is deleted four weeks later, after a warning, and the proof stays", async () => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { db } = services;
  const { of } = await people(test, "Anna", "Bram", "Cees");
  await decide(test, "rejected", of.Anna);
  await decide(test, "shortlisted", of.Bram);
  const recruiter = await test.addPerson("recruiter", "same");
  await test.addPerson("viewer", "same");
  const apply = (days: number) => applyRetention(services, undefined, inDays(days));

  const keeping = await api.call("GET", `/candidates/${of.Anna?.candidateId}/keeping`);
  assert.equal(keeping.body.kept_until.slice(0, 10), inDays(28).toISOString().slice(0, 10));
  assert.deepEqual([keeping.body.deleted_at, keeping.body.is_held], [null, false]);
  assert.deepEqual(await apply(20), { warned: 0, deleted: 0 });
  assert.deepEqual(await apply(22), { warned: 1, deleted: 0 });
  assert.deepEqual(await apply(22), { warned: 0, deleted: 0 }, "they are warned of once");
  const mails = await db.selectFrom("mails").selectAll().where("kind", "=", "retention_warning")
    .execute();
  assert.deepEqual(
    mails.map(({ userId }) => userId).toSorted(),
    [test.owner.userId, recruiter.actor.userId].toSorted(),
  );
  assert.doesNotMatch(JSON.stringify(mails.map(({ params }) => params)), /Anna/);
  const { body: due } = await api.call("GET", "/retention/due");
  assert.deepEqual(due.data.map(({ name }: Json) => name), ["Anna Jansen"]);

  assert.deepEqual(await apply(28.9), { warned: 0, deleted: 0 }, "a week after the warning");
  const file = await db.selectFrom("resumes").select("contentHash")
    .where("id", "=", of.Anna?.resumeId ?? "").executeTakeFirstOrThrow();
  assert.deepEqual(await apply(29.1), { warned: 0, deleted: 1 });
  assert.deepEqual(await names(test), ["Bram", "Cees"]);
  const { body: { data: [proof] } } = await api.call("GET", "/retention/deletions");
  assert.deepEqual(
    [proof.candidate_id, proof.cause, proof.deleted_by, proof.files, proof.evaluations],
    [of.Anna?.candidateId, "retention", null, [
      { id: of.Anna?.resumeId, sha256: file.contentHash.toHex() },
    ], 1],
  );
  await sealAuditLog(db);
  assert.deepEqual((await verifyAuditLog(db)).faults, []);
  const { open } = await visitor(test, "olga");
  const page = await (await open("/settings/retention")).text();
  assert.match(page, new RegExp(file.contentHash.toHex()));
  assert.doesNotMatch(page, /Anna/);
});

Deno.test("a second job, consent and a hold keep somebody; a shorter rule warns first", async (t) => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { db } = services;
  const first = await people(test, "Dirk", "Eva", "Fien", "Gijs", "Hugo");
  const { of } = first;
  const idOf = (name: string) => of[name]?.candidateId;
  await decide(test, "rejected", ...Object.values(of));
  const apply = (days: number) => applyRetention(services, undefined, inDays(days));
  const day = (days: number) => inDays(days).toISOString().slice(0, 10);

  await t.step("somebody who is merged with one who is undecided elsewhere is kept", async () => {
    const other = await people(test, "Dirkje");
    const merged = await api.call("POST", `/candidates/${idOf("Dirk")}/merges`, {
      json: { merge_id: other.of.Dirkje?.candidateId },
    });
    assert.equal(merged.status, 201, JSON.stringify(merged.body));
  });
  await t.step("consent keeps for as long as it says, at most a year", async () => {
    for (const [name, until] of [["Eva", day(90)], ["Fien", day(3000)]] as const) {
      const { status } = await api.call("PATCH", `/candidates/${idOf(name)}`, {
        json: { consent: "given", consent_on: day(0), consent_until: until },
      });
      assert.equal(status, 200);
    }
    const keptUntil = async (name: string) =>
      (await api.call("GET", `/candidates/${idOf(name)}/keeping`)).body;
    assert.equal((await keptUntil("Eva")).kept_until.slice(0, 10), day(91));
    assert.equal((await keptUntil("Fien")).kept_until.slice(0, 10), day(366));
    assert.equal((await keptUntil("Fien")).is_by_consent, true);
  });
  await t.step("a hold keeps somebody from the rule and from everybody", async () => {
    const hold = `/candidates/${idOf("Gijs")}/legal_hold`;
    assert.equal((await api.call("PUT", hold, { json: { reason: "A claim" } })).status, 204);
    assert.equal((await api.call("PUT", hold, { json: { reason: "Another" } })).status, 409);
    const refused = [
      `/candidates/${idOf("Gijs")}`,
      `/resumes/${of.Gijs?.resumeId}`,
      `/jobs/${first.jobId}`,
    ];
    for (const path of refused) {
      const { status, body } = await api.call("DELETE", path);
      assert.equal(status, 409, path);
      assert.match(body.detail, /legal hold/);
    }
    const { open } = await visitor(test, "olga");
    assert.match(await (await open(`/candidates/${idOf("Gijs")}`)).text(), /Legal hold:.*A claim/s);
  });
  assert.deepEqual(await apply(50), { warned: 1, deleted: 0 });
  assert.deepEqual(await apply(60), { warned: 0, deleted: 1 });
  assert.deepEqual(await names(test), ["Dirk", "Eva", "Fien", "Gijs"]);
  await t.step("a hold of the job keeps everybody in it", async () => {
    const hold = `/jobs/${first.jobId}/legal_hold`;
    assert.equal((await api.call("PUT", hold, { json: { reason: "An audit" } })).status, 204);
    await api.call("DELETE", `/candidates/${idOf("Gijs")}/legal_hold`);
    assert.deepEqual(await apply(800), { warned: 0, deleted: 0 });
    assert.equal((await api.call("DELETE", `/jobs/${first.jobId}`)).status, 409);
    assert.equal((await api.call("DELETE", hold)).status, 204);
  });
  await t.step("who is decided on anew meanwhile stays", async () => {
    await apply(800);
    await decide(test, "undecided", of.Eva);
    assert.deepEqual(await apply(900), { warned: 0, deleted: 2 });
    assert.deepEqual(await names(test), ["Dirk", "Eva"]);
  });
  await t.step("a shorter rule deletes nobody at once", async () => {
    await decide(test, "rejected", of.Eva);
    await db.updateTable("candidates").set({ consent: "withdrawn", retentionWarnedAt: null })
      .where("id", "=", idOf("Eva") ?? "").execute();
    assert.equal(
      (await api.call("PATCH", "/workspace/retention", { json: { days: 7 } })).status,
      200,
    );
    for (const days of [6, 366]) {
      const { status } = await api.call("PATCH", "/workspace/retention", { json: { days } });
      assert.equal(status, 422);
    }
    assert.deepEqual(await apply(10), { warned: 1, deleted: 0 });
    assert.deepEqual(await apply(18), { warned: 0, deleted: 1 });
  });
});

Deno.test("findDue() looks into its own workspace alone", async () => {
  await using test = await apiTest();
  const { of } = await people(test, "Iris");
  await decide(test, "rejected", of.Iris);
  const stranger = await test.addPerson("owner", "own");
  const { db } = test.test.services;
  const asked = { withinDays: 400, limit: 10 };
  assert.equal((await findDue(db, test.owner.workspaceId, asked)).length, 1);
  assert.equal((await findDue(db, stranger.actor.workspaceId, asked)).length, 0);
});
