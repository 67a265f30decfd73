import { sql } from "kysely";
import assert from "node:assert/strict";
import type { Principal } from "../lib/accounts/principal.ts";
import { listPeople } from "../lib/hiring/candidates.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { historyOf, moveResumes, undoMoves } from "../lib/hiring/moves.ts";
import { listStages, type Stage } from "../lib/hiring/stages.ts";
import type { StageKey } from "../lib/hiring/states.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
};

/** A job with as many résumés, read when the test has a worker. */
async function fill(test: ApiTest, count: number) {
  const { owner, api, test: { services } } = test;
  const job = await createJob(owner, services.db, JOB);
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${n}.txt`, `Person N${n}\nTypeScript since 2015`]),
  );
  const { body } = await api.upload(job.id, files);
  const ids: string[] = body.data.map(({ id }: { id: string }) => id);
  return { job, ids: ids.toSorted(), first: ids.toSorted()[0] ?? "" };
}

async function stagesOf(test: ApiTest, actor: Principal = test.owner) {
  const stages = await listStages(actor, test.test.services.db);
  return (key: StageKey): Stage => {
    const stage = stages.find((one) => one.key === key);
    assert.ok(stage, key);
    return stage;
  };
}

async function rowOf({ test }: ApiTest, id: string) {
  return await test.services.db.selectFrom("resumes")
    .select(["stageId", "stageSince", "stageVersion"]).where("id", "=", id)
    .executeTakeFirstOrThrow();
}

const reject = { to: { decision: "rejected" }, reasonCode: "other_chosen" } as const;

Deno.test("moveResumes() moves many as one action, and writes down on what evidence", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const { job, ids } = await fill(test, 3);
  await untilRanked(api, job.id);
  const stage = await stagesOf(test);
  const { batchId, moved, conflicts } = await moveResumes(owner, services, {
    resumeIds: ids,
    to: { stageId: stage("interview").id },
  });
  assert.deepEqual(conflicts, []);
  assert.deepEqual(moved.map((one) => [one.from.key, one.to.key, one.version]), [
    ["new", "interview", 1],
    ["new", "interview", 1],
    ["new", "interview", 1],
  ]);
  const [move] = await historyOf(owner, services.db, ids[0] ?? "");
  assert.equal(move?.userName, "Olga Owner");
  assert.equal(move?.evidence.requirementsVersion, 1);
  assert.equal(typeof move?.evidence.score, "number");
  const audited = await services.db.selectFrom("auditLog").select(["details", "jobId"])
    .where("action", "=", "resume.moved").execute();
  assert.equal(audited.length, 3);
  assert.deepEqual(audited[0], {
    jobId: job.id,
    details: { from: stage("new").id, to: stage("interview").id, batchId },
  });
});

Deno.test("moveResumes() rejects nobody without a reason, and moves nobody in vain", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { first } = await fill(test, 1);
  const stage = await stagesOf(test);
  const resumeIds = [first];
  await assert.rejects(
    moveResumes(owner, services, { resumeIds, to: { decision: "rejected" } }),
    InvalidInput,
  );
  await assert.rejects(
    moveResumes(owner, services, { resumeIds, to: { stageId: stage("rejected").id } }),
    InvalidInput,
  );
  await moveResumes(owner, services, { resumeIds, to: { stageId: stage("interview").id } });
  const again = await moveResumes(owner, services, {
    resumeIds,
    to: { stageId: stage("interview").id },
  });
  assert.deepEqual([again.moved, again.conflicts], [[], []]);
  const shortlisted = await moveResumes(owner, services, {
    resumeIds,
    to: { decision: "shortlisted" },
  });
  assert.deepEqual(shortlisted.moved, [], "who has an interview is shortlisted already");
  const { moved } = await moveResumes(owner, services, {
    resumeIds,
    ...reject,
    reason: "Another was stronger",
  });
  assert.equal(moved[0]?.to.key, "rejected");
  const [last] = await historyOf(owner, services.db, first);
  assert.deepEqual([last?.reasonCode, last?.reason], ["other_chosen", "Another was stronger"]);
  assert.deepEqual(last?.evidence, {
    score: null,
    grade: null,
    engineVersion: null,
    requirementsVersion: null,
  });
});

Deno.test("moveResumes() tells the second of two what the first one changed", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { ids } = await fill(test, 2);
  const [one = "", two = ""] = ids;
  const stage = await stagesOf(test);
  const other = await test.addPerson("hiring_manager", "same");
  await moveResumes(other.actor, services, {
    resumeIds: [one],
    to: { stageId: stage("interview").id },
  });
  const { moved, conflicts } = await moveResumes(owner, services, {
    resumeIds: ids,
    ...reject,
    versions: { [one]: 0, [two]: 0 },
  });
  assert.deepEqual(moved.map(({ resumeId }) => resumeId), [two]);
  const [conflict] = conflicts;
  assert.equal(conflict?.resumeId, one);
  assert.equal(conflict?.stage.key, "interview");
  assert.equal(conflict?.version, 1);
  assert.equal(conflict?.movedBy, other.actor.name);
  assert.ok(conflict?.movedAt);
});

Deno.test("moveResumes() of the same many by many people ends, each résumé once", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { ids } = await fill(test, 12);
  const stage = await stagesOf(test);
  const versions = Object.fromEntries(ids.map((id) => [id, 0]));
  const keys: StageKey[] = ["interview", "offer", "hired", "shortlisted"];
  const results = await Promise.all(keys.map((key, n) =>
    moveResumes(owner, services, {
      resumeIds: n % 2 === 0 ? ids : ids.toReversed(),
      to: { stageId: stage(key).id },
      versions,
    })
  ));
  const winners = results.filter(({ moved }) => moved.length > 0);
  assert.equal(winners.length, 1);
  assert.equal(winners[0]?.moved.length, ids.length);
  for (const id of ids) assert.equal((await rowOf(test, id)).stageVersion, 1);
});

Deno.test("undoMoves() puts each where and since when it stood", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { ids } = await fill(test, 2);
  const [one = "", two = ""] = ids;
  const stage = await stagesOf(test);
  await moveResumes(owner, services, {
    resumeIds: [one],
    to: { stageId: stage("interview").id },
  });
  const before = await Promise.all([rowOf(test, one), rowOf(test, two)]);
  const { batchId, moved: gone } = await moveResumes(owner, services, {
    resumeIds: ids,
    ...reject,
  });
  for (const { resumeId, stageSince } of gone) {
    assert.equal(stageSince, (await rowOf(test, resumeId)).stageSince?.toISOString());
  }
  const { moved } = await undoMoves(owner, services, batchId);
  assert.deepEqual(moved.map(({ to }) => to.key), ["interview", "new"]);
  const after = await Promise.all([rowOf(test, one), rowOf(test, two)]);
  const { createdAt } = await services.db.selectFrom("resumes").select("createdAt")
    .where("id", "=", two).executeTakeFirstOrThrow();
  assert.deepEqual(
    moved.map(({ stageSince }) => stageSince),
    [before[0]?.stageSince?.toISOString(), createdAt.toISOString()],
    "told since when each stands there again",
  );
  for (const [n, row] of after.entries()) {
    assert.deepEqual([row.stageId, row.stageSince], [before[n]?.stageId, before[n]?.stageSince]);
    assert.equal(row.stageVersion, (before[n]?.stageVersion ?? 0) + 2);
  }
  assert.equal((await historyOf(owner, services.db, one)).length, 1);
  await assert.rejects(undoMoves(owner, services, batchId), Conflict);
});

Deno.test("undoMoves() is too late after thirty seconds", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { first } = await fill(test, 1);
  const { batchId } = await moveResumes(owner, services, { resumeIds: [first], ...reject });
  await sql`update moves set created_at = created_at - interval '36 seconds'`.execute(services.db);
  await assert.rejects(undoMoves(owner, services, batchId), Conflict);
  await assert.rejects(undoMoves(owner, services, crypto.randomUUID()), NotFound);
});

Deno.test("undoMoves() leaves whom somebody else moved since", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { ids } = await fill(test, 2);
  const [one = "", two = ""] = ids;
  const stage = await stagesOf(test);
  const other = await test.addPerson("recruiter", "same");
  const { batchId } = await moveResumes(owner, services, { resumeIds: ids, ...reject });
  await moveResumes(other.actor, services, {
    resumeIds: [one],
    to: { stageId: stage("offer").id },
  });
  const { moved, conflicts } = await undoMoves(owner, services, batchId);
  assert.deepEqual(moved.map(({ resumeId }) => resumeId), [two]);
  assert.deepEqual(conflicts.map(({ stage: { key }, movedBy }) => [key, movedBy]), [
    ["offer", other.actor.name],
  ]);
});

Deno.test("historyOf() says how long somebody stood where", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { first } = await fill(test, 1);
  const stage = await stagesOf(test);
  for (const key of ["interview", "offer"] as const) {
    await moveResumes(owner, services, {
      resumeIds: [first],
      to: { stageId: stage(key).id },
    });
  }
  await sql`update resumes set created_at = now() - interval '3 days'`.execute(services.db);
  await sql`
    update moves set created_at = now() - interval '1 day' where to_stage_id = ${
    stage("interview").id
  }`.execute(services.db);
  const history = await historyOf(owner, services.db, first);
  assert.deepEqual(
    history.map(({ from, to, secondsInFrom }) => [from.key, to.key, secondsInFrom]),
    [
      ["interview", "offer", 86_400],
      ["new", "interview", 2 * 86_400],
    ],
  );
});

Deno.test("who is moved, or moved back, heads the people by change", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const { job, ids } = await fill(test, 3);
  await untilRanked(api, job.id);
  const byChange = { sort: "change", page: 1, itemsPerPage: 3 } as const;
  const headed = async () => {
    const { data: [person] } = await listPeople(owner, services.db, byChange);
    return person?.resumes[0]?.id;
  };
  const [first = "", last = ""] = ids;
  const { batchId } = await moveResumes(owner, services, { resumeIds: [first], ...reject });
  assert.equal(await headed(), first);
  await moveResumes(owner, services, { resumeIds: [last], ...reject });
  assert.equal(await headed(), last);
  await undoMoves(owner, services, batchId);
  assert.equal(await headed(), first);
});

Deno.test("moves are for those who may decide, within their workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { first } = await fill(test, 1);
  const stage = await stagesOf(test);
  const input = { resumeIds: [first], to: { stageId: stage("interview").id } };
  const viewer = await test.addPerson("viewer", "same");
  await assert.rejects(async () => await moveResumes(viewer.actor, services, input), Forbidden);
  const stranger = await test.addPerson("owner", "own");
  await assert.rejects(moveResumes(stranger.actor, services, input), NotFound);
  const foreign = await stagesOf(test, stranger.actor);
  await assert.rejects(
    moveResumes(stranger.actor, services, { ...input, to: { stageId: foreign("offer").id } }),
    NotFound,
  );
  await assert.rejects(
    moveResumes(owner, services, { ...input, to: { stageId: foreign("offer").id } }),
    NotFound,
  );
  const { batchId } = await moveResumes(owner, services, input);
  await assert.rejects(undoMoves(stranger.actor, services, batchId), NotFound);
  await assert.rejects(async () => await undoMoves(viewer.actor, services, batchId), Forbidden);
  await assert.rejects(historyOf(stranger.actor, services.db, first), NotFound);
  assert.equal((await rowOf(test, first)).stageId, stage("interview").id);
});
