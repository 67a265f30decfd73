import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import { getSystemHealth } from "../lib/accounts/system_health.ts";
import { closeReaders } from "../lib/documents/read.ts";
import { deleteCandidate } from "../lib/hiring/candidate_changes.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { listDeletions } from "../lib/hiring/privacy/deletions.ts";
import { eraseAgain } from "../lib/hiring/privacy/erase_again.ts";
import { listLedger } from "../lib/hiring/privacy/ledger.ts";
import { readResume } from "../lib/hiring/resume_reading.ts";
import { addResume } from "../lib/hiring/resume_upload.ts";
import { readOriginal } from "../lib/hiring/resumes.ts";
import { readBackupFile, saveBackup } from "../lib/platform/backup/backup_file.ts";
import { restoreBackup } from "../lib/platform/backup/restore.ts";
import { openPostgres } from "../lib/platform/database.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";
import {
  CANARY,
  filesWith,
  keysWith,
  ok,
  RESUME,
  tablesWith,
  throughEveryFlow,
  untilRemoved,
} from "./harness/canary.ts";
import { makeOwner } from "./harness/owner.ts";
import { fittingPgDump } from "./harness/pg_dump.ts";
import { JOB } from "./harness/rows.ts";
import { type TestServices, testServices } from "./harness/services.ts";

/** Runs a command as a person would; answers what it printed. */
async function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const path = fileURLToPath(new URL(`../scripts/${script}.ts`, import.meta.url));
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", path, ...args],
    env: { ...env, BACKUP_PASSPHRASE: "correct horse battery staple" },
  }).output();
  const decoder = new TextDecoder();
  assert.equal(code, 0, `${script} ${args.join(" ")}: ${decoder.decode(stderr)}`);
  return decoder.decode(stdout);
}

/** Makes somebody one person with the canary; answers their id and that of the merge. */
async function mergeTess(test: ApiTest, candidate: string) {
  const job = await ok(test, "POST", "/jobs", JOB);
  const text = "Tess Baker\nBaker, Acme\n2019 - present";
  const { body: { data: [resume] } } = await test.api.upload(job.id, { "tess.txt": text });
  await untilRanked(test.api, job.id);
  const tess = (await ok(test, "GET", `/resumes/${resume.id}`)).candidate.id;
  const merge = await ok(test, "POST", `/candidates/${candidate}/merges`, { merge_id: tess });
  return { tess, merge: merge.id };
}

/** An account with a workspace of its own, and the canary in there. */
async function addNoor(test: ApiTest): Promise<string> {
  const noor = await test.addPerson("owner", "own");
  const { body: job } = await noor.call("POST", "/jobs", { json: JOB });
  await noor.upload(job.id, { "cv.txt": RESUME });
  await untilRanked(noor, job.id);
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", noor.actor.userId).executeTakeFirstOrThrow();
  return username;
}

Deno.test("whoever is erased after a backup is erased again when it is restored", async (t) => {
  await using test = await apiTest({ settings: { STORAGE: "file" } });
  const { owner, test: { services, env } } = test;
  const candidate = await throughEveryFlow(test);
  const { tess, merge } = await mergeTess(test, candidate);
  const noor = await addNoor(test);
  const folder = await Deno.makeTempDir({ prefix: "talent_backups_" });
  const backup = join(folder, "nightly.backup");
  await run("backup", [backup], { ...env, BACKUP_KEEP_DAYS: "9" });

  await ok(test, "POST", `/merges/${merge}/undo`);
  assert.equal((await test.api.call("DELETE", `/candidates/${candidate}`)).status, 204);
  assert.equal((await test.api.call("DELETE", `/db_user/${noor}`)).status, 204);

  await t.step("the proof names the backup, and so does the page of health", async () => {
    const { data: [proof] } = await ok(test, "GET", "/retention/deletions");
    const [{ file_name, made_at, kept_until }, ...more] = proof.backups;
    assert.deepEqual([proof.cause, file_name, more], ["person", "nightly.backup", []]);
    assert.equal(Date.parse(kept_until) - Date.parse(made_at), 9 * 86_400_000);
    const { backups } = await getSystemHealth(owner, services);
    assert.deepEqual(backups.map(({ fileName }) => fileName), ["nightly.backup"]);
  });

  const ledger = join(folder, "ledger.ndjson");
  await t.step(
    "a file beside the backup says who, by ids alone, and is only added to",
    async () => {
      const before = await Deno.readTextFile(ledger);
      assert.match(await run("deletions", ["--to", ledger], env), /^Added 2 lines/);
      assert.match(await run("deletions", ["--to", ledger], env), /^Added 0 lines/);
      const after = await Deno.readTextFile(ledger);
      assert.ok(after.startsWith(before));
      assert.doesNotMatch(after, new RegExp(CANARY, "i"));
      const since = new Date(Date.now() + 3_600_000).toISOString();
      const printed = await run("deletions", ["--since", since], env);
      assert.deepEqual(printed.trim().split("\n").map((line) => JSON.parse(line).kind), ["backup"]);
    },
  );

  await using other = await testServices({ STORAGE: "file", TASK_RETRY_SECONDS: "0" });
  const { db, redis } = other.services;
  await t.step("the restore erases them", async () => {
    const said = await run("restore", [backup], other.env);
    assert.match(said, /Erased again: 1 people and 1 accounts/);
    assert.deepEqual(await tablesWith(db, CANARY), []);
  });
  await t.step("and so do the worker's tasks with their files", async () => {
    assert.ok((await filesWith(other.config.dataDir, CANARY)).length > 0);
    await letWorkerRemove(other);
    assert.deepEqual(await tablesWith(db, CANARY), []);
    assert.deepEqual(await keysWith(redis, CANARY), []);
  });
  await t.step("who was one person with them only then is there, as themselves", async () => {
    const row = await db.selectFrom("candidates").select(["name", "personId"])
      .where("id", "=", tess).executeTakeFirstOrThrow();
    assert.deepEqual(row, { name: "Tess Baker", personId: tess });
  });
  await t.step("the log says so, is whole, and knows the backup again", async () => {
    const { data: [proof] } = await listDeletions(owner, db, { page: 1, itemsPerPage: 10 });
    assert.deepEqual([proof?.cause, proof?.candidateId], ["restore", candidate]);
    assert.deepEqual(proof?.backups.map(({ fileName }) => fileName), ["nightly.backup"]);
    await sealAuditLog(db);
    assert.deepEqual((await verifyAuditLog(db)).faults, []);
  });
  await t.step("and a second time finds nobody", async () => {
    const said = await run("deletions", ["--again", ledger], other.env);
    assert.match(said, /Erased again: 0 people and 0 accounts/);
  });
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a résumé that a backup has not read yet goes too", async () => {
  await using test = await testServices();
  const { services, config } = test;
  const owner = await makeOwner(services.db);
  const { workspaceId } = owner;
  const job = await createJob(owner, services.db, {
    title: JOB.title,
    description: JOB.description,
  });
  const bytes = new TextEncoder().encode(RESUME);
  const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
  const file = { fileName: "cv.txt", bytes, sizeBytes: bytes.length, hash };
  const { id: resumeId } = await addResume(owner, services, job.id, file);
  const path = join(config.dataDir, "early.backup");
  const client = openPostgres({ url: config.database.url, poolSize: 2 });
  await saveBackup(client, services.storage, { path, passphrase: undefined });
  await client.end();

  await readResume(services, { workspaceId, resumeId }, new AbortController().signal);
  await closeReaders();
  const { candidateId } = await services.db.selectFrom("resumes").select("candidateId")
    .where("id", "=", resumeId).executeTakeFirstOrThrow();
  await deleteCandidate(owner, services, candidateId ?? "");

  await using other = await testServices();
  const entries = readBackupFile(path, undefined);
  await restoreBackup(other.config.database.url, entries, other.services.storage);
  assert.deepEqual(await tablesWith(other.services.db, CANARY), ["documents.bytes"]);
  const ledger = await listLedger(services.db);
  assert.deepEqual(await eraseAgain(other.services, ledger), { people: 1, accounts: 0 });
  assert.deepEqual(await tablesWith(other.services.db, CANARY), []);
});

