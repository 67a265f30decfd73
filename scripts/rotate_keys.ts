import { join, resolve } from "node:path";
import { sql } from "kysely";
import { resealAll, type Resealed } from "../lib/accounts/resealing.ts";
import { newSecret } from "../lib/accounts/secrets.ts";
import { readSettings } from "../lib/platform/config.ts";
import type { Environment } from "../lib/platform/config_schema.ts";
import type { Db } from "../lib/platform/database.ts";
import type { Ed25519Key } from "../lib/platform/setting_kinds.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { keepSecrets, readSecrets } from "./local/data_folder.ts";
import { withSettings } from "./local/env_edit.ts";
import { SetupProblem } from "./local/problem.ts";
import { pathExists } from "./local/processes.ts";
import { withDatabase } from "./services.ts";

const HELP =
  `Makes a new key for access tokens. The one that signs now becomes an earlier one, whose
tokens are taken until they expire. Start the product again then, at once: it knows the new key
only from there on.

  deno task keys:rotate [--keep N] [--print]
  deno task keys:rotate --reseal

  --keep N   how many earlier keys stay (default: 2). 0 forgets all at once, as after a leak:
             access tokens are refused, and their programs refresh or sign in again
  --print    changes nothing and prints the settings, for secrets that are kept elsewhere
  --reseal   makes no key: seals with the present SECRET_KEY what earlier ones have sealed

ALGORITHM says what is made: a SECRET_KEY (HS256) or a key of SIGNING_KEYS (EdDSA). It is written to
where it came from: the file .env, or DATA_DIR in local.

A SECRET_KEY also seals the secrets of two-factor sign-in and of webhooks, and kept answers. They are
sealed with the new one in the same run, before an earlier key is forgotten; when it is stopped in the
middle, nothing is lost, and --reseal does the rest. After --print, run it with --reseal once the
product has the new settings, and only then take SECRET_KEY_PREVIOUS away.`;

const ENV_FILE = ".env";
const MOST_KEPT = 19;

interface Options {
  readonly keep: number;
  readonly isPrinted: boolean;
}

/** How many earlier keys are to stay. */
function keptCount(given = "2"): number {
  if (/^\d{1,2}$/.test(given) && Number(given) <= MOST_KEPT) return Number(given);
  throw new BadUse(`--keep is "${given}": it must be 0 to ${MOST_KEPT}`);
}

async function rotate(options: Options): Promise<void> {
  const { values } = readSettings(readEnv());
  console.log(await (values.ALGORITHM === "EdDSA" ? rotatePair : rotateSecret)(values, options));
}

async function rotateSecret(values: Environment, { keep, isPrinted }: Options): Promise<string> {
  const known = await knownSecrets(values);
  const previous = known.slice(0, keep);
  if (previous.some((secret) => secret.includes(","))) {
    throw new SetupProblem(
      "SECRET_KEY holds a comma, which stands between earlier secrets: rotate with --keep 0",
    );
  }
  const secret = newSecret();
  if (isPrinted) {
    if (keep === 0 && known.length > 0) {
      throw new BadUse(
        "--print needs --keep 1 or more: what the key has sealed is lost without it. Take " +
          "SECRET_KEY_PREVIOUS away after keys:rotate --reseal",
      );
    }
    return withSettings("", settingsOf([secret, ...previous])).trimEnd();
  }
  if (!isInFolder(values)) requireOurs(["SECRET_KEY", "SECRET_KEY_PREVIOUS"]);
  return await withSealed(values, async (db) => {
    // All are kept until nothing is sealed with them, so that it can be stopped in between.
    const held = known.filter((one) => !one.includes(","));
    const where = await keepWhereTheyWere(values, [secret, ...(db ? held : previous)]);
    const sealed = db && await resealAll(db, { secretKey: secret, previousSecretKeys: known });
    if (db && held.length > previous.length) await keepWhereTheyWere(values, [secret, ...previous]);
    return told(where, previous.length, sealed);
  });
}

/** The present secret and those before it; none before the first start. */
async function knownSecrets(values: Environment): Promise<string[]> {
  if (isInFolder(values)) return await readSecrets(resolve(values.DATA_DIR));
  return [values.SECRET_KEY, ...values.SECRET_KEY_PREVIOUS ?? []]
    .filter((secret) => secret !== undefined);
}

function isInFolder({ SECRET_KEY, ENVIRONMENT }: Environment): boolean {
  return SECRET_KEY === undefined && ENVIRONMENT === "local";
}

function settingsOf([secret = "", ...previous]: readonly string[]) {
  return { SECRET_KEY: secret, SECRET_KEY_PREVIOUS: previous.join(",") };
}

