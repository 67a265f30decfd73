import { sql } from "kysely";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJob } from "../lib/hiring/jobs.ts";
import { addResume } from "../lib/hiring/resume_upload.ts";
import { readOriginal, removeResume } from "../lib/hiring/resumes.ts";
import { readBackupFile, saveBackup } from "../lib/platform/backup/backup_file.ts";
import { findPgDump } from "../lib/platform/backup/pg_dump.ts";
import { restoreBackup, verifyBackup } from "../lib/platform/backup/restore.ts";
import { CannotOpen } from "../lib/platform/backup/sealed_stream.ts";
import {
  BrokenArchive,
  readTar,
  tarEnd,
  type TarEntry,
  tarEntry,
} from "../lib/platform/backup/tar.ts";
import { writeBackup } from "../lib/platform/backup/write_backup.ts";
import { type Db, openPostgres } from "../lib/platform/database.ts";
import { Conflict, Unavailable } from "../lib/platform/errors.ts";
import { checkFiles } from "../lib/platform/storage/moving.ts";
import { removeUnnamed } from "../lib/platform/storage/removal.ts";
import { makeOwner } from "./harness/owner.ts";
import { fittingPgDump, makeProgram } from "./harness/pg_dump.ts";
import { type TestServices, testServices } from "./harness/services.ts";

const PASSPHRASE = "correct horse battery staple";
const NASTY = 'Tabs\tand \\back\\slashes\\n, "quotes"\nRequirements:\n- TypeScript\n- Čeština 日本';

/** An installation with two résumés, whose files are in its folder. */
async function filled(test: TestServices) {
  const { services } = test;
  const owner = await makeOwner(services.db);
  const job = await createJob(owner, services.db, { title: "Engineer", description: NASTY });
  const add = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
    const file = { fileName: `${text}.txt`, bytes, sizeBytes: bytes.length, hash };
    return (await addResume(owner, services, job.id, file)).id;
  };
  return { owner, add, first: await add("Anna"), second: await add("Bert") };
}

/** All that is in the tables, one line each. */
async function contentsOf(db: Db): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p'
      and relname <> 'kysely_migration'`.execute(db);
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows: [row] } = await sql<{ hash: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash
      from ${sql.table(name)} as t`.execute(db);
    contents[name] = row?.hash ?? "";
  }
  return contents;
}

async function backedUp(test: TestServices, passphrase: string | undefined) {
  const path = join(test.config.dataDir, "nightly.backup");
  const client = openPostgres({ url: test.config.database.url, poolSize: 2 });
  try {
    return {
      path,
      manifest: await saveBackup(client, test.services.storage, { path, passphrase }),
    };
  } finally {
    await client.end();
  }
}

