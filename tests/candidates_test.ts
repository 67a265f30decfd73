import assert from "node:assert/strict";
import {
  deleteCandidate,
  describeCandidateDeletion,
  updateCandidate,
} from "../lib/hiring/candidate_changes.ts";
import { getPerson, listPeople, type Person } from "../lib/hiring/candidates.ts";
import { createJob, getJob } from "../lib/hiring/jobs.ts";
import { mergeCandidates, undoMerge } from "../lib/hiring/merges.ts";
import { addNote, editNote, listNotes, removeNote } from "../lib/hiring/notes.ts";
import { addTag, listTags, MAX_TAGS, removeTag } from "../lib/hiring/tags.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- TypeScript" };

const resumeOf = (name: string, email: string) =>
  `${name}\n${email}\n\nWork experience\nDeveloper, Acme, 2019 - present\n- TypeScript`;

/** Anna in two jobs under two addresses, and Bob in one. */
async function ready(test: ApiTest) {
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const jobs = [];
  for (const title of ["First job", "Second job"]) {
    jobs.push(await createJob(owner, db, { ...JOB, title }));
  }
  const [first, second] = jobs;
  assert.ok(first && second);
  await api.upload(first.id, {
    "anna.txt": resumeOf("Anna Visser", "anna@example.com"),
    "bob.txt": resumeOf("Bob Meijer", "bob@example.com"),
  });
  await api.upload(second.id, { "anna-2.txt": resumeOf("Anna Visser", "a.visser@example.com") });
  for (const { id } of jobs) await untilRanked(api, id);
  const { data } = await listPeople(owner, db, { page: 1, itemsPerPage: 10, sort: "added" });
  const by = (email: string): Person => {
    const found = data.find((person) => person.email === email);
    assert.ok(found, email);
    return found;
  };
  const people = {
    anna: by("anna@example.com"),
    again: by("a.visser@example.com"),
    bob: by("bob@example.com"),
  };
  return { owner, db, services, first, second, people };
}

Deno.test("listPeople() has people with jobs, grades, stages and tags", async (t) => {
  await using test = await apiTest();
  const { owner, db, first, people: { anna, bob } } = await ready(test);
  const list = (more: { tag?: string; sort?: "change" | "name" | "added"; page?: number } = {}) =>
    listPeople(owner, db, { page: 1, itemsPerPage: 10, sort: "change", ...more });

  await t.step("what stands about one", () => {
    const [resume] = anna.resumes;
    assert.equal(resume?.job.title, first.title);
    assert.deepEqual([resume?.fileName, resume?.status], ["anna.txt", "done"]);
    assert.ok(resume?.grade && resume.score !== null);
    assert.equal(resume.stage.key, "new");
    assert.equal(anna.headline, resume.headline);
  });

  await t.step("by name, by change and by tag, part by part", async () => {
    assert.deepEqual((await list({ sort: "name" })).data.map(({ name }) => name), [
      "Anna Visser",
      "Anna Visser",
      "Bob Meijer",
    ]);
    await addTag(owner, db, bob.id, "Referral");
    assert.equal((await list()).data[0]?.id, bob.id);
    const { data, totalCount } = await list({ tag: "REFERRAL" });
    assert.deepEqual([data.map(({ id }) => id), totalCount], [[bob.id], 1]);
    const second = await listPeople(owner, db, { page: 2, itemsPerPage: 2, sort: "name" });
    assert.deepEqual([second.data.length, second.hasMore, second.totalCount], [1, false, 3]);
  });

  await t.step("a viewer reads; another workspace has nobody", async () => {
    const viewer = (await test.addPerson("viewer", "same")).actor;
    assert.equal(
      (await listPeople(viewer, db, { page: 1, itemsPerPage: 9, sort: "name" }))
        .totalCount,
      3,
    );
    const stranger = (await test.addPerson("owner", "own")).actor;
    assert.equal(
      (await listPeople(stranger, db, { page: 1, itemsPerPage: 9, sort: "name" }))
        .totalCount,
      0,
    );
    await assert.rejects(getPerson(stranger, db, anna.id), NotFound);
  });
});

