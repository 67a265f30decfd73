import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Principal } from "../lib/accounts/principal.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { addNote } from "../lib/hiring/notes.ts";
import { replaceResume } from "../lib/hiring/resume_replacement.ts";
import { addResume, type UploadedFile } from "../lib/hiring/resume_upload.ts";
import { pasteResume } from "../lib/hiring/resume_paste.ts";
import { getResume, readOriginal, type Resume } from "../lib/hiring/resumes.ts";
import { Conflict, Forbidden, InvalidInput, NotFound, TooLarge } from "../lib/platform/errors.ts";
import type { Services } from "../lib/platform/services.ts";
import { type ApiTest, apiTest, type Json, until } from "./harness/api.ts";

const JOB = { title: "Sales", description: "Requirements:\n- Salesforce\n- Dutch" };
const ANNA = "Anna Berg\nanna@example.com\n\nWork experience\nSales, Acme, 2016 - present";

function fileOf(fileName: string, text: string): UploadedFile {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
  return { fileName, bytes, sizeBytes: bytes.length, hash };
}

async function* only(...files: UploadedFile[]): AsyncGenerator<UploadedFile> {
  yield* files;
}

async function addRead(test: ApiTest, jobId: string, file: UploadedFile): Promise<Resume> {
  const { id } = await addResume(test.owner, test.test.services, jobId, file);
  return await untilRead(test.owner, test.test.services, id);
}

function untilRead(actor: Principal, { db }: Services, id: string): Promise<Resume> {
  return until(
    () => getResume(actor, db, id),
    ({ status }) => status === "done" || status === "failed",
  );
}

Deno.test("replaceResume() keeps id, candidate, notes and stage, and reads the new file", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const { id: jobId } = await createJob(owner, db, JOB);
  const before = await addRead(test, jobId, fileOf("anna.txt", ANNA));
  const candidateId = before.candidate?.id ?? "";
  await addNote(owner, db, { candidateId, text: "Rang back at once.", jobId });
  await moveResumes(owner, services, { resumeIds: [before.id], to: { decision: "shortlisted" } });

  const better = fileOf("anna better.txt", `${ANNA}\n- Closed deals in Salesforce`);
  const waiting = await replaceResume(owner, services, before.id, only(better));
  assert.deepEqual([waiting.id, waiting.status, waiting.fileName], [
    before.id,
    "waiting",
    "anna better.txt",
  ]);
  const after = await untilRead(owner, services, before.id);
  assert.deepEqual([after.status, after.candidate?.id], ["done", candidateId]);
  assert.match(after.text ?? "", /Closed deals/);
  const { bytes } = await readOriginal(owner, services, before.id);
  assert.deepEqual(new Uint8Array(bytes), better.bytes);
  const row = await db.selectFrom("resumes").innerJoin("stages", "stages.id", "resumes.stageId")
    .select("stages.key").where("resumes.id", "=", before.id).executeTakeFirst();
  assert.equal(row?.key, "shortlisted");
  const notes = await db.selectFrom("notes").select("text")
    .where("candidateId", "=", candidateId).execute();
  assert.equal(notes.length, 1);
  const ranking = await api.call("GET", `/jobs/${jobId}/ranking`);
  assert.equal(ranking.body.total_count, 1);
  const entries = await db.selectFrom("auditLog").select(["action", "details"])
    .where("resumeId", "=", before.id).where("action", "=", "resume.replaced").execute();
  assert.equal(entries.length, 1);
});

