import { fileURLToPath } from "node:url";
import type { Db } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { migrate, migrationStatus, NewerSchema, rollback } from "../lib/platform/migrate.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { describeDatabase } from "./local/database_types.ts";
import { formatText } from "./local/format.ts";
import { newMigration } from "./local/new_migration.ts";
import { withDatabase } from "./services.ts";

const HELP = `The schema of the database.

  deno task db:migrate       apply the migrations that it has not seen, each whole or not
  deno task db:rollback      take the last one back
  deno task db:status        tell which are applied; ends with 1 when it does not fit the code
  deno task db:new NAME      write the next migration, to be filled in
  deno task db:types         write Kysely's types from the schema; not before all is applied

Beside a running \`deno task start\` its database is used; otherwise the one that the settings
name, or the one in DATA_DIR, started for as long as this takes.`;

const TYPES_FILE = fileURLToPath(new URL("../lib/platform/db_types.ts", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../migrations/", import.meta.url));

/** Each tells what it did, and answers the exit code. */
const ACTIONS: Readonly<Record<string, (db: Db) => Promise<number>>> = {
  migrate: async (db) => said("Applied", await migrate(db), "The schema is up to date"),
  rollback: async (db) => said("Took back", await rollback(db), "No migration is applied"),
  status: tellStatus,
  types: async (db) => {
    const { pending, unknown } = await migrationStatus(db);
    if (pending.length + unknown.length > 0) return await tellStatus(db);
    await Deno.writeTextFile(TYPES_FILE, await formatText(await describeDatabase(db), "ts"));
    return said("Wrote", [TYPES_FILE], "");
  },
};

function said(done: string, names: readonly string[], nothing: string): number {
  console.log(names.length ? `${done} ${names.join(", ")}` : nothing);
  return 0;
}

async function tellStatus(db: Db): Promise<number> {
  const { applied, pending, unknown } = await migrationStatus(db);
  for (const { name, at } of applied) console.log(`applied  ${at.toISOString()}  ${name}`);
  for (const name of pending) console.log(`pending                            ${name}`);
  for (const name of unknown) console.log(`unknown                            ${name}`);
  if (unknown.length > 0) {
    console.error(new NewerSchema().message);
    return 1;
  }
  if (pending.length === 0) return said("", [], "The schema is up to date");
  console.error(`${pending.length} to be applied: deno task db:migrate`);
  return 1;
}

async function main(action = "", name: string | undefined): Promise<number> {
  if (action === "new") {
    if (name === undefined) throw new BadUse("Say what the migration is about.");
    return said("Wrote", [await newMigration(MIGRATIONS, name)], "");
  }
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!run || name !== undefined) throw new BadUse(`What is "${name ?? action}" for?`);
  return await withDatabase(readEnv(), run);
}

if (import.meta.main) {
  const words = { min: 1, max: 2 };
  Deno.exit(await runCommand({ help: HELP, words }, (_, [action, name]) => main(action, name)));
}