Deno.test("updateCandidate() changes what is shown, also after a merge", async (t) => {
  await using test = await apiTest();
  const { owner, db, people: { anna, again } } = await ready(test);

  await t.step("each field alone, and consent with its days", async () => {
    const changed = await updateCandidate(owner, db, anna.id, {
      phone: "+31 6 12345678",
      consent: "given",
      consentOn: "2026-01-05",
      consentUntil: "2027-01-05",
    });
    assert.deepEqual(
      [changed.name, changed.phone, changed.consent, changed.consentUntil],
      ["Anna Visser", "+31 6 12345678", "given", "2027-01-05"],
    );
    const { place } = await updateCandidate(owner, db, anna.id, { place: "Zwolle" });
    assert.equal(place, "Zwolle");
    const ends = updateCandidate(owner, db, anna.id, { consentUntil: "2025-12-31" });
    await assert.rejects(ends, InvalidInput);
    assert.equal((await getPerson(owner, db, anna.id)).consentUntil, "2027-01-05");
  });

  await t.step("a merged person is changed as one, and both come back as they were", async () => {
    const merge = await mergeCandidates(owner, db, { keepId: anna.id, mergeId: again.id });
    const edited = await updateCandidate(owner, db, again.id, { email: "new@example.com" });
    assert.deepEqual([edited.id, edited.email, edited.resumes.length], [
      anna.id,
      "new@example.com",
      2,
    ]);
    assert.equal((await getPerson(owner, db, again.id)).id, anna.id);
    await undoMerge(owner, db, merge.id);
    assert.equal((await getPerson(owner, db, again.id)).email, "a.visser@example.com");
  });

  await t.step("nothing that has changed since it was seen", async () => {
    const seen = { place: "Zwolle", consent: "given" };
    await updateCandidate(owner, db, anna.id, { seen, place: "Deventer" });
    const late = updateCandidate(owner, db, anna.id, { seen, place: "Kampen" });
    await assert.rejects(late, Conflict);
    // Other fields and the same wish are no conflict.
    await updateCandidate(owner, db, anna.id, { seen, consent: "withdrawn" });
    await updateCandidate(owner, db, anna.id, { seen, place: "Deventer" });
    assert.equal((await getPerson(owner, db, anna.id)).place, "Deventer");
  });

  await t.step("not by a viewer, and not from elsewhere", async () => {
    const viewer = (await test.addPerson("viewer", "same")).actor;
    await assert.rejects(updateCandidate(viewer, db, anna.id, { name: "X" }), Forbidden);
    const stranger = (await test.addPerson("owner", "own")).actor;
    await assert.rejects(updateCandidate(stranger, db, anna.id, { name: "X" }), NotFound);
  });
});

Deno.test("notes and tags are of the person, whoever of them they came to", async (t) => {
  await using test = await apiTest();
  const { owner, db, first, people: { anna, again, bob } } = await ready(test);
  const colleague = (await test.addPerson("hiring_manager", "same")).actor;

  await t.step("a note has an author, a time and perhaps a job", async () => {
    const note = await addNote(owner, db, {
      candidateId: anna.id,
      jobId: first.id,
      text: "Called on Monday",
    });
    assert.deepEqual([note.job?.title, note.author?.name, note.isOwn], [
      first.title,
      owner.name,
      true,
    ]);
    await addNote(colleague, db, { candidateId: anna.id, text: "Starts in May" });
    const notes = await listNotes(owner, db, anna.id);
    assert.deepEqual(notes.map(({ text, isOwn }) => [text, isOwn]), [
      ["Starts in May", false],
      ["Called on Monday", true],
    ]);
  });

  await t.step("only its author changes and removes it", async () => {
    const [theirs, own] = await listNotes(owner, db, anna.id);
    assert.ok(theirs && own);
    await assert.rejects(editNote(owner, db, theirs.id, "No"), Forbidden);
    await assert.rejects(removeNote(owner, db, theirs.id), Forbidden);
    const edited = await editNote(owner, db, own.id, "Called on Tuesday");
    assert.equal(edited.text, "Called on Tuesday");
    assert.notEqual(edited.updatedAt, edited.createdAt);
    await removeNote(colleague, db, theirs.id);
    await assert.rejects(removeNote(colleague, db, theirs.id), NotFound);
  });

  await t.step("a tag is one in any case, in the spelling that was first", async () => {
    assert.deepEqual(await addTag(owner, db, bob.id, "Remote"), ["Remote"]);
    assert.deepEqual(await addTag(owner, db, anna.id, "REMOTE"), ["Remote"]);
    assert.deepEqual(await addTag(owner, db, anna.id, "remote"), ["Remote"]);
    assert.deepEqual(await listTags(owner, db), [{ tag: "Remote", people: 2 }]);
  });

  await t.step("after a merge both people's are there", async () => {
    await addNote(owner, db, { candidateId: again.id, text: "Same person, new address" });
    await addTag(owner, db, again.id, "Remote");
    await addTag(owner, db, again.id, "Senior");
    const merge = await mergeCandidates(owner, db, { keepId: anna.id, mergeId: again.id });
    assert.equal((await listNotes(owner, db, again.id)).length, 2);
    assert.deepEqual((await getPerson(owner, db, anna.id)).tags, ["Remote", "Senior"]);
    assert.deepEqual(await removeTag(owner, db, anna.id, "senior"), ["Remote"]);
    await undoMerge(owner, db, merge.id);
    assert.equal((await listNotes(owner, db, again.id)).length, 1);
  });

  await t.step("there are only so many tags, and none to remove twice", async () => {
    await assert.rejects(removeTag(owner, db, bob.id, "Nothing"), NotFound);
    for (let n = 1; n < MAX_TAGS; n++) await addTag(owner, db, bob.id, `Tag ${n}`);
    await assert.rejects(addTag(owner, db, bob.id, "One more"), InvalidInput);
  });

  await t.step("a viewer writes none, a stranger reads none, a foreign job is none", async () => {
    const viewer = (await test.addPerson("viewer", "same")).actor;
    assert.throws(() => addNote(viewer, db, { candidateId: anna.id, text: "x" }), Forbidden);
    assert.throws(() => addTag(colleague, db, anna.id, "x"), Forbidden);
    const stranger = (await test.addPerson("owner", "own")).actor;
    await assert.rejects(listNotes(stranger, db, anna.id), NotFound);
    await assert.rejects(addTag(stranger, db, anna.id, "x"), NotFound);
    const job = await createJob(stranger, db, JOB);
    const foreign = addNote(owner, db, { candidateId: anna.id, jobId: job.id, text: "x" });
    await assert.rejects(foreign, NotFound);
  });
});