Deno.test("replaceResume() gives a wrong file's place to the right person", async () => {
  await using test = await apiTest();
  const { owner, api, test: { services } } = test;
  const { db } = services;
  const { id: jobId } = await createJob(owner, db, JOB);
  const before = await addRead(test, jobId, fileOf("anna.txt", ANNA));
  const { body } = await api.call("GET", `/resumes/${before.id}/evaluation`);
  await api.call("POST", `/evaluations/${body.id}/overrides`, {
    json: { requirement_id: body.matches[0].requirement_id, match: "PARTIAL", reason: "By phone" },
  });
  const bob = fileOf("bob.txt", ANNA.replaceAll(/Anna Berg/g, "Bob Dale").replace("anna@", "bob@"));
  await replaceResume(owner, services, before.id, only(bob));
  const after = await untilRead(owner, services, before.id);
  assert.equal(after.candidate?.name, "Bob Dale");
  assert.notEqual(after.candidate?.id, before.candidate?.id);
  const left = await db.selectFrom("candidates").select("name").execute();
  assert.deepEqual(left.map(({ name }) => name), ["Bob Dale"]);
  const evaluation = await api.call("GET", `/resumes/${before.id}/evaluation`);
  assert.ok(evaluation.body.matches.every(({ override }: Json) => override === null));
});

Deno.test("replaceResume() mends a file that failed, also one that was not kept", async () => {
  await using test = await apiTest({ settings: { DOCUMENT_MAX_BYTES: "5000" } });
  const { owner, test: { services } } = test;
  const { id: jobId } = await createJob(owner, services.db, JOB);
  const large = { ...fileOf("large.txt", "x".repeat(9000)), bytes: null };
  const failed = await addRead(test, jobId, large);
  assert.equal(failed.error?.code, "too_large");
  await replaceResume(owner, services, failed.id, only(fileOf("anna.txt", ANNA)));
  const after = await untilRead(owner, services, failed.id);
  assert.deepEqual([after.status, after.error, after.candidate?.name], ["done", null, "Anna Berg"]);
});

Deno.test("replaceResume() changes nothing when it refuses", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { db } = services;
  const { id: jobId } = await createJob(owner, db, JOB);
  const one = await addResume(owner, services, jobId, { ...fileOf("1.txt", "1"), bytes: null });
  const busy = await addResume(owner, services, jobId, fileOf("2.txt", ANNA));
  const viewer = await test.addPerson("viewer", "same");
  const stranger = await test.addPerson("owner", "own");
  const good = fileOf("good.txt", "Good");
  const replace = (actor: Principal, id: string, ...files: UploadedFile[]) =>
    replaceResume(actor, services, id, only(...files));
  const before = await db.selectFrom("resumes").selectAll().orderBy("id").execute();
  await assert.rejects(replace(viewer.actor, one.id, good), Forbidden);
  await assert.rejects(replace(stranger.actor, one.id, good), NotFound);
  await assert.rejects(replace(owner, busy.id, good), Conflict, "one that is being read");
  await assert.rejects(replace(owner, one.id, fileOf("same.txt", ANNA)), Conflict, "a known file");
  await assert.rejects(replace(owner, one.id), InvalidInput);
  await assert.rejects(replace(owner, one.id, good, good), InvalidInput);
  await assert.rejects(replace(owner, one.id, { ...good, bytes: null }), TooLarge);
  await db.updateTable("jobs").set({ archivedAt: new Date() }).execute();
  await assert.rejects(replace(owner, one.id, good), Conflict, "a closed job");
  assert.deepEqual(await db.selectFrom("resumes").selectAll().orderBy("id").execute(), before);
});

Deno.test("pasteResume() makes a text file, named or called after its first line", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { id: jobId } = await createJob(owner, services.db, JOB);
  const paste = (name: string, text: string) => pasteResume(owner, services, jobId, { name, text });
  assert.equal((await paste("", ANNA)).fileName, "Anna Berg.txt");
  const again = await paste("../../Anna", ANNA);
  assert.deepEqual([again.duplicate, again.fileName], [true, "Anna Berg.txt"]);
  assert.equal((await paste("a/b", `${ANNA}.`)).fileName, "a-b.txt");
  const viewer = await test.addPerson("viewer", "same");
  await assert.rejects(
    pasteResume(viewer.actor, services, jobId, { name: "", text: ANNA }),
    Forbidden,
  );
});