/** Writes the secrets to where they came from, and answers where that is. */
async function keepWhereTheyWere(values: Environment, secrets: readonly string[]): Promise<string> {
  if (!isInFolder(values)) return await write(settingsOf(secrets));
  const dataDir = resolve(values.DATA_DIR);
  await keepSecrets(dataDir, secrets);
  return `in ${dataDir}`;
}

/** Seals anew what can be, and makes no key. */
async function reseal(values: Environment): Promise<string> {
  const [secretKey, ...previousSecretKeys] = await knownSecrets(values);
  if (secretKey === undefined) {
    throw new SetupProblem("There is no SECRET_KEY yet: nothing is sealed");
  }
  return await withSealed(
    values,
    async (db) => sealedAnew(db && await resealAll(db, { secretKey, previousSecretKeys })),
  );
}

/** Runs with the database, or without where there has never been one. */
async function withSealed<T>(
  values: Environment,
  run: (db: Db | undefined) => Promise<T>,
): Promise<T> {
  const folder = join(resolve(values.DATA_DIR), "postgres");
  const env = readEnv();
  const isOurs = values.ENVIRONMENT === "local" && !readSettings(env).provided.databaseUrl;
  if (isOurs && !await pathExists(folder)) return await run(undefined);
  return await withDatabase(env, async (db) => {
    await sql`select 1`.execute(db).catch((cause) => {
      throw new SetupProblem(
        `The database does not answer (${cause.message}): it holds what SECRET_KEY has sealed, ` +
          "and nothing was changed",
        { cause },
      );
    });
    return await run(db);
  });
}

async function rotatePair(values: Environment, { keep, isPrinted }: Options): Promise<string> {
  const previous = (values.SIGNING_KEYS ?? []).slice(0, keep).map(publicPart);
  const keys = [await newPair(), ...previous];
  return await put({ SIGNING_KEYS: JSON.stringify({ keys }) }, isPrinted, previous.length);
}

/** What verifies the tokens of an earlier key; what signed them is forgotten. */
function publicPart({ d: _private, ...open }: Ed25519Key): Ed25519Key {
  return open;
}

async function newPair(): Promise<Ed25519Key> {
  const { privateKey } = await crypto.subtle.generateKey("Ed25519", true, [
    "sign",
    "verify",
  ]) as CryptoKeyPair;
  const { x = "", d = "" } = await crypto.subtle.exportKey("jwk", privateKey);
  return { kty: "OKP", crv: "Ed25519", kid: crypto.randomUUID().slice(0, 8), x, d };
}

/** Prints settings, or writes them to `.env`. */
async function put(
  settings: Readonly<Record<string, string>>,
  isPrinted: boolean,
  count: number,
): Promise<string> {
  if (isPrinted) return withSettings("", settings).trimEnd();
  return told(await write(settings), count, undefined);
}

/** Writes settings to `.env`, and answers where that is. */
async function write(settings: Readonly<Record<string, string>>): Promise<string> {
  requireOurs(Object.keys(settings));
  const text = await pathExists(ENV_FILE) ? await Deno.readTextFile(ENV_FILE) : "";
  const edited = withSettings(text, settings);
  await Deno.writeTextFile(`${ENV_FILE}.new`, edited, { mode: 0o600 });
  await Deno.rename(`${ENV_FILE}.new`, ENV_FILE);
  return "in .env";
}

/** @throws {SetupProblem} If the environment sets one of them, which would win over `.env`. */
function requireOurs(names: readonly string[]): void {
  const set = names.find((name) => Deno.env.get(name));
  if (!set) return;
  throw new SetupProblem(
    `${set} is set by the environment, which wins over .env: run this with --print, and put ` +
      "what it prints where you keep it",
  );
}

function told(where: string, count: number, sealed: Resealed | undefined): string {
  const earlier = count === 1 ? "1 earlier key is" : `${count} earlier keys are`;
  return `Made a new key ${where}; ${earlier} still taken. ${sealedAnew(sealed)}. ` +
    "Start the product again to use it";
}

function sealedAnew(sealed: Resealed | undefined): string {
  if (!sealed) return "Nothing was sealed";
  const { resealed, unreadable } = sealed;
  const lost = unreadable > 0
    ? `, ${unreadable} cannot be read: the key that sealed them is gone`
    : "";
  return `Sealed anew: ${resealed}${lost}`;
}

const COMMAND = {
  help: HELP,
  options: {
    keep: { type: "string" },
    print: { type: "boolean" },
    reseal: { type: "boolean" },
  },
} as const;

if (import.meta.main) {
  Deno.exit(
    await runCommand(
      COMMAND,
      async ({ keep, print = false, reseal: isSealing = false }) => {
        if (!isSealing) return await rotate({ keep: keptCount(keep), isPrinted: print });
        if (keep !== undefined || print) throw new BadUse("--reseal stands alone: it makes no key");
        console.log(await reseal(readSettings(readEnv()).values));
      },
    ),
  );
}
