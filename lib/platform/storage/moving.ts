import type { Db } from "../database.ts";
import { DamagedBytes, hashBytes, MissingBytes, type Place } from "./byte_store.ts";
import { enqueueRemoval } from "./removal.ts";
import type { DocumentStorage } from "./storage.ts";

/** A file of the table, without its bytes. */
interface ListedFile {
  readonly key: string;
  readonly workspaceId: string;
  readonly hash: Uint8Array;
  readonly place: Place;
}

/** What became of one file. */
export interface FileOutcome {
  readonly key: string;
  /** `gone`: somebody removed it meanwhile. `missing`, `damaged`: what the row names is not there. */
  readonly outcome: "moved" | "sound" | "gone" | "missing" | "damaged";
}

const BATCH = 100;

/** How many files are in another place. */
export async function countElsewhere(db: Db, to: Place): Promise<number> {
  const row = await db.selectFrom("documents").where("place", "<>", to)
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

/** How many files there are. */
export async function countFiles(db: Db): Promise<number> {
  const row = await db.selectFrom("documents")
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return row.count;
}

/**
 * Moves every file that is in another place, one after another, while the product runs. Each is
 * compared with its hash, written, and only then named in its new place; the old bytes go
 * afterwards. Stopped anywhere, the next call goes on. A damaged or missing file stays as it is.
 *
 * @throws {Unavailable} If a store cannot be used.
 */
export async function* moveFiles(
  db: Db,
  storage: DocumentStorage,
  to: Place,
): AsyncGenerator<FileOutcome> {
  for await (const file of listFiles(db)) {
    if (file.place === to) continue;
    const outcome = await lookInto(
      db,
      storage,
      file,
      (bytes) => moveOne(db, storage, file, to, bytes),
    );
    yield { key: file.key, outcome };
  }
}

/** Reads every file and compares it with its hash. */
export async function* checkFiles(
  db: Db,
  storage: DocumentStorage,
): AsyncGenerator<FileOutcome> {
  for await (const file of listFiles(db)) {
    yield {
      key: file.key,
      outcome: await lookInto(db, storage, file, () => Promise.resolve("sound")),
    };
  }
}

/** Files in the order of their keys; those that are added meanwhile may be among them. */
async function* listFiles(db: Db): AsyncGenerator<ListedFile> {
  for (let last = "";;) {
    const rows = await db.selectFrom("documents").select(["key", "workspaceId", "hash", "place"])
      .where("key", ">", last).orderBy("key").limit(BATCH).execute();
    for (const row of rows) yield { ...row, place: row.place as Place };
    const next = rows.at(-1)?.key;
    if (next === undefined) return;
    last = next;
  }
}

async function lookInto(
  db: Db,
  storage: DocumentStorage,
  { key, workspaceId, hash }: ListedFile,
  whenSound: (bytes: Uint8Array) => Promise<FileOutcome["outcome"]>,
): Promise<FileOutcome["outcome"]> {
  try {
    const bytes = await storage.get(db, key, workspaceId);
    if (!bytes) return "gone";
    if (await hashBytes(bytes) !== hash.toHex()) return await isSame() ? "damaged" : "gone";
    return await whenSound(bytes);
  } catch (error) {
    if (error instanceof DamagedBytes) return "damaged";
    if (!(error instanceof MissingBytes)) throw error;
    return "missing";
  }

  /** Whether it is still the file that was listed: a replaced one has its key. */
  async function isSame(): Promise<boolean> {
    const row = await db.selectFrom("documents").select("key")
      .where("key", "=", key).where("hash", "=", hash).executeTakeFirst();
    return row !== undefined;
  }
}

async function moveOne(
  db: Db,
  storage: DocumentStorage,
  { key, workspaceId, hash, place }: ListedFile,
  to: Place,
  bytes: Uint8Array,
): Promise<FileOutcome["outcome"]> {
  await storage.stage(workspaceId, bytes, to);
  return await db.transaction().execute(async (trx) => {
    const name = { workspaceId, hash: hash.toHex() };
    const kept = await storage.keep(trx, name, bytes, to);
    const row = await trx.updateTable("documents").set({ place: kept.place, bytes: kept.bytes })
      .where("key", "=", key).where("place", "=", place).where("hash", "=", hash)
      .returning("key").executeTakeFirst();
    if (!row) return "gone";
    await enqueueRemoval(trx, place, name);
    return "moved";
  });
}
