import { ensureTier } from "../../lib/accounts/first_tier.ts";
import { ensureFirstSuperuser } from "../../lib/accounts/superuser.ts";
import { readSettings } from "../../lib/platform/config.ts";
import { ensureAppLogin } from "../../lib/platform/app_login.ts";
import { adminOf } from "../../lib/platform/settings/first_user.ts";
import { ConfigError } from "../../lib/platform/config_error.ts";
import { openDatabase } from "../../lib/platform/database.ts";
import { readEnv } from "../../lib/platform/env_file.ts";
import { migrate } from "../../lib/platform/migrate.ts";
import { runCommand } from "../local/command.ts";

const HELP =
  `Applies the migrations and makes the first tier; with ADMIN_PASSWORD the first superuser
as well. Ends when that is done, and may be run again.`;

/**
 * Brings the database that the settings name to what this code needs: migrations, the first tier,
 * with APP_DATABASE_PASSWORD the login of web and worker, and with ADMIN_PASSWORD the first
 * superuser. Says what it did; changes nothing when run again.
 *
 * @throws {ConfigError} When no database is named: a container starts none.
 */
export async function prepareDatabase(): Promise<void> {
  const { values, provided } = readSettings(readEnv());
  if (provided.databaseUrl === undefined) {
    throw new ConfigError("DATABASE_URL is not set: a container needs a database of its own");
  }
  const db = openDatabase({ url: provided.databaseUrl, poolSize: 2 });
  try {
    const applied = await migrate(db);
    console.log(applied.length ? `Applied ${applied.join(", ")}` : "The schema is up to date");
    const { APP_DATABASE_USER: user, APP_DATABASE_PASSWORD: password } = values;
    if (password && await ensureAppLogin(db, { user, password })) {
      console.log(`Made the login ${user}`);
    }
    const { isNew } = await ensureTier(db, { name: values.TIER_NAME });
    if (isNew) console.log(`Made the tier ${values.TIER_NAME}`);
    const admin = adminOf(values);
    if (admin.password && await ensureFirstSuperuser(db, admin)) {
      console.log(`Created the superuser ${admin.username}`);
    }
  } finally {
    await db.destroy();
  }
}

if (import.meta.main) Deno.exit(await runCommand({ help: HELP }, prepareDatabase));
