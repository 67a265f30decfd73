import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { type Env, readSettings } from "../lib/platform/config.ts";
import { adminOf } from "../lib/platform/settings/first_user.ts";
import { ConfigError } from "../lib/platform/config_error.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { migrate } from "../lib/platform/migrate.ts";
import { ask, BadUse, runCommand } from "./local/command.ts";
import { withDatabase } from "./services.ts";

const HELP = `Creates a superuser, or promotes the user who has that name and that e-mail address.

  deno task create_superuser [--username NAME] [--email ADDRESS] [--name NAME]

  --username NAME   the name to sign in with (default: ADMIN_USERNAME)
  --email ADDRESS   may be used to sign in as well (default: ADMIN_EMAIL); of a user who is there
                    already it must be theirs, or nobody is promoted
  --name NAME       the name shown in the product (default: ADMIN_NAME)

On a terminal it asks for what is not given. The password is ADMIN_PASSWORD, or one that is made and
printed once; that of a user who is there already is left alone.`;

const OPTIONS = {
  username: { type: "string" },
  email: { type: "string" },
  name: { type: "string" },
} as const;

interface Given {
  readonly username?: string;
  readonly email?: string;
  readonly name?: string;
}

async function main(given: Given): Promise<void> {
  const env = readEnv();
  const admin = wantedAdmin(env, given);
  await withDatabase(env, async (db) => {
    await migrate(db);
    const { isNew, password } = await ensureSuperuser(db, admin);
    console.log(
      isNew ? `Created the superuser ${admin.username}` : `${admin.username} is superuser`,
    );
    if (password) console.log(`Password: ${password}  (shown this once)`);
  });
}

/**
 * Who is to be superuser; what is wrong with an option is said of the option.
 *
 * @throws {BadUse} If an option is none that can be taken.
 * @throws {ConfigError} On a bad setting.
 */
function wantedAdmin(env: Env, given: Given) {
  try {
    return adminOf(readSettings(withGiven(env, given)).values);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const said = Object.keys(given).reduce(
      (text, name) => text.replace(`ADMIN_${name.toUpperCase()} is`, `--${name} is`),
      error.message,
    );
    if (said === error.message) throw error;
    throw new BadUse(said, { cause: error });
  }
}

/** The settings with what was given or typed, so that one schema checks all of it. */
function withGiven(env: Env, given: Given) {
  const known = adminOf(readSettings(env).values);
  const isAsked = Object.keys(given).length === 0;
  const value = (question: string, typed: string | undefined, fallback: string) =>
    typed ?? (isAsked ? ask(question, fallback) : fallback);
  return {
    ...env,
    ADMIN_USERNAME: value("Name to sign in with:", given.username, known.username),
    ADMIN_EMAIL: value("E-mail address:", given.email, known.email),
    ADMIN_NAME: value("Name to be shown:", given.name, known.name),
  };
}

/** The command, called with these arguments. @returns Its exit code. */
export function createSuperuser(args: string[]): Promise<number> {
  return runCommand({ help: HELP, options: OPTIONS }, (values) => main(values), args);
}

if (import.meta.main) Deno.exit(await createSuperuser(Deno.args));
