import assert from "node:assert/strict";
import { activityWords } from "../components/activity_words.ts";
import { type ActivityEntry, listActivity, listActors } from "../lib/hiring/activity.ts";
import { ACTIONS, ActivityKind, kindOf } from "../lib/hiring/activity_kinds.ts";
import { getEvaluation } from "../lib/hiring/evaluations.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { addRequirement } from "../lib/hiring/requirements.ts";
import { readOriginal } from "../lib/hiring/resumes.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { translator } from "../locales/translate.ts";
import { apiTest, untilRanked } from "./harness/api.ts";

const PAGE = { page: 1, itemsPerPage: 50 };
const said = (entry: ActivityEntry) =>
  activityWords(entry, translator("en")).replace("\u0001", entry.subject?.name ?? "");

Deno.test("listActivity() tells who did what, alike things in a row as one", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const job = await createJob(owner, db, {
    title: "Backend engineer",
    description: "Requirements:\n- TypeScript",
  });
  const { body } = await api.upload(job.id, {
    "a.txt": "Anna One\nTypeScript since 2015",
    "b.txt": "Bob Two\nTypeScript since 2020",
  });
  await untilRanked(api, job.id);
  const resumeIds: string[] = body.data.map(({ id }: { id: string }) => id);
  const [anna = ""] = resumeIds;
  await moveResumes(owner, services, { resumeIds, to: { decision: "shortlisted" } });
  const manager = await test.addPerson("hiring_manager", "same");
  for (let n = 0; n < 3; n++) await getEvaluation(manager.actor, db, anna);
  await readOriginal(manager.actor, services, anna);
  await addRequirement(owner, db, job.id, { name: "Kafka" });
  await moveResumes(owner, services, {
    resumeIds: [anna],
    to: { decision: "rejected" },
    reasonCode: "withdrew",
  });
  const { data, totalCount } = await listActivity(owner, db, { jobId: job.id }, PAGE);
  assert.deepEqual(data.map(said), [
    "Olga Owner moved Anna One from Shortlisted to Rejected",
    "Olga Owner added the requirement “Kafka”",
    `${manager.actor.name} downloaded the file of Anna One`,
    `${manager.actor.name} looked at Anna One`,
    "Olga Owner moved 2 candidates to Shortlisted",
    "Olga Owner added 2 résumés",
    "Olga Owner made this job",
  ]);
  assert.equal(totalCount, 7);
  const second = await listActivity(owner, db, { jobId: job.id }, { page: 2, itemsPerPage: 3 });
  assert.deepEqual(second.data.map(({ id }) => id), data.slice(3, 6).map(({ id }) => id));
  const filtered = { ...PAGE, kind: "reads", userId: manager.actor.userId } as const;
  const reads = await listActivity(owner, db, { jobId: job.id }, filtered);
  assert.deepEqual(reads.data.map(({ action }) => action), ["evaluation.read"]);
  assert.deepEqual(
    (await listActors(owner, db, { jobId: job.id })).map(({ name }) => name),
    ["Olga Owner", manager.actor.name],
  );
  const { candidateId } = await db.selectFrom("resumes").select("candidateId")
    .where("id", "=", anna).executeTakeFirstOrThrow();
  assert.ok(candidateId);
  const hers = await listActivity(owner, db, { candidateId }, PAGE);
  assert.deepEqual(hers.data.map(said), [
    "Olga Owner moved Anna One from Shortlisted to Rejected",
    `${manager.actor.name} downloaded the file of Anna One`,
    `${manager.actor.name} looked at Anna One`,
    "Olga Owner moved Anna One from New to Shortlisted",
    "Olga Owner added Anna One",
  ]);
  const stranger = await test.addPerson("owner", "own");
  await assert.rejects(listActivity(stranger.actor, db, { jobId: job.id }, PAGE), NotFound);
  await assert.rejects(listActivity(stranger.actor, db, { candidateId }, PAGE), NotFound);
});

/** An entry about nothing that is left. */
function bare(action: string, count: number): ActivityEntry {
  return {
    id: 1,
    kind: kindOf(action) ?? "job",
    action,
    userName: null,
    createdAt: "2026-11-23T10:00:00.000Z",
    count,
    subject: null,
    from: null,
    to: null,
    requirement: null,
    verdictBefore: null,
    verdict: null,
  };
}

Deno.test("activityWords() has words for each action, whatever was removed since", () => {
  for (const action of ActivityKind.options.flatMap((kind) => [...ACTIONS[kind]])) {
    for (const language of ["en", "nl"] as const) {
      for (const count of [1, 7]) {
        assert.notEqual(activityWords(bare(action, count), translator(language)), "");
      }
    }
  }
});

/** What concerns an account, a workspace or the product, and no job and no person. */
const ELSEWHERE = /^(user|feedback|stage|session|workspace)\./;

Deno.test("every action that is written down is in a history", async () => {
  const missing = new Set<string>();
  for (const folder of ["lib/hiring", "lib/accounts"]) {
    for await (const { name } of Deno.readDir(folder)) {
      const text = await Deno.readTextFile(`${folder}/${name}`);
      for (const [, action = ""] of text.matchAll(/actor, "([a-z]+\.[a-z_]+)"/g)) {
        if (!ELSEWHERE.test(action) && !kindOf(action)) missing.add(action);
      }
    }
  }
  assert.deepEqual([...missing], []);
});
