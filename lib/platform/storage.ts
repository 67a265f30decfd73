import type { Db, Trx } from "./database.ts";

/** Keeps the files that people hand in, byte for byte, under keys that the caller makes up. */
export interface Storage {
  /** Writes a file; it exists when `trx` commits. A key is written once and never changed. */
  put(trx: Trx, key: string, workspaceId: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or undefined when there is no such file in that workspace. */
  get(db: Db, key: string, workspaceId: string): Promise<Uint8Array | undefined>;
  /** Whether there is such a file in that workspace. */
  has(db: Db, key: string, workspaceId: string): Promise<boolean>;
  /** Removes a file; no error when there is none. */
  delete(trx: Trx, key: string, workspaceId: string): Promise<void>;
}

/** Keeps files in the table `documents`, so that one backup and one transaction hold all. */
export class PostgresStorage implements Storage {
  async put(trx: Trx, key: string, workspaceId: string, bytes: Uint8Array): Promise<void> {
    await trx.insertInto("documents").values({ key, workspaceId, bytes }).execute();
  }

  async get(db: Db, key: string, workspaceId: string): Promise<Uint8Array | undefined> {
    const row = await db.selectFrom("documents").select("bytes")
      .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
    return row?.bytes;
  }

  async has(db: Db, key: string, workspaceId: string): Promise<boolean> {
    const row = await db.selectFrom("documents").select("key")
      .where("key", "=", key).where("workspaceId", "=", workspaceId).executeTakeFirst();
    return row !== undefined;
  }

  async delete(trx: Trx, key: string, workspaceId: string): Promise<void> {
    await trx.deleteFrom("documents")
      .where("key", "=", key).where("workspaceId", "=", workspaceId).execute();
  }
}
