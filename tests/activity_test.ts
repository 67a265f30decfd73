import assert from "node:assert/strict";
import { activityWords, reasonWords } from "../components/activity_words.ts";
import { listActivity, listActors } from "../lib/hiring/activity.ts";
import { type ActivityEntry, MOST_NAMED } from "../lib/hiring/activity_entries.ts";
import { ACTIONS, ActivityKind, kindOf } from "../lib/hiring/activity_kinds.ts";
import { getEvaluation } from "../lib/hiring/evaluations.ts";
import { deleteCandidate, updateCandidate } from "../lib/hiring/candidate_changes.ts";
import { dismissDuplicate } from "../lib/hiring/duplicates.ts";
import { mergeCandidates } from "../lib/hiring/merges.ts";
import { moveResumes, undoMoves } from "../lib/hiring/moves.ts";
import { overrideVerdict } from "../lib/hiring/overrides.ts";
import { exportReport } from "../lib/hiring/reports.ts";
import { addRequirement, updateRequirement } from "../lib/hiring/requirements.ts";
import { addTag, removeTag } from "../lib/hiring/tags.ts";
import type { Language } from "../lib/talent/types.ts";
import { makeJudged } from "./harness/judged.ts";
import { readOriginal } from "../lib/hiring/resumes.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { createJob, updateJob } from "../lib/hiring/jobs.ts";
import { translator } from "../locales/translate.ts";
import { apiTest, untilRanked } from "./harness/api.ts";

