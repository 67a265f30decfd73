import {
  type MigrateOptions,
  type Migration,
  type MigrationProvider,
  type MigrationResultSet,
  Migrator,
} from "kysely/migration";
import { sql } from "kysely";
import { fileURLToPath } from "node:url";
import type { Db } from "./database.ts";
import { Conflict } from "./errors.ts";
import { acrossWorkspaces } from "./workspace_scope.ts";
import { isWithoutRole } from "./workspace_wall.ts";

const FOLDER = new URL("../../migrations/", import.meta.url);

/** How long a migration waits for a lock, while whoever comes behind it waits too. */
const LOCK_TIMEOUT_MS = 3000;
const LOCK_TRIES = 20;
const LOCK_PAUSE_MS = 1000;

/** Any number, so long as it is the migrations' alone in this database. */
const LOCK = 7_120_519_602;

/** A migration as its file exports it. */
export interface MigrationFile extends Migration {
  /**
   * False: it runs in no transaction, as `create index concurrently` must; then it can be run again
   * where it was cut short.
   */
  readonly transaction?: boolean;
}

/**
 * Applies the migrations that this database has not seen, each in a transaction of its own.
 *
 * @returns Their names, in order; empty when there was nothing to do.
 * @throws {NewerSchema} When the database has a migration that this code does not know.
 * @throws The error of the migration that failed, with its name; those before it stay applied.
 */
export async function migrate(db: Db): Promise<string[]> {
  await refuseNewerSchema(db);
  return await alone(db, () => applyPending(db));
}

/** @param last The migration to stop after; default: none. */
async function applyPending(db: Db, last?: string): Promise<string[]> {
  const applied: string[] = [];
  while (true) {
    const all = await migrator(db).getMigrations();
    const next = all.find(({ executedAt }) => executedAt === undefined);
    if (!next || last !== undefined && next.name > last) return applied;
    const { transaction } = next.migration as MigrationFile;
    applied.push(...await applyNext(db, { disableTransactions: transaction === false }));
  }
}

/** Whoever holds a lock for long is given way, and asked again: else all others wait behind us. */
async function applyNext(db: Db, options: MigrateOptions): Promise<string[]> {
  for (let tries = 1;; tries++) {
    const result = await migrator(db).migrateUp(options);
    if (!isLockTimeout(result.error) || tries === LOCK_TRIES) return namesOf(result, "apply");
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
  }
}

/**
 * Runs while no other process changes the schema. It takes a connection beside that of `work`: a
 * migration without a transaction has none that could hold a lock.
 */
async function alone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return await db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    // The last statement: one that needs no snapshot gives that of the one before back, for whose
    // end `create index concurrently` would wait.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
    return await work();
  });
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === "55P03";
}

/**
 * Brings a schema to where another one was that had seen just these migrations.
 *
 * @throws {NewerSchema} When one of them is unknown to this code.
 * @throws {Conflict} When the schema has, or needs on the way, one that is not among them.
 */
export async function migrateTo(db: Db, wanted: readonly string[]): Promise<void> {
  const known = await knownNames();
  const last = wanted.at(-1);
  if (last === undefined || wanted.some((name) => !known.has(name))) throw new NewerSchema();
  const applied = await appliedNames(db);
  const strange = applied.find((name) => !wanted.includes(name)) ??
    [...known].find((name) => name < last && !wanted.includes(name));
  if (strange) throw new Conflict(`${strange} is a migration that the other schema has not seen`);
  await alone(db, () => applyPending(db, last));
}

/**
 * Takes the last applied migration back.
 *
 * @returns Its name, or nothing when none was applied.
 */
export async function rollback(db: Db): Promise<string[]> {
  return namesOf(await alone(db, () => migrator(db).migrateDown()), "take back");
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
  const inDatabase = await appliedNames(db);
  const known = new Set(all.map(({ name }) => name));
  return {
    applied: all.flatMap(({ name, executedAt }) => executedAt ? [{ name, at: executedAt }] : []),
    pending: all.flatMap(({ name, executedAt }) => executedAt ? [] : [name]),
    unknown: inDatabase.filter((name) => !known.has(name)),
  };
}

/** How a database stands to this code, in a word. */
export type SchemaState = "current" | "behind" | "newer";

/** Tells it from the names alone: no migration is loaded. */
export async function schemaState(db: Db): Promise<SchemaState> {
  const names = acrossWorkspaces(
    "the schema is of none",
    () => Promise.all([knownNames(), appliedNames(db)]),
  );
  const [known, applied] = await names.catch((error) => {
    if (isWithoutRole(error)) return [];
    throw error;
  });
  if (!known || !applied) return "behind";
  if (applied.some((name) => !known.has(name))) return "newer";
  return applied.length === known.size ? "current" : "behind";
}

/** A database that only newer code knows: ours would read it wrongly. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";

  constructor() {
    super(
      "The database is newer than this code: run the newer code, or take its migrations back with it",
    );
  }
}

/** @throws {NewerSchema} When the database has a migration that this code does not know. */
export async function refuseNewerSchema(db: Db): Promise<void> {
  if (await schemaState(db) === "newer") throw new NewerSchema();
}

let names: Promise<ReadonlySet<string>> | undefined;

function knownNames(): Promise<ReadonlySet<string>> {
  return names ??= (async () => {
    const found = new Set<string>();
    for await (const name of migrationNames()) found.add(name);
    return found;
  })();
}

async function appliedNames(db: Db): Promise<string[]> {
  const { rows: [table] } = await sql<{ isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as is_there`.execute(db);
  if (!table?.isThere) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function migrator(db: Db): Migrator {
  return new Migrator({ db, provider: new FolderProvider() });
}

class FolderProvider implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const migrations: Record<string, Migration> = {};
    for await (const name of migrationNames()) {
      migrations[name] = hurried(await import(new URL(`${name}.ts`, FOLDER).href));
    }
    return migrations;
  }
}

/** Within a transaction it waits for no lock longer than others can wait for it. */
function hurried(file: MigrationFile): MigrationFile {
  if (file.transaction === false) return file;
  return {
    ...file,
    async up(db) {
      await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT_MS)}`.execute(db);
      await file.up(db);
    },
  };
}

async function* migrationNames(): AsyncGenerator<string> {
  for await (const { name } of Deno.readDir(fileURLToPath(FOLDER))) {
    if (/^\d{4}_[a-z0-9_]+\.ts$/.test(name)) yield name.slice(0, -3);
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
