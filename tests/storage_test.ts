import { sql } from "kysely";
import assert from "node:assert/strict";
import { join } from "node:path";
import type { S3Config } from "../lib/platform/settings/storage.ts";
import { Unavailable } from "../lib/platform/errors.ts";
import type { Services } from "../lib/platform/services.ts";
import {
  type ByteStore,
  DamagedBytes,
  MissingBytes,
  type Place,
  toPath,
} from "../lib/platform/storage/byte_store.ts";
import { FolderStore } from "../lib/platform/storage/folder_store.ts";
import { checkFiles, countElsewhere, moveFiles } from "../lib/platform/storage/moving.ts";
import { credentialsOf } from "../lib/platform/storage/s3_credentials.ts";
import { S3Store } from "../lib/platform/storage/s3_store.ts";
import { DocumentStorage } from "../lib/platform/storage/storage.ts";
import { sweepStore } from "../lib/platform/storage/sweep.ts";
import { registry } from "../worker/registry.ts";
import { type S3Server, startS3 } from "./harness/s3_server.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const ACCESS = {
  accessKeyId: "AKIDTEST",
  secretAccessKey: "only-the-tests-use-this/+key",
  region: "eu-west-1",
  bucket: "talent-files",
};

const CONFIG: Omit<S3Config, "endpoint"> = {
  region: ACCESS.region,
  bucket: ACCESS.bucket,
  key: { accessKeyId: ACCESS.accessKeyId, secretAccessKey: ACCESS.secretAccessKey },
  role: undefined,
  isPathStyle: true,
  prefix: "",
  encryption: undefined,
  kmsKeyId: undefined,
  downloads: "through",
  downloadSeconds: 60,
  timeoutMs: 5000,
};

const RESUME = new TextEncoder().encode("Anna Berg\nTypeScript since 2016");
const OTHER = new Uint8Array(300_000).map((_, at) => at * at % 251);

function bucketAt({ port }: S3Server, more: Partial<S3Config> = {}): S3Config {
  return { ...CONFIG, endpoint: `http://127.0.0.1:${port}`, ...more };
}

/** Finds any host at this port, as a name server and a router would. */
function findHosts(port: number): Disposable & { readonly fetch: typeof fetch } {
  const client = Deno.createHttpClient({ proxy: { url: `http://127.0.0.1:${port}` } });
  return {
    fetch: (input, init) => {
      const through = { ...init, client };
      return fetch(input, through);
    },
    [Symbol.dispose]: () => client.close(),
  };
}