const PAGE = { page: 1, itemsPerPage: 50 };
const said = (entry: ActivityEntry, language: Language = "en") =>
  activityWords(entry, translator(language)).replace("\u0001", entry.subject?.name ?? "")
    .replace("\u0002", entry.other?.name ?? "");

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
  assert.deepEqual(data.map((one) => said(one)), [
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
  assert.deepEqual(hers.data.map((one) => said(one)), [
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

Deno.test("listActivity() names who was moved together, and tells why", async () => {
  await using test = await apiTest();
  const { owner, test: { services } } = test;
  const { db } = services;
  const names = Array.from({ length: MOST_NAMED + 5 }, (_, at) => `Person ${100 + at}`);
  const { job, ids, of } = await makeJudged(
    owner,
    db,
    names.map((name) => ({ name, verdicts: ["NO", "NO", "NO", "NO"] })),
  );
  const latest = async () => {
    const { data: [entry] } = await listActivity(owner, db, { jobId: job.id }, PAGE);
    assert.ok(entry);
    return entry;
  };
  const some = names.slice(0, 3).map(of);
  const reason = { reasonCode: "other", reason: "The role was filled" } as const;
  const { batchId } = await moveResumes(owner, services, {
    resumeIds: some,
    to: { decision: "rejected" },
    ...reason,
  });
  const moved = await latest();
  assert.equal(said(moved), "Olga Owner moved 3 candidates to Rejected");
  assert.deepEqual(moved.people.map(({ name }) => name), names.slice(0, 3));
  assert.deepEqual(moved.people.map(({ resumeId }) => resumeId), some);
  assert.equal(reasonWords(moved, translator("en")), "Another reason: “The role was filled”");
  assert.equal(reasonWords(moved, translator("nl")), "Een andere reden: “The role was filled”");

  await undoMoves(owner, services, batchId);
  const undone = await latest();
  assert.equal(said(undone), "Olga Owner took back the move of 3 candidates to Rejected");
  assert.deepEqual(undone.people.map(({ name }) => name), names.slice(0, 3));

  await moveResumes(owner, services, {
    resumeIds: some.slice(0, 1),
    to: { decision: "rejected" },
    reasonCode: "withdrew",
  });
  const single = await latest();
  assert.deepEqual([single.people, single.reasonCode], [[], "withdrew"]);
  assert.equal(reasonWords(single, translator("en")), "The candidate withdrew");

  await moveResumes(owner, services, {
    resumeIds: [...ids.values()],
    to: { decision: "shortlisted" },
  });
  const all = await latest();
  assert.deepEqual([all.count, all.people.length], [names.length, MOST_NAMED]);
  assert.equal(reasonWords(all, translator("en")), null);

  const { id: evaluationId } = await getEvaluation(owner, db, of("Person 100"));
  const requirementId = job.requirements[0]?.id ?? "";
  await overrideVerdict(owner, services, evaluationId, {
    requirementId,
    verdict: "YES",
    reason: "Told me so",
  });
  assert.equal(reasonWords(await latest(), translator("en")), "“Told me so”");
});

Deno.test("listActivity() tells what was edited, merged, tagged and exported", async () => {
  await using test = await apiTest();
  const { owner, test: { services } } = test;
  const { db } = services;
  const people = ["Anna One", "Bob Two", "Carl Three"];
  const { job, of } = await makeJudged(
    owner,
    db,
    people.map((name) => ({ name, verdicts: ["NO", "NO", "NO", "NO"] })),
  );
  const rows = await db.selectFrom("resumes").select(["id", "candidateId"]).execute();
  const candidateOf = (name: string) => {
    const { candidateId } = rows.find(({ id }) => id === of(name)) ?? {};
    assert.ok(candidateId);
    return candidateId;
  };
  const [anna, bob, carl] = people.map(candidateOf) as [string, string, string];
  await updateCandidate(owner, db, anna, { email: "anna@example.com", phone: "030 1234567" });
  await addTag(owner, db, anna, "Moves to Zwolle");
  await removeTag(owner, db, anna, "Moves to Zwolle");
  await dismissDuplicate(owner, db, { firstId: anna, secondId: carl });
  await mergeCandidates(owner, db, { keepId: anna, mergeId: bob });
  const hers = await listActivity(owner, db, { candidateId: anna }, PAGE);
  const edits = hers.data.filter(({ kind }) => kind !== "reads");
  assert.deepEqual(edits.map((one) => said(one)), [
    "Olga Owner merged Bob Two into Anna One",
    "Olga Owner said that Anna One and Carl Three are two people",
    "Olga Owner took the tag “Moves to Zwolle” from Anna One",
    "Olga Owner gave Anna One the tag “Moves to Zwolle”",
    "Olga Owner changed the e-mail address and phone number of Anna One",
  ]);
  assert.deepEqual(edits.map((one) => said(one, "nl")), [
    "Olga Owner voegde Bob Two samen met Anna One",
    "Olga Owner gaf aan dat Anna One en Carl Three twee personen zijn",
    "Olga Owner haalde het label “Moves to Zwolle” weg bij Anna One",
    "Olga Owner gaf Anna One het label “Moves to Zwolle”",
    "Olga Owner wijzigde e-mailadres en telefoonnummer van Anna One",
  ]);
  await updateJob(owner, db, job.id, { title: "Engineer", place: "Utrecht", department: "IT" });
  await updateRequirement(owner, db, job.requirements[1]?.id ?? "", { gate: true });
  await exportReport(owner, db, { job: job.id, period: "90" }, "refusals");
  await exportReport(owner, db, { job: job.id, period: "90" }, "funnel");
  const { data } = await listActivity(owner, db, { jobId: job.id }, { ...PAGE, itemsPerPage: 4 });
  assert.deepEqual(data.map((one) => said(one)), [
    "Olga Owner exported the report “How far they came”",
    "Olga Owner exported the report “Refusals by reason”",
    "Olga Owner changed the gate of the requirement “PostgreSQL”",
    "Olga Owner changed the title, place and department of the job",
  ]);
  assert.equal(
    said(data[3] as ActivityEntry, "nl").slice(11),
    "wijzigde titel, plaats en afdeling van de vacature",
  );

  await deleteCandidate(owner, services, anna);
  const kept = await db.selectFrom("auditLog").select("details")
    .where("action", "like", "tag.%").execute();
  assert.deepEqual(kept.map(({ details }) => details), [{}, {}]);
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
    people: [],
    other: null,
    from: null,
    to: null,
    reasonCode: null,
    reason: null,
    requirement: null,
    verdictBefore: null,
    verdict: null,
    fields: [],
    tag: null,
    table: null,
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
const ELSEWHERE = new RegExp(
  "^(api_key|audit|bulk|feedback|invitation|member|rate_limit|session|stage|task|tier|user|webhook|" +
    "workspace)\\.",
);

Deno.test("every action that is written down is in a history", async () => {
  const missing = new Set<string>();
  for (const folder of ["lib/hiring", "lib/hiring/model", "lib/accounts"]) {
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (!isFile) continue;
      const text = await Deno.readTextFile(`${folder}/${name}`);
      for (const [, action = ""] of text.matchAll(/actor, "([a-z]+\.[a-z_]+)"/g)) {
        if (!ELSEWHERE.test(action) && !kindOf(action)) missing.add(action);
      }
    }
  }
  assert.deepEqual([...missing], []);
});
