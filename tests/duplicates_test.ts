import { type RawBuilder, sql } from "kysely";
import assert from "node:assert/strict";
import {
  dismissDuplicate,
  type Duplicate,
  duplicatesOf,
  listDuplicates,
  othersLike,
  proposeAgain,
} from "../lib/hiring/duplicates.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { editPerson, mergeCandidates, undoMerge } from "../lib/hiring/merges.ts";
import { compareOldTexts, sharingBuckets } from "../lib/hiring/near_pairs.ts";
import { samePeople } from "../lib/hiring/same_people.ts";
import { Conflict, Forbidden, NotFound } from "../lib/platform/errors.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { type ApiTest, apiTest, until, untilRanked } from "./harness/api.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- TypeScript" };
const FIRST = { page: 1, itemsPerPage: 50 };

const LIFE = [
  "Work experience",
  "Backend engineer, Tidewater Bank, January 2016 - present",
  "- Wrote the payments API in TypeScript and moved it to three data centres",
  "- Tuned PostgreSQL for nine million calls a day, with indexes that nobody had thought of",
  "- Runs Kafka for twelve teams and writes the guide that forty partners use",
  "Education",
  "Computer science, University of Groningen, 2011 - 2015",
].join("\n");

const FILES = {
  "anna.txt": "Anna Berg\nanna@example.com\n06 12 34 56 78\nTypeScript at Acme",
  "anna2.txt": "A. Berg\nANNA@example.com\nPostgreSQL at Other, ten years of it",
  "anna3.txt": "Berg, Anna\n+31 6 1234 5678\nKubernetes at a third place",
  "lena.txt": `Lena Vos\nlena@example.com\n${LIFE}`,
  "lena2.txt": `Lena Vos-Kamp\nvos@example.net\n${LIFE}`,
  "otto.txt": "Otto Klein\notto@example.com\nWeb developer with shop pages",
};

/** The people of the files by the name of their file. */
async function fill(test: ApiTest): Promise<Record<keyof typeof FILES, string>> {
  const { owner, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await test.api.upload(job.id, FILES);
  await untilRanked(test.api, job.id);
  const rows = await until(
    () => db.selectFrom("resumes").select(["fileName", "candidateId", "nearComparedAt"]).execute(),
    (all) => all.every(({ nearComparedAt }) => nearComparedAt !== null),
  );
  return Object.fromEntries(rows.map((row) => [row.fileName, row.candidateId])) as never;
}

const idsOf = ({ first, second, reasons }: Duplicate) => [first.id, second.id, ...reasons];
const sorted = (...ids: string[]) => ids.toSorted();

Deno.test("listDuplicates() proposes who shares an address, a number or all but the words", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const who = await fill(test);
  const { data, totalCount } = await listDuplicates(owner, db, FIRST);
  assert.equal(totalCount, 3);
  const wanted = [
    [...sorted(who["anna.txt"], who["anna2.txt"]), "email"],
    [...sorted(who["anna.txt"], who["anna3.txt"]), "phone"],
    [...sorted(who["lena.txt"], who["lena2.txt"]), "text"],
  ];
  assert.deepEqual(data.map(idsOf).toSorted(), wanted.toSorted());
  const near = data.find(({ reasons }) => reasons.includes("text"))?.similarity ?? 0;
  assert.ok(near >= 0.8 && near < 1, String(near));
  const second = await listDuplicates(owner, db, { page: 2, itemsPerPage: 2 });
  assert.deepEqual([second.data.length, second.totalCount], [1, 3]);
  const ofAnna = await duplicatesOf(owner, db, who["anna.txt"]);
  assert.deepEqual(ofAnna.map(idsOf).toSorted(), wanted.slice(0, 2).toSorted());
  assert.deepEqual(await duplicatesOf(owner, db, who["otto.txt"]), []);

  const stranger = (await test.addPerson("owner", "own")).actor;
  assert.equal((await listDuplicates(stranger, db, FIRST)).totalCount, 0);
  await assert.rejects(duplicatesOf(stranger, db, who["anna.txt"]), NotFound);
});

Deno.test("samePeople() names the earlier résumé of whoever may be in the job already", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const who = await fill(test);
  const other = await createJob(owner, db, { ...JOB, title: "Another job" });
  await test.api.upload(other.id, { "lena.txt": FILES["lena.txt"] });
  await untilRanked(test.api, other.id);
  const files = await db.selectFrom("resumes").select(["id", "fileName"]).execute();
  const nameOf = (id: string) => files.find((one) => one.id === id)?.fileName;
  const ids = files.map(({ id }) => id);
  const same = async (actor = owner) =>
    [...await samePeople(actor, db, ids)].map(([id, { resumeId }]) =>
      `${nameOf(id)} after ${nameOf(resumeId)}`
    ).toSorted();

  assert.deepEqual(await same(), [
    "anna2.txt after anna.txt",
    "anna3.txt after anna.txt",
    "lena2.txt after lena.txt",
  ]);
  await dismissDuplicate(owner, db, { firstId: who["anna.txt"], secondId: who["anna2.txt"] });
  await mergeCandidates(owner, db, { keepId: who["lena.txt"], mergeId: who["otto.txt"] });
  assert.deepEqual(await same(), [
    "anna3.txt after anna.txt",
    "lena2.txt after lena.txt",
    "otto.txt after lena.txt",
  ], "two people, and one who became another");
  assert.deepEqual(await same((await test.addPerson("owner", "own")).actor), []);
});

