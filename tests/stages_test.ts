import assert from "node:assert/strict";
import { createJob } from "../lib/hiring/jobs.ts";
import { historyOf, moveResumes } from "../lib/hiring/moves.ts";
import { countStanding, removeStage } from "../lib/hiring/stage_removal.ts";
import { addStage, listStages, placeStage, renameStage } from "../lib/hiring/stages.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../lib/platform/errors.ts";
import { STAGE_WORDS } from "../routes/(_shared)/stage_words.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";

const words = STAGE_WORDS;

const JOB = { title: "Backend engineer", description: "Requirements:\n- TypeScript" };

async function wordsOf({ owner, test }: ApiTest): Promise<string[]> {
  const stages = await listStages(owner, test.services.db);
  return stages.map(({ key, name }) => name ?? key ?? "");
}

async function idOf({ owner, test }: ApiTest, word: string): Promise<string> {
  const stages = await listStages(owner, test.services.db);
  const found = stages.find(({ key, name }) => (name ?? key) === word);
  assert.ok(found, word);
  return found.id;
}

Deno.test("listStages() makes the six once, also when many ask first", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  await Promise.all(Array.from({ length: 5 }, () => listStages(owner, services.db)));
  assert.deepEqual(await wordsOf(test), [
    "new",
    "shortlisted",
    "interview",
    "offer",
    "hired",
    "rejected",
  ]);
});

Deno.test("stages are added, renamed and placed", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const added = await addStage(owner, db, { name: "Phone call", decision: "undecided" }, words);
  assert.equal(added.position, 1, "behind the last that means the same");
  const interview = await idOf(test, "interview");
  await renameStage(owner, db, { stageId: interview, words }, { name: "First talk" });
  await placeStage(owner, db, added.id, 3);
  const order = ["new", "shortlisted", "First talk", "Phone call", "offer", "hired", "rejected"];
  assert.deepEqual(await wordsOf(test), order);
  await renameStage(owner, db, { stageId: interview, words }, { name: null });
  assert.equal((await wordsOf(test))[2], "interview");
  await assert.rejects(
    renameStage(owner, db, { stageId: added.id, words }, { name: null }),
    InvalidInput,
  );
  await assert.rejects(
    addStage(owner, db, { name: "PHONE CALL", decision: "undecided" }, words),
    InvalidInput,
  );
  const add = (name: string) => addStage(owner, db, { name, decision: "undecided" }, words);
  for (let n = 8; n <= 20; n++) await add(`S${n}`);
  await assert.rejects(add("Last"), InvalidInput);
});

Deno.test("no stage is called as another one is in any language", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services: { db } } } = test;
  const add = (name: string) => addStage(owner, db, { name, decision: "shortlisted" }, words);
  const rename = async (stage: string, name: string | null) =>
    renameStage(owner, db, { stageId: await idOf(test, stage), words }, { name });
  for (const name of ["New", "nieuw", "Op de shortlist", "AFGEWEZEN", "Gesprek", "Hired"]) {
    await assert.rejects(add(name), InvalidInput, name);
    const { status } = await api.call("POST", "/stages", { json: { name, decision: "rejected" } });
    assert.equal(status, 422, name);
  }
  await assert.rejects(rename("offer", "Aangenomen"), InvalidInput);
  await rename("offer", "Aanbod");
  await rename("Aanbod", null);
  // A name that was given up is free, and its stage cannot have the word back meanwhile.
  await rename("hired", "Signed");
  await add("Aangenomen");
  await assert.rejects(rename("Signed", null), InvalidInput);
});

Deno.test("removeStage() keeps the first, one of each meaning, and everybody's place", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services } } = test;
  const { db } = services;
  await assert.rejects(removeStage(owner, services, await idOf(test, "new")), Conflict);
  await assert.rejects(removeStage(owner, services, await idOf(test, "rejected")), Conflict);
  await removeStage(owner, services, await idOf(test, "hired"));
  assert.ok(!(await wordsOf(test)).includes("hired"));
  const job = await createJob(owner, db, JOB);
  const { body } = await api.upload(job.id, { "a.txt": "Anna One", "b.txt": "Bob Two" });
  const resumeIds = body.data.map(({ id }: { id: string }) => id);
  const interview = await idOf(test, "interview");
  const offer = await idOf(test, "offer");
  await moveResumes(owner, services, { resumeIds, to: { stageId: interview } });
  assert.equal((await countStanding(owner, db)).get(interview), 2);
  await assert.rejects(removeStage(owner, services, interview), Conflict);
  for (const moveTo of [interview, await idOf(test, "rejected")]) {
    await assert.rejects(removeStage(owner, services, interview, { moveTo }), InvalidInput);
  }
  assert.deepEqual(await removeStage(owner, services, interview, { moveTo: offer }), { moved: 2 });
  assert.equal((await countStanding(owner, db)).get(offer), 2);
  const [last, before] = await historyOf(owner, db, resumeIds[0]);
  assert.deepEqual([last?.from.key, last?.to.key, before?.to.key], [
    "interview",
    "offer",
    "interview",
  ]);
  await assert.rejects(removeStage(owner, services, interview), NotFound);
  await assert.rejects(
    moveResumes(owner, services, { resumeIds, to: { stageId: interview } }),
    NotFound,
  );
});

Deno.test("stages are for those who may, within their workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { test: { services } } = test;
  const id = await idOf(test, "offer");
  const stranger = await test.addPerson("owner", "own");
  const manager = await test.addPerson("hiring_manager", "same");
  const tries = [
    (actor: typeof manager.actor) =>
      renameStage(actor, services.db, { stageId: id, words }, { name: "Mine" }),
    (actor: typeof manager.actor) => placeStage(actor, services.db, id, 0),
    (actor: typeof manager.actor) => removeStage(actor, services, id),
  ];
  for (const run of tries) {
    await assert.rejects(async () => await run(manager.actor), Forbidden);
    await assert.rejects(async () => await run(stranger.actor), NotFound);
  }
  const input = { name: "Mine", decision: "undecided" } as const;
  await assert.rejects(
    async () => await addStage(manager.actor, services.db, input, words),
    Forbidden,
  );
  const own = await addStage(stranger.actor, services.db, input, words);
  assert.ok(!(await listStages(test.owner, services.db)).some((stage) => stage.id === own.id));
});
