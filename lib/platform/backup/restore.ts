import { sql } from "kysely";
import { type Db, openDatabase, openPostgres } from "../database.ts";
import { Conflict } from "../errors.ts";
import { migrate, migrateTo } from "../migrate.ts";
import type { DocumentStorage } from "../storage/storage.ts";
import { readBackup, type Restored } from "./read_backup.ts";
import type { TarEntry } from "./tar.ts";

/**
 * Restores a backup into a database in which nobody has an account, and brings its schema up to
 * this version.
 *
 * @param storage Where its files are to be kept; undefined only compares them.
 * @throws {Conflict} If the database has accounts, or its schema cannot be that of the backup.
 * @throws {BrokenArchive | CannotOpen} If the backup is not as it was written; nothing is restored.
 */
export async function restoreBackup(
  url: string,
  entries: AsyncIterable<TarEntry>,
  storage: DocumentStorage | undefined,
): Promise<Restored> {
  const db = openDatabase({ url, poolSize: 2 });
  const client = openPostgres({ url, poolSize: 1 });
  try {
    const restored = await readBackup(client, entries, async ({ migrations }) => {
      await migrateTo(db, migrations);
      await requireEmpty(db);
    }, storage);
    await migrate(db);
    await sql`analyze`.execute(db);
    return restored;
  } finally {
    await client.end();
    await db.destroy();
  }
}

/** Restores a backup into a database that is made for that, and dropped afterwards. */
export async function verifyBackup(
  url: string,
  entries: AsyncIterable<TarEntry>,
): Promise<Restored> {
  const name = `restore_check_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = openPostgres({ url, poolSize: 1 });
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  try {
    await client.unsafe(`create database ${name}`);
    return await restoreBackup(scratch.href, entries, undefined);
  } finally {
    await client.unsafe(`drop database if exists ${name}`);
    await client.end();
  }
}

async function requireEmpty(db: Db): Promise<void> {
  const user = await db.selectFrom("users").select("id").limit(1).executeTakeFirst();
  if (user) throw new Conflict("The database has accounts: restore into an empty one");
}