Deno.test("a merge takes its pair off the list and keeps what it hid to be found by", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const who = await fill(test);
  const merge = await mergeCandidates(owner, db, {
    keepId: who["otto.txt"],
    mergeId: who["anna2.txt"],
  });
  const files = await db.selectFrom("resumes").select(["id", "fileName"]).execute();
  const fileOf = (name: string) => files.find(({ fileName }) => fileName === name)?.id ?? "";
  const same = await samePeople(owner, db, [fileOf("anna2.txt")]);
  assert.equal(
    same.get(fileOf("anna2.txt"))?.resumeId,
    fileOf("anna.txt"),
    "by the hidden address",
  );
  assert.deepEqual(
    (await duplicatesOf(owner, db, who["anna.txt"])).map(idsOf),
    [
      [...sorted(who["anna.txt"], who["anna3.txt"]), "phone"],
      [...sorted(who["anna.txt"], who["otto.txt"]), "email"],
    ].toSorted(([, a], [, b]) => a! < b! ? 1 : -1),
  );
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 3);
  const other = await mergeCandidates(owner, db, {
    keepId: who["anna.txt"],
    mergeId: who["otto.txt"],
  });
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 2);
  await undoMerge(owner, db, other.id);
  await undoMerge(owner, db, merge.id);
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 3);
  await db.transaction().execute((trx) =>
    editPerson(trx, owner.workspaceId, who["anna2.txt"], { email: "berg@example.com" })
  );
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 2);
});

Deno.test("dismissDuplicate() holds over merges, and can be taken back", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const who = await fill(test);
  const two = { firstId: who["anna2.txt"], secondId: who["anna.txt"] };
  const viewer = (await test.addPerson("viewer", "same")).actor;
  const stranger = (await test.addPerson("owner", "own")).actor;
  assert.throws(() => dismissDuplicate(viewer, db, two), Forbidden);
  assert.throws(() => proposeAgain(viewer, db, two), Forbidden);
  await assert.rejects(dismissDuplicate(stranger, db, two), NotFound);
  await assert.rejects(dismissDuplicate(owner, db, { ...two, firstId: two.secondId }), Conflict);
  await dismissDuplicate(owner, db, two);
  await dismissDuplicate(owner, db, two);
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 2);
  const { id } = await mergeCandidates(owner, db, {
    keepId: who["otto.txt"],
    mergeId: who["anna2.txt"],
  });
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 2);
  await proposeAgain(owner, db, { firstId: who["otto.txt"], secondId: who["anna.txt"] });
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 3);
  await undoMerge(owner, db, id);
  assert.equal((await duplicatesOf(owner, db, who["anna.txt"])).length, 2);
});

Deno.test("compareOldTexts() makes up for what was read before there were signatures", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  await fill(test);
  const before = await listDuplicates(owner, db, FIRST);
  await db.deleteFrom("nearTexts").execute();
  await db.updateTable("resumes")
    .set({ nearSignature: null, nearBands: null, nearComparedAt: null }).execute();
  await db.updateTable("candidates").set({ phoneE164: null }).execute();
  assert.equal((await listDuplicates(owner, db, FIRST)).totalCount, 1);
  const signal = new AbortController().signal;
  assert.equal(await compareOldTexts(db, signal), 6);
  assert.deepEqual(await listDuplicates(owner, db, FIRST), before);
  assert.equal(await compareOldTexts(db, signal), 0);
});

Deno.test("looking for who is like somebody reads no table through", async () => {
  await using test = await apiTest({ worker: false });
  const { owner: { workspaceId }, owner, test: { walled, services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await sql`
    insert into candidates (workspace_id, name, email, phone_e164)
    select ${workspaceId}, 'Person ' || i, 'p' || i || '@example.com',
      '+316' || lpad(i::text, 8, '0')
    from generate_series(1, 5000) i`.execute(db);
  await sql`
    insert into resumes (workspace_id, job_id, candidate_id, file_name, content_hash, size_bytes,
      status, text, near_bands)
    select workspace_id, ${job.id}, id, 'cv.txt', decode(md5(id::text), 'hex'), 1, 'done', name,
      array(select hashtext(id::text || i) from generate_series(1, 16) i)
    from candidates`.execute(db);
  await sql`
    insert into near_texts (workspace_id, first_id, second_id, similarity)
    select workspace_id, id, next, 0.9
    from (select workspace_id, id, lead(id) over (order by id) as next from resumes) r
    where next is not null`.execute(db);
  await sql`vacuum analyze candidates, resumes, near_texts`.execute(db);
  const one = await db.selectFrom("resumes").select(["id", "candidateId", "nearBands"])
    .limit(1).executeTakeFirstOrThrow();
  assert.ok(one.candidateId && one.nearBands);
  const persons = await planOf(othersLike(workspaceId, one.candidateId));
  for (const index of ["candidates_by_email", "candidates_by_phone", "near_texts_of_second"]) {
    assert.ok(persons.includes(index), `${index} in\n${persons}`);
  }
  const buckets = await planOf(sharingBuckets(workspaceId, one.id, one.nearBands));
  assert.ok(buckets.includes("resumes_near"), buckets);
  for (const plan of [persons, buckets]) {
    assert.doesNotMatch(plan, /Seq Scan on (candidates|resumes|near_texts)/);
  }

  async function planOf(statement: RawBuilder<unknown>): Promise<string> {
    const { rows } = await inWorkspace(
      workspaceId,
      () => sql<{ "QUERY PLAN": string }>`explain ${statement}`.execute(walled.db),
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  }
});
