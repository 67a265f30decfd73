/**
 * deno task db:migrate | db:rollback | db:types
 *
 * Beside a running `deno task start` its database is used; otherwise the one that the settings
 * name, or the one in DATA_DIR, started for as long as this takes.
 */
import { fileURLToPath } from "node:url";
import { ConfigError } from "../lib/platform/config.ts";
import { type Db, openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { migrate, rollback } from "../lib/platform/migrate.ts";
import { describeDatabase } from "./local/database_types.ts";
import { formatText } from "./local/format.ts";
import { SetupProblem } from "./local/problem.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

const TYPES_FILE = fileURLToPath(new URL("../lib/platform/db_types.ts", import.meta.url));

const ACTIONS: Record<string, (db: Db) => Promise<string>> = {
  migrate: async (db) => said("Applied", await migrate(db), "The schema is up to date"),
  rollback: async (db) => said("Took back", await rollback(db), "No migration is applied"),
  types: async (db) => {
    await Deno.writeTextFile(TYPES_FILE, await formatText(await describeDatabase(db), "ts"));
    return `Wrote ${TYPES_FILE}`;
  },
};

function said(done: string, names: readonly string[], nothing: string): string {
  return names.length ? `${done} ${names.join(", ")}` : nothing;
}

async function main(action: string | undefined): Promise<number> {
  const run = action === undefined ? undefined : ACTIONS[action];
  if (!run) {
    console.error(`Use: scripts/db.ts ${Object.keys(ACTIONS).join("|")}`);
    return 2;
  }
  try {
    const database = await provideDatabase(readEnv(), silent);
    const db = openDatabase({ url: database.url, poolSize: 2 });
    try {
      console.log(await run(db));
    } finally {
      await db.destroy();
      await database.stop();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof SetupProblem || error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args[0]));