/** A database with two workspaces, a folder and a bucket. */
async function storageTest() {
  const test = await testServices();
  const { db } = test.services;
  const s3 = startS3(ACCESS);
  const stores = {
    file: new FolderStore(join(test.config.dataDir, "files")),
    s3: new S3Store(bucketAt(s3)),
  };
  const made = await db.insertInto("workspaces").values([{ name: "Ours" }, { name: "Theirs" }])
    .returning("id").execute();
  const [ours = "", theirs = ""] = made.map(({ id }) => id);
  return {
    test,
    db,
    s3,
    ours,
    theirs,
    stores,
    at: (place: Place) => new DocumentStorage(place, stores),
    async [Symbol.asyncDispose]() {
      await s3[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

type StorageTest = Awaited<ReturnType<typeof storageTest>>;

/** The driver answers a subclass of Uint8Array. */
function sameBytes(
  found: Uint8Array | undefined,
  wanted: Uint8Array,
  message = "other bytes",
): void {
  assert.deepEqual(found && new Uint8Array(found), wanted, message);
}

function heldBy(store: ByteStore): Promise<string[]> {
  return Array.fromAsync(store.list(), ({ name }) => toPath(name));
}

/** Runs what was asked for, as a worker would. */
async function runRemovals({ test, at, db }: StorageTest): Promise<void> {
  const services: Services = { ...test.services, storage: at("postgres") };
  const tasks = await db.updateTable("tasks").set({ state: "done" })
    .where("name", "=", "remove_bytes").where("state", "=", "waiting")
    .returning("payload").execute();
  const { signal } = new AbortController();
  for (const { payload } of tasks) {
    await registry["remove_bytes"]?.run(payload, { services, signal, attempt: 1 });
  }
}

function put({ db, at }: StorageTest, place: Place, key: string, whose: string, bytes = RESUME) {
  return db.transaction().execute((trx) => at(place).put(trx, key, whose, bytes));
}

for (const place of ["postgres", "file", "s3"] as const) {
  Deno.test(`storage in ${place} keeps, finds and removes the files of each workspace`, async () => {
    await using world = await storageTest();
    const { db, ours, theirs, stores, at } = world;
    const storage = at(place);
    await storage.stage(ours, RESUME);
    await put(world, place, "resumes/1", ours);
    await put(world, place, "resumes/2", ours);
    await put(world, place, "resumes/3", theirs);
    await put(world, place, "resumes/4", ours, OTHER);
    await put(world, place, "resumes/5", ours, new Uint8Array());

    sameBytes(await storage.get(db, "resumes/1", ours), RESUME);
    sameBytes(await storage.get(db, "resumes/4", ours), OTHER);
    sameBytes(await storage.get(db, "resumes/5", ours), new Uint8Array());
    assert.equal(await storage.get(db, "resumes/1", theirs), undefined);
    assert.equal(await storage.has(db, "resumes/1", theirs), false);
    assert.equal(await storage.has(db, "resumes/3", theirs), true);
    await assert.rejects(put(world, place, "resumes/1", ours), { code: "23505" });

    const undone = db.transaction().execute(async (trx) => {
      await storage.delete(trx, "resumes/4", ours);
      throw new RangeError("undone");
    });
    await assert.rejects(undone, RangeError);
    await runRemovals(world);
    sameBytes(await storage.get(db, "resumes/4", ours), OTHER);

    const remove = (key: string, whose: string) =>
      db.transaction().execute((trx) => storage.delete(trx, key, whose));
    await remove("resumes/4", theirs);
    assert.equal(await storage.has(db, "resumes/4", ours), true);
    await remove("resumes/1", ours);
    await runRemovals(world);
    assert.equal(await storage.get(db, "resumes/1", ours), undefined);
    sameBytes(await storage.get(db, "resumes/2", ours), RESUME, "it had the same bytes");
    for (const key of ["resumes/2", "resumes/4", "resumes/5"]) await remove(key, ours);
    await runRemovals(world);
    sameBytes(await storage.get(db, "resumes/3", theirs), RESUME);
    const left = place === "postgres" ? [] : await heldBy(stores[place]);
    assert.equal(left.length, place === "postgres" ? 0 : 1, "the other workspace's alone");
  });
}

for (const place of ["file", "s3"] as const) {
  Deno.test(`storage in ${place} tells what was damaged or lost, and mends it when it comes again`, async () => {
    await using world = await storageTest();
    const { db, ours, s3, test, at } = world;
    await put(world, place, "resumes/1", ours);
    const change = async (bytes: Uint8Array | null) => {
      if (place === "s3") {
        const [[key = "", object] = []] = s3.objects;
        if (bytes && object) s3.objects.set(key, { ...object, bytes });
        else s3.objects.delete(key);
        return;
      }
      const [path = ""] = await heldBy(new FolderStore(join(test.config.dataDir, "files")));
      const file = join(test.config.dataDir, "files", path);
      if (bytes) await Deno.writeFile(file, bytes);
      else await Deno.remove(file);
    };
    await change(RESUME.toReversed());
    await assert.rejects(at(place).get(db, "resumes/1", ours), DamagedBytes);
    assert.deepEqual(await Array.fromAsync(checkFiles(db, at(place))), [
      { key: "resumes/1", outcome: "damaged" },
    ]);
    await change(null);
    await assert.rejects(at(place).get(db, "resumes/1", ours), MissingBytes);
    await put(world, place, "resumes/2", ours);
    sameBytes(await at(place).get(db, "resumes/1", ours), RESUME);
  });

  Deno.test(`storage in ${place} is swept of bytes that no file names`, async () => {
    await using world = await storageTest();
    const { db, ours, theirs, stores, at } = world;
    const store = stores[place];
    const { signal } = new AbortController();
    await at(place).stage(ours, OTHER); // an upload that was killed
    assert.deepEqual(await sweepStore(db, store, signal, -60_000), { held: 1, removed: 1 });
    await at(place).stage(crypto.randomUUID(), OTHER); // of another database's workspace
    assert.deepEqual(await sweepStore(db, store, signal, -60_000), { held: 1, removed: 0 });
    for await (const { name } of store.list()) await store.remove(name);
    await at(place).stage(ours, OTHER);
    await put(world, place, "resumes/1", ours);
    await put(world, place, "resumes/2", theirs);
    await db.deleteFrom("workspaces").where("id", "=", theirs).execute();
    assert.deepEqual(await sweepStore(db, store, signal), { held: 3, removed: 0 });

    // What a transaction is about to name is waited for, and stays.
    let isSwept = false;
    const { sweeping } = await db.transaction().execute(async (trx) => {
      await at(place).put(trx, "resumes/3", ours, OTHER);
      const sweeping = sweepStore(db, store, signal, 0).finally(() => isSwept = true);
      await waitFor("the sweep to wait for the bytes", async () => {
        const { rows } = await sql`
          select from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`
          .execute(db);
        return rows.length > 0;
      });
      assert.equal(isSwept, false);
      return { sweeping };
    });
    assert.deepEqual(await sweeping, { held: 3, removed: 1 });
    sameBytes(await at(place).get(db, "resumes/3", ours), OTHER);
    assert.equal((await heldBy(store)).length, 2);
  });
}

Deno.test("the folder of files has nothing half-written under a name, and is tidied", async () => {
  await using world = await storageTest();
  const { db, ours, stores, test, at } = world;
  await put(world, "file", "resumes/1", ours);
  const drafts = join(test.config.dataDir, "files", "half-written");
  await Deno.writeFile(join(drafts, crypto.randomUUID()), RESUME.subarray(3));
  assert.equal((await heldBy(stores.file)).length, 1);
  const { signal } = new AbortController();
  await sweepStore(db, stores.file, signal);
  assert.equal([...Deno.readDirSync(drafts)].length, 1, "it may be on its way");
  await sweepStore(db, stores.file, signal, -60_000);
  assert.equal([...Deno.readDirSync(drafts)].length, 0);
  sameBytes(await at("file").get(db, "resumes/1", ours), RESUME);
});

Deno.test("a process that may not read the folder of files finds none to sweep", {
  permissions: { read: false },
}, async () => {
  const store = new FolderStore("/no/such/folder");
  await store.tidy(new Date());
  assert.deepEqual(await heldBy(store), []);
});

Deno.test("S3Store names the bucket in the host, encrypts, and stays below its prefix", async () => {
  await using s3 = startS3(ACCESS);
  const config = bucketAt(s3, {
    endpoint: `http://s3.test:${s3.port}`,
    isPathStyle: false,
    prefix: "talent/two/",
    encryption: "aws:kms",
    kmsKeyId: "alias/talent",
  });
  using hosts = findHosts(s3.port);
  const store = new S3Store(config, hosts.fetch);
  const name = { workspaceId: crypto.randomUUID(), hash: "" };
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", OTHER)).toHex();
  for (const bytes of [OTHER, OTHER]) await store.write({ ...name, hash }, bytes);
  assert.deepEqual(s3.log, ["HEAD 404", "PUT 200", "HEAD 200"], "the same bytes go once");
  const [[key = "", object] = []] = s3.objects;
  assert.equal(key, `talent/two/${toPath({ ...name, hash })}`);
  assert.equal(object?.headers.get("x-amz-server-side-encryption"), "aws:kms");
  assert.equal(object?.headers.get("x-amz-server-side-encryption-aws-kms-key-id"), "alias/talent");
  assert.deepEqual(await store.read({ ...name, hash }), OTHER);

  if (object) {
    for (const other of ["readme.txt", `talent/one/${toPath({ ...name, hash })}`]) {
      s3.objects.set(other, object);
    }
    for (const digit of ["1", "2", "3", "4"]) {
      s3.objects.set(`talent/two/${toPath({ ...name, hash: digit.repeat(64) })}`, object);
    }
  }
  assert.equal((await heldBy(store)).length, 5, "from three pages");
});

Deno.test("S3Store tries again when the server is busy, and says when it stays so", async () => {
  await using s3 = startS3(ACCESS);
  const store = new S3Store(bucketAt(s3));
  const name = { workspaceId: crypto.randomUUID(), hash: "0".repeat(64) };
  s3.busy = 2;
  assert.equal(await store.read(name), undefined);
  assert.deepEqual(s3.log, ["GET 503", "GET 503", "GET 404"]);
  s3.busy = 3;
  await assert.rejects(store.read(name), Unavailable);
  const wrongs = [{ key: { ...ACCESS, secretAccessKey: "wrong" } }, { region: "eu-west-2" }, {
    bucket: "none",
  }];
  for (const wrong of wrongs) {
    await assert.rejects(new S3Store(bucketAt(s3, wrong)).read(name), Unavailable);
  }
  // The server compares what arrives with what was told of it.
  await assert.rejects(store.write(name, RESUME), Unavailable);
  assert.equal(s3.objects.size, 0);
  const away = new S3Store(bucketAt(s3, { endpoint: "http://127.0.0.1:9" }));
  await assert.rejects(away.holds(name, 1), Unavailable);
});

Deno.test("S3Store signs with what the container's role is lent, and asks for more before it is over", async () => {
  const lendings: string[] = [];
  let minutes = 60;
  let isAway = false;
  const lent = (at: number) => ({
    accessKeyId: `ASIA${at}`,
    secretAccessKey: `secret ${at}`,
    sessionToken: `token/+${at}==`,
  });
  await using endpoint = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => {
      if (isAway) return new Response("no", { status: 400 });
      lendings.push(new URL(request.url).pathname);
      const { accessKeyId, secretAccessKey, sessionToken } = lent(lendings.length);
      return Response.json({
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        Token: sessionToken,
        Expiration: new Date(Date.now() + minutes * 60_000).toISOString(),
      });
    },
  );
  const access = { ...ACCESS, ...lent(1) };
  await using s3 = startS3(access);
  const fullUri = `http://127.0.0.1:${endpoint.addr.port}/v2/credentials/of-the-task`;
  const role = { relativeUri: undefined, fullUri };
  const store = new S3Store(bucketAt(s3, { key: undefined, role, downloads: "redirect" }));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", RESUME)).toHex();
  const name = { workspaceId: crypto.randomUUID(), hash };
  await Promise.all(Array.from({ length: 5 }, () => store.holds(name, 1)));
  await store.write(name, RESUME);
  assert.deepEqual(await store.read(name), RESUME);
  const link = await store.link(name, { disposition: "attachment", contentType: "text/plain" });
  assert.deepEqual(await (await fetch(link ?? "")).bytes(), RESUME);
  assert.deepEqual(lendings, ["/v2/credentials/of-the-task"], "asked once for all");

  const brief = new S3Store(bucketAt(s3, { key: undefined, role }));
  minutes = 4;
  Object.assign(access, lent(2));
  assert.deepEqual(await brief.read(name), RESUME);
  minutes = 60;
  Object.assign(access, lent(3));
  for (let reads = 0; reads < 3; reads++) assert.deepEqual(await brief.read(name), RESUME);
  assert.equal(lendings.length, 3, "what is over in four minutes is asked for anew, once");

  isAway = true;
  assert.deepEqual(await brief.read(name), RESUME, "what is lent is good for an hour");
  const other = new S3Store(bucketAt(s3, { key: undefined, role }));
  await assert.rejects(other.read(name), Unavailable);
});

Deno.test("what is nearly over is used until it is over, while nobody lends more", async () => {
  let expiration = new Date(Date.now() + 60_000);
  let isAway = false;
  let asked = 0;
  const role = { relativeUri: "/role", fullUri: undefined };
  const credentials = credentialsOf({ key: undefined, role }, () => {
    asked++;
    if (isAway) return Promise.reject(new TypeError("away"));
    return Promise.resolve({ accessKeyId: `A${asked}`, secretAccessKey: "s", expiration });
  });
  assert.equal((await credentials()).accessKeyId, "A1");
  isAway = true;
  assert.equal((await credentials()).accessKeyId, "A1");
  isAway = false;
  expiration = new Date(Date.now() + 3_600_000);
  const all = await Promise.all(Array.from({ length: 20 }, () => credentials()));
  assert.deepEqual([...new Set(all.map(({ accessKeyId }) => accessKeyId))], ["A3"]);
  assert.equal(asked, 3);
});

Deno.test("a bucket gives a file to who has its signed address, as one to be saved", async () => {
  await using world = await storageTest();
  const { db, ours, s3 } = world;
  const config = bucketAt(s3, { downloads: "redirect" });
  const storage = new DocumentStorage("s3", { s3: new S3Store(config) });
  await db.transaction().execute((trx) => storage.put(trx, "resumes/1", ours, RESUME));
  const saved = {
    disposition: `attachment; filename="cv _ b.pdf"; filename*=UTF-8''cv%20%C3%A9%20b.pdf`,
    contentType: "application/pdf",
  };
  const url = await storage.link(db, "resumes/1", ours, saved);
  const response = await fetch(url?.href ?? "");
  assert.deepEqual([response.status, await response.bytes()], [200, RESUME]);
  assert.equal(response.headers.get("content-disposition"), saved.disposition);
  assert.equal(response.headers.get("content-type"), saved.contentType);
  assert.equal(url?.searchParams.get("X-Amz-Expires"), "60");

  const changes: Record<string, string> = {
    "X-Amz-Expires": "3600",
    "response-content-disposition": "inline",
    "X-Amz-Date": "20200101T000000Z",
  };
  for (const [name, value] of Object.entries(changes)) {
    const other: URL = new URL(url?.href ?? "");
    other.searchParams.set(name, value);
    const refused: Response = await fetch(other.href);
    await refused.body?.cancel();
    assert.equal(refused.status, 403, name);
  }
  assert.equal(await storage.link(db, "resumes/1", world.theirs, saved), undefined);
  assert.equal(await world.at("s3").link(db, "resumes/1", ours, saved), undefined, "not asked for");
});

Deno.test("moveFiles() goes on where it was stopped, while files come, go and are read", async () => {
  await using world = await storageTest();
  const { db, ours, stores, at } = world;
  const keys = ["a", "b", "c", "d", "e"];
  for (const key of keys) await put(world, "postgres", key, ours, new TextEncoder().encode(key));
  const move = (to: Place) => moveFiles(db, at(to), to);

  for await (const { key } of move("file")) if (key === "b") break; // killed
  assert.equal(await countElsewhere(db, "file"), 3);
  for await (const { key, outcome } of move("file")) {
    if (key === "c") {
      await db.transaction().execute((trx) => at("file").delete(trx, "d", ours));
      await put(world, "postgres", "f", ours);
    }
    assert.equal(outcome, key === "d" ? "gone" : "moved", key);
  }
  assert.equal(await countElsewhere(db, "file"), 0);
  const outcomes = await Array.fromAsync(move("s3"));
  assert.deepEqual(new Set(outcomes.map(({ outcome }) => outcome)), new Set(["moved"]));
  for (const key of ["a", "b", "c", "e"]) {
    sameBytes(await at("file").get(db, key, ours), new TextEncoder().encode(key));
  }
  await runRemovals(world);
  assert.deepEqual(await heldBy(stores.file), []);
  assert.equal((await heldBy(stores.s3)).length, 5);
  for await (const { outcome } of checkFiles(db, at("s3"))) assert.equal(outcome, "sound");
  await Array.fromAsync(move("postgres"));
  await runRemovals(world);
  assert.deepEqual(await heldBy(stores.s3), []);
  sameBytes(await at("postgres").get(db, "f", ours), RESUME);
});