Deno.test("a backup is of one moment, and restores every row, key and file", async () => {
  await using test = await testServices({ STORAGE: "file" });
  const { services, config } = test;
  const { db, storage } = services;
  const { owner, add, first, second } = await filled(test);
  const before = await contentsOf(db);

  // While it is made, people go on; what they delete stays where it is until the end.
  const client = openPostgres({ url: config.database.url, poolSize: 2 });
  const { bytes, manifest } = writeBackup(client, storage);
  const entries: TarEntry[] = [];
  for await (const entry of readTar(bytes)) {
    entries.push({ name: entry.name, bytes: entry.bytes.slice() });
    if (entry.name !== "backup.json") continue;
    await add("Carla");
    await removeResume(owner, services, second);
    const [{ payload } = { payload: null }] = await db.selectFrom("tasks").select("payload")
      .where("name", "=", "remove_bytes").execute();
    const name = payload as { workspaceId: string; hash: string };
    await assert.rejects(removeUnnamed(db, storage.store("file"), name), Unavailable);
  }
  await client.end();
  assert.deepEqual(manifest.missing, []);
  assert.notDeepEqual(await contentsOf(db), before);

  await using other = await testServices({ STORAGE: "file" });
  const archive = () => readTar(ReadableStream.from([...entries.flatMap(tarEntry), tarEnd()]));
  const { files } = await restoreBackup(
    other.config.database.url,
    archive(),
    other.services.storage,
  );
  assert.equal(files, 2);
  assert.deepEqual(await contentsOf(other.services.db), before);
  const found = await readOriginal(owner, other.services, second);
  assert.equal(new TextDecoder().decode(found.bytes), "Bert");
  await addsOn(other, first);

  const again = restoreBackup(other.config.database.url, archive(), other.services.storage);
  await assert.rejects(again, Conflict);

  await using empty = await testServices();
  const { url } = empty.config.database;
  const untouched = await contentsOf(empty.services.db);
  const [head, ...rest] = entries;
  const wrongs: Record<string, typeof entries> = {
    "no manifest": entries.slice(0, -1),
    "no head": rest,
    "a part is missing": entries.filter(({ name }) => !name.startsWith("tables/jobs/")),
    "a file is missing": entries.filter(({ name }) => !name.startsWith("files/")),
    "a row is changed": entries.map((entry) =>
      entry.name.startsWith("tables/jobs/")
        ? { ...entry, bytes: entry.bytes.map((byte) => byte === 0x45 ? 0x46 : byte) }
        : entry
    ),
    "an entry is strange": [head, { name: "etc/passwd", bytes: new Uint8Array(3) }, ...rest]
      .flatMap((entry) => entry ?? []),
  };
  for (const [what, wrong] of Object.entries(wrongs)) {
    const stream = ReadableStream.from([...wrong.flatMap(tarEntry), tarEnd()]);
    await assert.rejects(restoreBackup(url, readTar(stream), undefined), BrokenArchive, what);
  }
  assert.deepEqual(await contentsOf(empty.services.db), untouched, "all of it or nothing");
  assert.equal((await verifyBackup(url, archive())).files, 2);
  const { rows } = await sql`select from pg_database where datname like 'restore_check_%'`
    .execute(db);
  assert.deepEqual(rows, [], "what was made to try is gone");
});

/** The sequences go on behind what came, and keys hold. */
async function addsOn({ services: { db } }: TestServices, resumeId: string): Promise<void> {
  await sql`update resumes set updated_at = now() where id = ${resumeId}`.execute(db);
  const wrong = sql`update resumes set job_id = ${crypto.randomUUID()}`.execute(db);
  await assert.rejects(wrong, { code: "23503" });
}

Deno.test("a backup is encrypted, tells of files that were lost, and is restored into another storage", async () => {
  await using test = await testServices({ STORAGE: "file" });
  const { db, storage } = test.services;
  const { owner, second, add } = await filled(test);
  await add("Dora");
  const row = await db.selectFrom("documents").select(["workspaceId", "hash"])
    .where("key", "=", `resumes/${second}`).executeTakeFirstOrThrow();
  await storage.store("file").remove({ workspaceId: row.workspaceId, hash: row.hash.toHex() });
  const { path, manifest } = await backedUp(test, PASSPHRASE);
  assert.equal(manifest.missing.length, 1);
  assert.match(manifest.missing[0] ?? "", new RegExp(`/${row.hash.toHex()}$`));
  const raw = await Deno.readFile(path);
  assert.ok(!new TextDecoder("latin1").decode(raw).includes("backup.json"));
  await assert.rejects(backedUp(test, PASSPHRASE), Deno.errors.AlreadyExists);
  const { url } = test.config.database;
  await assert.rejects(verifyBackup(url, readBackupFile(path, "another passphrase")), CannotOpen);
  await assert.rejects(verifyBackup(url, readBackupFile(path, undefined)), CannotOpen);

  await using other = await testServices({ STORAGE: "postgres" });
  const script = fileURLToPath(new URL("../scripts/restore.ts", import.meta.url));
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", script, path],
    env: { ...other.env, BACKUP_PASSPHRASE: PASSPHRASE },
  }).output();
  assert.equal(code, 1, "a file was lost before");
  assert.match(new TextDecoder().decode(stderr), /was lost before the backup/);
  const outcomes = await Array.fromAsync(checkFiles(other.services.db, other.services.storage));
  const counts = Object.groupBy(outcomes, ({ outcome }) => outcome);
  assert.deepEqual([counts.sound?.length, counts.missing?.length], [2, 1]);
  assert.equal((await db.selectFrom("users").select("id").execute())[0]?.id, owner.userId);
});