Deno.test("a backup by pg_dump is restored without whom a ledger elsewhere says was erased", async (t) => {
  await using test = await testServices({ STORAGE: "file" });
  const { services, config, env } = test;
  const owner = await makeOwner(services.db);
  const job = await createJob(owner, services.db, {
    title: JOB.title,
    description: JOB.description,
  });
  const add = async (fileName: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
    const file = { fileName, bytes, sizeBytes: bytes.length, hash };
    const { id } = await addResume(owner, services, job.id, file);
    const input = { workspaceId: owner.workspaceId, resumeId: id };
    await readResume(services, input, new AbortController().signal);
    return id;
  };
  const erased = await add("cv.txt", RESUME);
  const kept = await add("tess.txt", "Tess Baker\nBaker, Acme\n2019 - present");
  await closeReaders();
  const { program } = await fittingPgDump(test);
  const path = join(config.dataDir, "dumped.backup");
  await run("backup", [path, "--pg-dump"], { ...env, PG_DUMP: program });
  const entries = await Array.fromAsync(
    readBackupFile(path, "correct horse battery staple"),
    ({ name }) => name,
  );
  assert.ok(entries.some((name) => name.startsWith("database.sql/")));

  const { candidateId } = await services.db.selectFrom("resumes").select("candidateId")
    .where("id", "=", erased).executeTakeFirstOrThrow();
  await deleteCandidate(owner, services, candidateId ?? "");
  const ledger = join(config.dataDir, "elsewhere.ndjson");
  await run("deletions", ["--to", ledger], env);

  await using other = await testServices({ STORAGE: "file", TASK_RETRY_SECONDS: "0" });
  const { db } = other.services;
  await t.step("one command restores, and erases again", async () => {
    const said = await run("restore", [path, "--erase", ledger], other.env);
    assert.match(said, /^Restored: /m);
    assert.match(said, /Erased again: 1 people and 0 accounts/);
    assert.deepEqual(await tablesWith(db, CANARY), []);
  });
  await t.step("the others are there, with their files", async () => {
    const rows = await db.selectFrom("resumes").select(["id", "fileName"]).execute();
    assert.deepEqual(rows, [{ id: kept, fileName: "tess.txt" }]);
    const original = await readOriginal(owner, other.services, kept);
    assert.match(new TextDecoder().decode(original.bytes), /^Tess Baker/);
  });
  await t.step("the worker removes the files of who was erased", async () => {
    await letWorkerRemove(other);
  });
  await t.step("the log is whole, and says that it was done after a restore", async () => {
    const { data: [proof] } = await listDeletions(owner, db, { page: 1, itemsPerPage: 10 });
    assert.deepEqual([proof?.cause, proof?.candidateId], ["restore", candidateId]);
    await sealAuditLog(db);
    assert.deepEqual((await verifyAuditLog(db)).faults, []);
  });
});

/** Lets a worker do what the restore has left to it, and sees that no file tells of them any more. */
async function letWorkerRemove({ walled, services, config }: TestServices): Promise<void> {
  const stopping = new AbortController();
  const working = runWorker(walled, { signal: stopping.signal, registry });
  await untilRemoved(services.db);
  stopping.abort();
  await working;
  await closeReaders();
  assert.deepEqual(await filesWith(config.dataDir, CANARY), []);
}
