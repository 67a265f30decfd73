/**
 * deno task create_superuser
 *
 * Creates the superuser that the ADMIN_ settings describe, or makes the user of that name one.
 * An existing user's password is left alone.
 */
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { adminOf, ConfigError, readSettings } from "../lib/platform/config.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { AppError } from "../lib/platform/errors.ts";
import { migrate } from "../lib/platform/migrate.ts";
import { SetupProblem } from "./local/problem.ts";
import { silent } from "./local/step.ts";
import { provideDatabase } from "./services.ts";

async function main(): Promise<void> {
  const env = readEnv();
  const admin = adminOf(readSettings(env).values);
  const database = await provideDatabase(env, silent);
  const db = openDatabase({ url: database.url, poolSize: 2 });
  try {
    await migrate(db);
    const { isNew, password } = await ensureSuperuser(db, admin);
    console.log(
      isNew ? `Created the superuser ${admin.username}` : `${admin.username} is superuser`,
    );
    if (password) console.log(`Password: ${password}  (shown this once)`);
  } finally {
    await db.destroy();
    await database.stop();
  }
}

if (import.meta.main) {
  let code = 0;
  try {
    await main();
  } catch (error) {
    code = 1;
    const isTheirs = error instanceof SetupProblem || error instanceof ConfigError ||
      error instanceof AppError;
    console.error(isTheirs ? error.message : error);
  }
  Deno.exit(code);
}