Deno.test("a backup by pg_dump restores every row, key and file as well", async () => {
  await using test = await testServices({ STORAGE: "file" });
  const { db, storage } = test.services;
  const { owner, first, second } = await filled(test);
  const before = await contentsOf(db);
  const { program } = await fittingPgDump(test);
  const path = join(test.config.dataDir, "dumped.backup");
  const backup = fileURLToPath(new URL("../scripts/backup.ts", import.meta.url));
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", backup, "--pg-dump", path],
    env: { ...test.env, PG_DUMP: program, BACKUP_PASSPHRASE: PASSPHRASE },
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const entries = await Array.fromAsync(
    readBackupFile(path, PASSPHRASE),
    ({ name, bytes }) => ({ name, bytes: bytes.slice() }),
  );
  assert.ok(entries.some(({ name }) => name === "database.sql/000001"));
  assert.ok(!entries.some(({ name }) => name.startsWith("tables/")));

  await using other = await testServices({ STORAGE: "file" });
  const { url } = other.config.database;
  assert.equal((await verifyBackup(url, readBackupFile(path, PASSPHRASE))).files, 2);
  const cut = entries.map(({ name, bytes }) => ({
    name,
    bytes: name.startsWith("database.sql/") ? bytes.subarray(0, bytes.length / 2) : bytes,
  }));
  const archive = ReadableStream.from([...cut.flatMap(tarEntry), tarEnd()]);
  await assert.rejects(restoreBackup(url, readTar(archive), undefined), BrokenArchive);
  await restoreBackup(url, readBackupFile(path, PASSPHRASE), other.services.storage);
  assert.deepEqual(await contentsOf(other.services.db), before);
  const found = await readOriginal(owner, other.services, second);
  assert.equal(new TextDecoder().decode(found.bytes), "Bert");
  await addsOn(other, first);
  assert.equal(storage.place, "file");
});

Deno.test("a pg_dump that is older than the server or missing is refused, and says what to do", async () => {
  await using test = await testServices();
  const client = openPostgres({ url: test.config.database.url, poolSize: 1 });
  const { dataDir } = test.config;
  try {
    const old = await makeProgram(dataDir, "old", 'echo "pg_dump (PostgreSQL) 17.5 (Debian)"');
    const older = /"pg_dump \(PostgreSQL\) 17.5 \(Debian\)", and the server is 18.*PG_DUMP/;
    await assert.rejects(findPgDump(client, old), { code: "conflict", message: older });
    const none = join(dataDir, "none");
    await assert.rejects(findPgDump(client, none), { message: /There is no program .*PG_DUMP/ });
    const broken = await makeProgram(dataDir, "broken", "exit 3");
    await assert.rejects(findPgDump(client, broken), Conflict);
    const newer = await makeProgram(
      dataDir,
      "newer",
      `[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 19beta1" || { echo "no rights" >&2; exit 1; }`,
    );
    const fitting = await findPgDump(client, newer);
    const dump = { ...fitting, url: test.config.database.url };
    const path = join(dataDir, "failed.backup");
    const pair = openPostgres({ url: test.config.database.url, poolSize: 2 });
    const saving = saveBackup(pair, test.services.storage, { path, passphrase: undefined, dump });
    await assert.rejects(saving, /no rights/);
    await pair.end();
    await assert.rejects(Deno.stat(path), Deno.errors.NotFound, "half a backup has no name");
  } finally {
    await client.end();
  }
  const script = fileURLToPath(new URL("../scripts/backup.ts", import.meta.url));
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", script, "--pg-dump", "--plain", join(dataDir, "x")],
    env: { ...test.env, PG_DUMP: join(dataDir, "none") },
  }).output();
  assert.equal(code, 1);
  assert.match(new TextDecoder().decode(stderr), /^There is no program/);
});
