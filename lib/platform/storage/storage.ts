import { sql } from "kysely";
import type { Db, Trx } from "../database.ts";
import { Unavailable } from "../errors.ts";
import {
  type ByteName,
  type ByteStore,
  hashBytes,
  MissingBytes,
  type Place,
  type SavedAs,
} from "./byte_store.ts";
import { enqueueRemoval, lockBytes } from "./removal.ts";

/**
 * Keeps the files that people hand in, byte for byte, under keys that the caller makes up. Which
 * files there are stands in the table `documents` alone, and so follows its transactions.
 */
export interface Storage {
  /**
   * Makes ready what `put()` is about to keep, so that its transaction need not wait for the bytes
   * to be written.
   */
  stage(workspaceId: string, bytes: Uint8Array): Promise<void>;
  /**
   * Keeps a file; it exists when `trx` commits, and its bytes are safe before that. A key is
   * written once and never changed.
   *
   * @throws {Unavailable} If the bytes cannot be kept now.
   */
  put(trx: Trx, key: string, workspaceId: string, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes, or undefined when there is no such file in that workspace.
   *
   * @throws {Unavailable} If the bytes cannot be fetched now.
   * @throws {DamagedBytes | MissingBytes} If the store has lost what was kept.
   */
  get(db: Db, key: string, workspaceId: string): Promise<Uint8Array | undefined>;
  /** Whether there is such a file in that workspace. */
  has(db: Db, key: string, workspaceId: string): Promise<boolean>;
  /** Removes files, in one statement; no error where there is none. */
  delete(trx: Trx, keys: string | readonly string[], workspaceId: string): Promise<void>;
  /**
   * An address where a browser can fetch the file for a short while; undefined when there is none:
   * then `get()` is the way.
   */
  link(db: Db, key: string, workspaceId: string, saved: SavedAs): Promise<URL | undefined>;
}

/** The stores outside PostgreSQL that are set up. */
export type ByteStores = Readonly<Partial<Record<ByteStore["place"], ByteStore>>>;

/** What the table says of one file. */
export interface FileRow {
  readonly place: Place;
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array | null;
}

/** A file may be moved while it is read; more often than this it is not. */
const MOST_MOVES = 3;

/** Keeps new files in one place and finds those that are in another. */
export class DocumentStorage implements Storage {
  /** @param place Where new files are kept. */
  constructor(readonly place: Place = "postgres", readonly stores: ByteStores = {}) {}

  async stage(workspaceId: string, bytes: Uint8Array, place = this.place): Promise<void> {
    if (place === "postgres") return;
    await this.store(place).write({ workspaceId, hash: await hashBytes(bytes) }, bytes);
  }

  async put(trx: Trx, key: string, workspaceId: string, bytes: Uint8Array): Promise<void> {
    const name = { workspaceId, hash: await hashBytes(bytes) };
    const kept = await this.keep(trx, name, bytes, this.place);
    await trx.insertInto("documents")
      .values({ key, workspaceId, sizeBytes: bytes.length, ...kept }).execute();
  }

  /**
   * Keeps bytes in a place until `trx` ends; longer, when a row then says that they are there.
   *
   * @returns What that row is to say.
   */
  async keep(trx: Trx, name: ByteName, bytes: Uint8Array, place: Place): Promise<FileRow> {
    const hash = Uint8Array.fromHex(name.hash);
    if (place === "postgres") return { place, hash, bytes };
    const store = this.store(place);
    await lockBytes(trx, name);
    await store.write(name, bytes);
    return { place, hash, bytes: null };
  }

  async get(db: Db, key: string, workspaceId: string): Promise<Uint8Array | undefined> {
    for (let looks = 0; looks < MOST_MOVES; looks++) {
      const row = await selectRow(db, key, workspaceId);
      if (!row) return undefined;
      const bytes = row.bytes ?? await this.#read(row, workspaceId);
      if (bytes) return bytes;
    }
    throw new MissingBytes(`The bytes of ${key} are not where its row says`);
  }

  async has(db: Db, key: string, workspaceId: string): Promise<boolean> {
    const row = await db.selectFrom("documents").select("key")
      .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
    return row !== undefined;
  }

  async delete(trx: Trx, keys: string | readonly string[], workspaceId: string): Promise<void> {
    const those = [keys].flat();
    const rows = await trx.deleteFrom("documents")
      .where((eb) => eb("key", "=", sql<string>`any(${those}::text[])`))
      .where("workspaceId", "=", workspaceId).returning(["place", "hash"]).execute();
    for (const { place, hash } of rows) {
      await enqueueRemoval(trx, place as Place, { workspaceId, hash: hash.toHex() });
    }
  }

  async link(
    db: Db,
    key: string,
    workspaceId: string,
    saved: SavedAs,
  ): Promise<URL | undefined> {
    const row = await db.selectFrom("documents").select(["place", "hash"])
      .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
    if (!row || row.place === "postgres") return undefined;
    const store = this.store(row.place as ByteStore["place"]);
    return await store.link({ workspaceId, hash: row.hash.toHex() }, saved);
  }

  /** @throws {Unavailable} If that store is not set up in this process. */
  store(place: ByteStore["place"]): ByteStore {
    const store = this.stores[place];
    if (store) return store;
    throw new Unavailable(
      "Files are kept in a place that is not set up here: see STORAGE in docs/operations/storage.md",
    );
  }

  async #read({ place, hash }: FileRow, workspaceId: string): Promise<Uint8Array | undefined> {
    if (place === "postgres") return undefined;
    return await this.store(place).read({ workspaceId, hash: hash.toHex() });
  }
}

async function selectRow(db: Db, key: string, workspaceId: string): Promise<FileRow | undefined> {
  const row = await db.selectFrom("documents").select(["place", "hash", "bytes"])
    .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
  return row && { ...row, place: row.place as Place };
}
