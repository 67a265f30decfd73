import {
  type Migration,
  type MigrationProvider,
  type MigrationResultSet,
  Migrator,
} from "kysely/migration";
import { sql } from "kysely";
import { fileURLToPath } from "node:url";
import type { Db } from "./database.ts";

const FOLDER = new URL("../../migrations/", import.meta.url);

/**
 * Applies the migrations that this database has not seen, all or none.
 *
 * @returns Their names, in order; empty when there was nothing to do.
 * @throws The error of the migration that failed, with its name.
 */
export async function migrate(db: Db): Promise<string[]> {
  return namesOf(await migrator(db).migrateToLatest(), "apply");
}

/**
 * Takes the last applied migration back.
 *
 * @returns Its name, or nothing when none was applied.
 */
export async function rollback(db: Db): Promise<string[]> {
  return namesOf(await migrator(db).migrateDown(), "take back");
}

/** The names of the migrations that are not applied yet. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter((one) => one.executedAt === undefined).map((one) => one.name);
}

/** How a database stands to this code. */
export interface MigrationStatus {
  readonly applied: readonly { readonly name: string; readonly at: Date }[];
  /** Those that it has not seen yet. */
  readonly pending: readonly string[];
  /** Those that this code does not know: the database is newer. */
  readonly unknown: readonly string[];
}

/** Tells which migrations are applied, which are not, and which only the database knows. */
export async function migrationStatus(db: Db): Promise<MigrationStatus> {
  const all = await migrator(db).getMigrations();
  const { rows: [table] } = await sql<{ isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as is_there`.execute(db);
  const { rows } = table?.isThere
    ? await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    : { rows: [] };
  const known = new Set(all.map(({ name }) => name));
  return {
    applied: all.flatMap(({ name, executedAt }) => executedAt ? [{ name, at: executedAt }] : []),
    pending: all.flatMap(({ name, executedAt }) => executedAt ? [] : [name]),
    unknown: rows.map(({ name }) => name).filter((name) => !known.has(name)),
  };
}

function migrator(db: Db): Migrator {
  return new Migrator({ db, provider: new FolderProvider() });
}

class FolderProvider implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const migrations: Record<string, Migration> = {};
    for await (const entry of Deno.readDir(fileURLToPath(FOLDER))) {
      if (!/^\d{4}_[a-z0-9_]+\.ts$/.test(entry.name)) continue;
      migrations[entry.name.slice(0, -3)] = await import(new URL(entry.name, FOLDER).href);
    }
    return migrations;
  }
}

function namesOf({ error, results = [] }: MigrationResultSet, action: string): string[] {
  if (error) {
    const failed = results.find((one) => one.status === "Error");
    const which = failed ? `migration ${failed.migrationName}` : "the migrations";
    throw new Error(`Cannot ${action} ${which}`, { cause: error });
  }
  return results.map((one) => one.migrationName);
}