Deno.test("deleteCandidate() takes all of a person, and nothing of another", async () => {
  await using test = await apiTest();
  const { owner, db, services, first, second, people: { anna, again, bob } } = await ready(test);
  await addNote(owner, db, { candidateId: again.id, text: "To be forgotten" });
  await addTag(owner, db, anna.id, "Forget");
  await mergeCandidates(owner, db, { keepId: anna.id, mergeId: again.id });
  assert.deepEqual(await describeCandidateDeletion(owner, db, anna.id), {
    resumes: 2,
    evaluations: 2,
    notes: 1,
  });
  const manager = (await test.addPerson("hiring_manager", "same")).actor;
  await assert.rejects(deleteCandidate(manager, services, anna.id), Forbidden);
  const stranger = (await test.addPerson("owner", "own")).actor;
  await assert.rejects(deleteCandidate(stranger, services, anna.id), NotFound);

  await deleteCandidate(owner, services, again.id);
  for (const id of [anna.id, again.id]) await assert.rejects(getPerson(owner, db, id), NotFound);
  await assert.rejects(deleteCandidate(owner, services, anna.id), NotFound);
  assert.equal((await getPerson(owner, db, bob.id)).resumes.length, 1);
  assert.equal((await getJob(owner, db, first.id)).resumes.total, 1);
  assert.equal((await getJob(owner, db, second.id)).resumes.total, 0);
  const left = await Promise.all(
    (["documents", "evaluations", "notes", "candidateTags"] as const).map((table) =>
      db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as("count"))
        .executeTakeFirstOrThrow()
    ),
  );
  assert.deepEqual(left.map(({ count }) => count), [1, 1, 0, 0]);
});

Deno.test("the API tags and searches people, and says what it cannot take", async () => {
  await using test = await apiTest();
  const { people: { anna } } = await ready(test);
  const { api } = test;
  const tagged = await api.call("POST", `/candidates/${anna.id}/tags`, {
    json: { tag: " Zo snel mogelijk / nu " },
  });
  assert.deepEqual(tagged.body.data, ["Zo snel mogelijk / nu"]);
  const query = new URLSearchParams({ tag: "zo snel mogelijk / nu" });
  const untagged = await api.call("DELETE", `/candidates/${anna.id}/tags?${query}`);
  assert.deepEqual([untagged.status, untagged.body.data], [200, []]);
  const { body } = await api.call("GET", "/search?q=visser");
  assert.deepEqual([body.total_count, body.is_more], [2, false]);
  assert.deepEqual(body.data[0].marks.name.at(-1), { text: "Visser", is_hit: true });
  assert.equal((await api.call("GET", "/search?q=")).status, 422);
  const wrong = await api.call("PATCH", `/candidates/${anna.id}`, { json: { email: "nobody" } });
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, "/email"]);
  const script = await api.call("PATCH", `/candidates/${anna.id}`, {
    json: { phone: "javascript:alert(1)" },
  });
  assert.deepEqual([script.status, script.body.errors[0].pointer], [422, "/phone"]);
  const late = await api.call("PATCH", `/candidates/${anna.id}`, {
    json: { consent_until: "2027-01-05", seen: { consent_until: "2026-06-30" } },
  });
  assert.equal(late.status, 409);
});
